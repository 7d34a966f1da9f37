// SPDX-License-Identifier: MIT
import { Octokit } from '@octokit/rest';
import { type Clock, systemClock } from '../../common/clock.js';
import { retry, type RetryPolicy } from '../../common/retry.js';
import { answerOf, refusalOf, unexpected, unreachable } from './failure.js';
import { GithubError, type Passing } from './github-error.js';

export interface GithubAccess {
  /** `OWNER/NAME` */
  readonly repository: string;
  readonly token: string;
  /** as in `GITHUB_API_URL`; default https://api.github.com */
  readonly apiUrl?: string;
}

export interface GithubWorld {
  readonly clock?: Clock;
  /** 0 (inclusive) to 1 (exclusive) */
  readonly random?: () => number;
  /** told before each wait: what failed, and for how long we wait */
  readonly onRetry?: (what: string, waitMs: number) => void;
}

/** A message that names what is done, and the request as @octokit/rest takes it. */
export interface GithubRequest {
  /** for messages, e.g. `Publishing the release v1.0.0` */
  readonly what: string;
  /** e.g. `GET /repos/{owner}/{repo}/releases`, or `POST` and a whole address with its template */
  readonly route: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** from the call to the last byte; default 60,000 */
  readonly timeoutMs?: number;
}

/** Attempts in all, by kind of failure: the project's rules for every outside, plus two kinds of our own. */
const policy: RetryPolicy = {
  attempts: {
    unavailable: 6,
    crash: 2,
    throttled: 6,
    race: 3,
    damaged: 3,
  } satisfies Record<Passing['kind'], number>,
  budgetMs: 5 * 60_000,
  firstWaitMs: 2_000,
  maxWaitMs: 60_000,
};

const defaultTimeoutMs = 60_000;

/** GitHub ends its list of releases after 10,000 of them, which are 100 pages. */
const maxPages = 100;

/** One repository, one token: requests, their failures in words, and what may be tried again. */
export class GithubClient {
  readonly repository: string;
  readonly #octokit: Octokit;
  readonly #names: { readonly owner: string; readonly repo: string };
  readonly #token: string;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #onRetry: GithubWorld['onRetry'];

  /** @throws GithubError `repository-name`, `github-url`, `token-unusable` */
  constructor({ repository, token, apiUrl = 'https://api.github.com' }: GithubAccess, world: GithubWorld = {}) {
    const [owner = '', repo = ''] = namesOf(repository);
    const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
    this.repository = repository;
    this.#names = { owner, repo };
    this.#token = usableToken(token);
    this.#octokit = new Octokit({ auth: this.#token, baseUrl: usableUrl(apiUrl), log: silent });
    this.#clock = world.clock ?? systemClock;
    this.#random = world.random ?? Math.random;
    this.#onRetry = world.onRetry;
  }

  /** One request, sent once. @returns the answer's body: parsed JSON, undefined where there is none */
  async send(request: GithubRequest): Promise<unknown> {
    return (await this.#request(request, {})).data;
  }

  /**
   * Every page of a list. Not octokit's own paging: that takes a page whose body broke off for an empty one, and a list
   * of releases that looks empty makes a second draft.
   */
  async list(request: GithubRequest): Promise<unknown[]> {
    const items: unknown[] = [];
    for (let page = 1; page <= maxPages; page++) {
      const parameters = { ...request.parameters, per_page: 100, page };
      const { data, headers } = await this.#request({ ...request, parameters }, {});
      if (!Array.isArray(data)) throw unexpected(request.what, 'no list');
      items.push(...(data as unknown[]));
      if (typeof headers.link !== 'string' || !headers.link.includes('rel="next"')) break;
    }
    return items;
  }

  /** The bytes behind a request, as they come. */
  async *bytes(request: GithubRequest): AsyncGenerator<Uint8Array> {
    const { data } = await this.#request(request, { parseSuccessResponseBody: false });
    try {
      yield* data as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw unreachable(request.what, error);
    }
  }

  /**
   * Runs `work` until it ends well or fails for good. It must be safe to run again: look first, then do, because an
   * answer that got lost does not tell whether the work was done.
   */
  async persist<Result>(work: () => Promise<Result>): Promise<Result> {
    const attempt = async (): Promise<{ value: Result } | { error: GithubError }> => {
      try {
        return { value: await work() };
      } catch (error) {
        if (error instanceof GithubError) return { error };
        throw error;
      }
    };
    let message = '';
    const result = await retry(
      attempt,
      (outcome) => {
        const passing = 'error' in outcome ? outcome.error.passing : undefined;
        if (!('error' in outcome) || passing === undefined) return { again: false };
        message = outcome.error.message;
        return { again: true, ...passing };
      },
      policy,
      {
        clock: this.#clock,
        random: this.#random,
        onRetry: (_count, _kind, waitMs) => this.#onRetry?.(message, waitMs),
      },
    );
    if ('error' in result) throw result.error;
    return result.value;
  }

  async #request(
    { what, route, parameters, timeoutMs = defaultTimeoutMs }: GithubRequest,
    options: Readonly<Record<string, unknown>>,
  ): Promise<{ data: unknown; headers: Readonly<Record<string, unknown>> }> {
    try {
      const answer = await this.#octokit.request(route, {
        ...this.#names,
        ...parameters,
        request: { ...options, signal: AbortSignal.timeout(timeoutMs) },
      });
      return { data: answer.data as unknown, headers: answer.headers };
    } catch (error) {
      const answer = answerOf(error);
      if (answer === undefined) throw unreachable(what, error);
      throw refusalOf(what, { ...answer, data: this.#withoutToken(answer.data) }, this.#clock);
    }
  }

  /** A server that gives back what it was sent must not bring the token into a log. */
  #withoutToken(data: unknown): unknown {
    return JSON.parse(JSON.stringify(data ?? null).replaceAll(this.#token, '***')) as unknown;
  }
}

function namesOf(repository: string): string[] {
  if (/^[A-Za-z0-9][\w-]*\/(?!\.{1,2}$)[\w.-]+$/.test(repository)) return repository.split('/');
  throw new GithubError('repository-name', `"${repository.slice(0, 100)}" is no repository's name.`, {
    hint: 'Write it as OWNER/NAME, e.g. nextcloud/news.',
  });
}

/** A token with a line break would not get into a header, and the error of that would show it. */
function usableToken(text: string): string {
  const token = text.trim();
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new GithubError(
    'token-unusable',
    `The GitHub token is ${token === '' ? 'empty' : 'no token: it holds blanks or other characters'}.`,
    {
      hint: 'Give --github-token-file FILE, or set GITHUB_TOKEN; in a workflow: env: GITHUB_TOKEN: ${{ github.token }}.',
    },
  );
}

/** https, or http on this machine: the token goes there. */
function usableUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const local = url?.protocol === 'http:' && /^(localhost|\[::1\]|127(\.\d+){3})$/.test(url.hostname);
  if (url !== undefined && (url.protocol === 'https:' || local) && url.username === '' && url.password === '') {
    return url.href.replace(/\/+$/, '');
  }
  throw new GithubError('github-url', 'The address of GitHub’s API is no https address.', {
    hint: 'Leave it out for github.com; for GitHub Enterprise Server give https://HOST/api/v3.',
  });
}

function ignore(): void {
  // octokit logs deprecations to the console; findings and errors are how this program speaks.
}
