// SPDX-License-Identifier: MIT
import { type Clock, systemClock } from '../../common/clock.js';
import { type Http, http as platformHttp, type HttpAnswer, HttpError, type HttpRequest } from '../../common/http.js';
import { retry } from '../../common/retry.js';
import { refusalOf } from './refusal.js';
import { type Attempt, judgeAttempt, retryPolicy } from './retry-rules.js';
import { StoreError } from './store-error.js';

export type StoreCredentials = { readonly token: string } | { readonly user: string; readonly password: string };

export interface StoreWorld {
  readonly http?: Http;
  readonly clock?: Clock;
  /** 0 (inclusive) to 1 (exclusive) */
  readonly random?: () => number;
  /** told before each wait: what failed, and for how long we wait */
  readonly onRetry?: (what: string, waitMs: number) => void;
}

export interface StoreRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** below the store's address, e.g. `apps/releases` */
  readonly path: string;
  /** for messages, e.g. `Publishing news` */
  readonly what: string;
  readonly body?: unknown;
  /** `required` is the default for all but GET */
  readonly credentials?: 'required' | 'none';
  /** how to mend it where the store has nothing at this path (404) */
  readonly absentFix?: string;
  /** statuses that are an answer, not a refusal; default: every 2xx */
  readonly expect?: readonly number[];
  /** false: never sent twice, because a repeat would not do the same */
  readonly repeatable?: boolean;
  readonly timeoutMs?: number;
}

/** apps.json of the real store has 12 MB and more */
const maxAnswerBytes = 256 * 1024 * 1024;

/** One store, one user: addresses, credentials, retries, conditional requests, refusals in words. */
export class StoreConnection {
  readonly clock: Clock;
  readonly #url: string;
  readonly #credentials: StoreCredentials | undefined;
  readonly #http: Http;
  readonly #random: () => number;
  readonly #onRetry: StoreWorld['onRetry'];
  readonly #lists = new Map<string, { readonly etag: string; readonly answer: HttpAnswer }>();

  /** @throws StoreError `store-url` */
  constructor(url: string, credentials: StoreCredentials | undefined, world: StoreWorld = {}) {
    this.#url = storeUrl(url);
    this.#credentials = credentials;
    this.#http = world.http ?? platformHttp;
    this.clock = world.clock ?? systemClock;
    this.#random = world.random ?? Math.random;
    this.#onRetry = world.onRetry;
  }

  /** @throws StoreError for every answer that was not expected, and for none at all */
  async send(request: StoreRequest): Promise<HttpAnswer> {
    const { attempt, repeated } = await this.#attempts(request, this.#requestFor(request));
    if (attempt instanceof HttpError) throw this.#unreachable(request.what, attempt);
    // The answer to the first try was lost on its way: what was to be deleted is.
    if (request.method === 'DELETE' && attempt.status === 404 && repeated) return attempt;
    const expected = request.expect?.includes(attempt.status) ?? (attempt.status >= 200 && attempt.status < 300);
    if (!expected) throw refusalOf(request.what, this.#withoutSecrets(attempt), request.absentFix);
    return attempt;
  }

  /** A public list; asked with the ETag of the last answer, so that an unchanged one is not sent again. */
  async list(path: string, what: string): Promise<HttpAnswer> {
    const known = this.#lists.get(path);
    const request: StoreRequest = { method: 'GET', path, what, credentials: 'none', expect: [200, 304] };
    const built = this.#requestFor(request);
    const conditional = known === undefined ? {} : { 'if-none-match': known.etag };
    const { attempt } = await this.#attempts(request, { ...built, headers: { ...built.headers, ...conditional } });
    if (attempt instanceof HttpError) throw this.#unreachable(what, attempt);
    if (attempt.status === 304 && known !== undefined) return known.answer;
    if (attempt.status !== 200) throw refusalOf(what, this.#withoutSecrets(attempt));
    const etag = attempt.headers.etag;
    if (etag !== undefined) this.#lists.set(path, { etag, answer: attempt });
    return attempt;
  }

  async #attempts(request: StoreRequest, built: HttpRequest): Promise<{ attempt: Attempt; repeated: boolean }> {
    let tries = 0;
    const attempt = await retry(
      async (): Promise<Attempt> => {
        tries++;
        try {
          return await this.#http(built);
        } catch (error) {
          if (error instanceof HttpError) return error;
          throw error;
        }
      },
      (made) => (request.repeatable === false ? { again: false } : judgeAttempt(made, this.clock)),
      retryPolicy,
      {
        clock: this.clock,
        random: this.#random,
        onRetry: (_count, _kind, waitMs) => this.#onRetry?.(request.what, waitMs),
      },
    );
    return { attempt, repeated: tries > 1 };
  }

  #requestFor({ method, path, body, credentials, timeoutMs }: StoreRequest): HttpRequest {
    const wanted = credentials ?? (method === 'GET' ? 'none' : 'required');
    return {
      method,
      url: `${this.#url}/${path}`,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(wanted === 'required' && { authorization: this.#authorization(path) }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(timeoutMs !== undefined && { timeoutMs }),
      maxBytes: maxAnswerBytes,
    };
  }

  #authorization(path: string): string {
    const credentials = this.#credentials;
    if (credentials === undefined) {
      throw new StoreError('credentials-missing', `The store's route "${path}" wants to know who is asking.`, {
        hint: 'Give --token-file FILE, or --user NAME and --password-file FILE.',
      });
    }
    if ('token' in credentials) return `Token ${headerSafe(credentials.token)}`;
    return `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`, 'utf8').toString('base64')}`;
  }

  #unreachable(what: string, error: HttpError): StoreError {
    return new StoreError('unreachable', `${what} failed: ${error.message}`, { hint: error.hint, cause: error });
  }

  /** A store that gives back what it was sent must not bring a secret into a log. */
  #withoutSecrets(answer: HttpAnswer): HttpAnswer {
    const credentials = this.#credentials;
    const secret = credentials === undefined ? '' : 'token' in credentials ? credentials.token : credentials.password;
    if (secret.length === 0) return answer;
    return { ...answer, body: Buffer.from(Buffer.from(answer.body).toString('utf8').replaceAll(secret, '***')) };
  }
}

/** https, or http on this machine; nothing secret in it; no slash at the end. */
function storeUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHttp = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url === undefined || !isHttp || url.search !== '' || url.hash !== '') {
    throw new StoreError('store-url', 'The address of the store is no https address.', {
      hint: 'Give one like https://apps.nextcloud.com/api/v1; http is for a store on this machine only.',
    });
  }
  if (url.username !== '' || url.password !== '') {
    throw new StoreError('store-url', 'The address of the store carries a user name or password.', {
      hint: 'Give the password with --user NAME --password-file FILE.',
    });
  }
  return url.href.replace(/\/+$/, '');
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** A token with a line break would not get into a header, and the error would show it. */
function headerSafe(token: string): string {
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new StoreError(
    'credentials-missing',
    'The token is empty or holds blanks or other characters that no token has.',
    {
      hint: 'Give the file that holds the token and nothing else.',
    },
  );
}
