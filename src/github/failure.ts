// SPDX-License-Identifier: MIT
import type { Clock } from '../../common/clock.js';
import { GithubError, type GithubErrorCode, type Passing } from './github-error.js';

/** GitHub's answer to a request that failed. */
export interface FailedAnswer {
  readonly status: number;
  /** lower-case names */
  readonly headers: Readonly<Record<string, unknown>>;
  /** parsed JSON, or text */
  readonly data: unknown;
}

/** An answer of 4xx or 5xx in words, with the fix. @param what e.g. `Uploading news-1.0.0.tar.gz` */
export function refusalOf(what: string, answer: FailedAnswer, clock: Clock): GithubError {
  const words = wordsOf(answer);
  const said = `${what} failed: GitHub answered ${answer.status}${words === '' ? '' : `, "${words}"`}${requestOf(answer)}.`;
  const waitMs = throttledFor(answer, words, clock);
  if (waitMs !== undefined) {
    const until = new Date(clock.now().getTime() + waitMs).toISOString().slice(0, 19).replace('T', ' ');
    return new GithubError('throttled', said, {
      hint: `Run the same command again after ${until} UTC; every step is safe to repeat.`,
      passing: { kind: 'throttled', waitMs },
    });
  }
  if (answer.status >= 500) {
    const passing = passingOf(answer.status);
    return new GithubError('github-failed', said, {
      hint: 'See https://www.githubstatus.com, then run the same command again; every step is safe to repeat.',
      ...(passing && { passing }),
    });
  }
  return clientError(answer.status, said, words);
}

/** An answer of 2xx that is not what the API describes. It is asked for again: most likely it broke off. */
export function unexpected(what: string, missing: string): GithubError {
  return new GithubError('unexpected-answer', `${what} failed: GitHub's answer is incomplete (${missing}).`, {
    hint: 'Run the same command again; every step is safe to repeat.',
    passing: { kind: 'unavailable' },
  });
}

/** octokit's error carries the request with all its headers and body, so it is not handed on as a cause. */
export function unreachable(what: string, error: unknown): GithubError {
  const reason = reasonOf(error);
  return new GithubError('unreachable', `${what} failed: GitHub did not answer (${reason}).`, {
    hint: 'See whether GitHub can be reached from here, then run the same command again; every step is safe to repeat.',
    cause: new Error(reason),
    passing: { kind: 'unavailable' },
  });
}

/** The innermost reason: fetch wraps the system's error, for dual-stack hosts in an AggregateError without words. */
function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'no reason given';
  if ('errors' in error && Array.isArray(error.errors)) return reasonOf(error.errors[0]);
  if ('cause' in error && typeof error.cause === 'object') return reasonOf(error.cause);
  return 'message' in error && typeof error.message === 'string' ? error.message : 'no reason given';
}

/** The answer in octokit's RequestError; absent where the connection failed. */
export function answerOf(error: unknown): FailedAnswer | undefined {
  if (!(error instanceof Error) || !('response' in error)) return undefined;
  return error.response as FailedAnswer | undefined;
}

interface Refusal {
  readonly code: GithubErrorCode;
  readonly status?: number;
  /** in GitHub's words */
  readonly words?: RegExp;
  readonly hint: string;
  readonly passing?: Passing;
}

/** What a 4xx means, the first that applies. */
const refusals: readonly Refusal[] = [
  {
    code: 'not-authenticated',
    status: 401,
    hint: 'Give a token that is valid: in a workflow ${{ github.token }}, elsewhere one with contents: write.',
  },
  {
    code: 'not-allowed',
    status: 403,
    hint: 'Give the job "permissions: contents: write", or the token the permission Contents: read and write.',
  },
  {
    code: 'not-found',
    status: 404,
    hint: 'See whether the repository is spelt right, and whether the token may write there (contents: write).',
  },
  {
    code: 'tag-refused',
    status: 422,
    words: /tag_name was used by an immutable release/i,
    hint: 'GitHub never takes the tag of an immutable release again, deleted ones included: raise the version.',
  },
  {
    code: 'release-immutable',
    status: 422,
    words: /immutable release/i,
    hint: 'The release was published before the archive was in it, and is frozen: raise the version, and let this program publish the release (start the workflow on the tag, not on "release: published").',
  },
  {
    code: 'tag-refused',
    status: 422,
    words: /valid tag|target_commitish|creations being restricted/i,
    hint: 'Push the tag first, with an account that the repository’s rules allow to make it, then run this again.',
  },
  {
    // Somebody, perhaps we ourselves in a request whose answer got lost, was faster: whoever looks again finds it.
    code: 'refused',
    status: 422,
    words: /already_exists/,
    hint: 'Another run is at work on the same release: let one of them end, then run this again.',
    passing: { kind: 'race' },
  },
  { code: 'refused', hint: 'Mend what GitHub names, then run the same command again.' },
];

function clientError(status: number, said: string, words: string): GithubError {
  const refusal = refusals.find((row) => (row.status ?? status) === status && (row.words?.test(words) ?? true));
  const { code, hint, passing } = refusal ?? { code: 'refused', hint: '' };
  return new GithubError(code, said, { hint, ...(passing && { passing }) });
}

/** 500 may be our request's fault, so it gets one more try; the others are a gateway's (design: retried five times). */
function passingOf(status: number): Passing | undefined {
  if (status === 500) return { kind: 'crash' };
  return [502, 503, 504].includes(status) ? { kind: 'unavailable' } : undefined;
}

/**
 * Milliseconds until GitHub takes requests again, where it said that there were too many (REST documentation, "Rate
 * limits"): Retry-After in seconds, else the reset of an exhausted limit, else a minute for the secondary limit.
 */
function throttledFor({ status, headers }: FailedAnswer, words: string, clock: Clock): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const retryAfter = numberOf(headers['retry-after']);
  if (retryAfter !== undefined) return Math.max(1000, retryAfter * 1000);
  const reset = numberOf(headers['x-ratelimit-reset']);
  if (numberOf(headers['x-ratelimit-remaining']) === 0 && reset !== undefined) {
    return Math.max(1000, reset * 1000 - clock.now().getTime());
  }
  return status === 429 || /rate limit/i.test(words) ? 60_000 : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** One text for each field at fault: its message, or its name and code, e.g. `name already_exists`. */
function fieldErrorsOf({ data }: FailedAnswer): string[] {
  const errors = typeof data === 'object' && data !== null && 'errors' in data ? data.errors : undefined;
  if (!Array.isArray(errors)) return [];
  return errors.map((error: unknown) => {
    if (typeof error !== 'object' || error === null) return String(error);
    const { code, field, message } = error as Record<string, unknown>;
    return [message ?? [field, code]]
      .flat()
      .filter((part) => typeof part === 'string')
      .join(' ');
  });
}

/** GitHub's own words on one line, at most 500 characters; an HTML page (its 502) says nothing. */
function wordsOf(answer: FailedAnswer): string {
  const { data } = answer;
  const message =
    typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string'
      ? data.message
      : '';
  const words = [message, ...fieldErrorsOf(answer)].filter((text) => text !== '').join('; ');
  return words
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/\.$/, '')
    .slice(0, 500);
}

/** What GitHub's support asks for first. */
function requestOf({ headers }: FailedAnswer): string {
  const id = headers['x-github-request-id'];
  return typeof id === 'string' && /^[\w:-]{1,64}$/.test(id) ? ` (request ${id})` : '';
}
