// SPDX-License-Identifier: MIT
import type { Octokit as Client } from '@octokit/rest';
import { type Clock, systemClock } from '../../common/clock.js';
import { printable } from '../../common/render/printable.js';
import { retry, type RetryPolicy, type Verdict } from '../../common/retry.js';
import { BotError, type BotErrorCode } from '../bot-error.js';

export interface RetryingWorld {
  readonly clock: Clock;
  /** 0 (inclusive) to 1 (exclusive) */
  readonly random: () => number;
  /** for one attempt, from the call to the last byte of its answer; default 30,000 */
  readonly attemptMs?: number;
}

/** a blob of 32 MiB in base64, and room */
const maxBytes = 64 * 1024 * 1024;
const longestWaitMs = 60_000;

const policy: RetryPolicy = {
  attempts: { broken: 4, limited: 4 },
  budgetMs: 150_000,
  firstWaitMs: 500,
  maxWaitMs: 8_000,
};

/**
 * A plugin for octokit: every call that does no harm when it is done twice is done again where GitHub or the way to it
 * fails, and every call where GitHub asks for a minute's patience at most. What is left is a BotError.
 *
 * It takes the place of Probot's own plugins, which repeat comments after a 502 (so that there are two) and put a second
 * between any two writes: `ProbotOctokit.plugin(retrying()).defaults({ retry: { enabled: false }, throttle: { enabled: false } })`.
 */
export function retrying(world: RetryingWorld = { clock: systemClock, random: Math.random }) {
  return (octokit: Pick<Client, 'hook'>): Record<string, never> => {
    octokit.hook.wrap('request', async (request, options) => {
      const { attemptMs = 30_000 } = world;
      const call = describe(options);
      const attempt = async (): Promise<Attempt> => {
        try {
          // in place: what is handed on is not what the next hook gets (before-after-hook 4 binds the first options)
          const signal = AbortSignal.timeout(attemptMs);
          options.request = { ...options.request, signal, parseSuccessResponseBody: false };
          const answer = await request(options);
          return { answer: { ...answer, data: await readBody(call, answer) } };
        } catch (error) {
          return failureOf(call, error);
        }
      };
      const judge = ({ failure, waitMs }: Attempt): Verdict => {
        if (waitMs !== undefined) return waitMs <= longestWaitMs ? { again: true, kind: 'limited', waitMs } : stop;
        const isBrokenWay = failure instanceof BotError && ambiguous.has(failure.code);
        return isBrokenWay && isRepeatable(options) ? { again: true, kind: 'broken' } : stop;
      };
      const { answer, failure } = await retry(attempt, judge, policy, world);
      if (answer === undefined) throw failure;
      return answer;
    });
    return {};
  };
}

const stop: Verdict = { again: false };

/** Then nobody knows whether GitHub did what it was asked for. */
const ambiguous: ReadonlySet<BotErrorCode> = new Set<BotErrorCode>(['github-unreachable', 'github-failed']);

interface Attempt {
  readonly answer?: Awaited<ReturnType<Client['request']>>;
  readonly failure?: unknown;
  /** GitHub did nothing, and says when to come again */
  readonly waitMs?: number | undefined;
}

/**
 * Objects of git are named by their content, so that making one twice is making it once, and of an installation's tokens
 * there may be many. Other POSTs make a second comment, run or label; and a PATCH of a check run adds its annotations each
 * time.
 */
function isRepeatable({ method, url, query }: { method: string; url: string; query?: unknown }): boolean {
  // GraphQL is a POST throughout; what begins so changes nothing
  if (url.endsWith('/graphql') && typeof query === 'string' && query.startsWith('query')) return true;
  if (method === 'POST') return /\/(?:git\/(?:blobs|trees|commits)|access_tokens)$/.test(url);
  return method !== 'PATCH' || !url.includes('/check-runs/');
}

interface Described {
  readonly method: string;
  readonly path: string;
}

/** Without query, headers and host: nothing of it is a secret. */
function describe(options: {
  readonly method: string;
  readonly url: string;
  readonly [name: string]: unknown;
}): Described {
  const filled = options.url.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = options[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : placeholder;
  });
  const path = URL.canParse(filled) ? new URL(filled).pathname : filled;
  return { method: options.method, path: printable(path) };
}

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data: unknown;
}

/**
 * The answer's content. Octokit itself makes an empty text of JSON where the connection breaks in the middle of it, and
 * takes nine times as long as the platform to read it (5 ms for a folder of 900, Node 20): integers beyond 2^53, for which
 * it does so, are nowhere in what we read.
 */
async function readBody(call: Described, { data, headers, status }: Answered): Promise<unknown> {
  if (status === 204 || data === undefined || data === null || typeof data !== 'object') return data;
  try {
    const text = await readText(data as AsyncIterable<Uint8Array>);
    return String(headers['content-type']).startsWith('application/json') ? (JSON.parse(text) as unknown) : text;
  } catch (cause) {
    throw broken(call, 'the answer ended before its end', cause);
  }
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw new Error(`more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function broken({ method, path }: Described, why: string, cause?: unknown): BotError {
  return new BotError('github-unreachable', `${method} ${path}: ${why}.`, {
    hint: 'Nothing is lost: the pull request is looked at again. If it stays so, see whether GitHub can be reached.',
    cause,
  });
}

function failureOf(call: Described, error: unknown): Attempt {
  if (error instanceof BotError) return { failure: error };
  const answer = answerIn(error);
  // a request that never became one: a mistake in this program, or the App's key could not be read
  if (answer === undefined) return { failure: isRequestError(error) ? broken(call, reasonOf(error), error) : error };
  const { status, headers } = answer;
  const waitMs = waitOf(answer);
  const limited = waitMs !== undefined;
  const id = headers['x-github-request-id'];
  const said = printable(messageIn(answer.data));
  const asked = `${call.method} ${call.path}`;
  const message = `${asked}: GitHub answered ${status}${said === '' ? '' : ` "${said}"`}${id === undefined ? '' : ` (request ${id})`}.`;
  const code = limited ? 'rate-limited' : codeOf(status);
  return { failure: new BotError(code, message, { hint: hints[code], status, cause: error }), waitMs };
}

function codeOf(status: number): keyof typeof hints {
  if (status >= 500) return 'github-failed';
  if (status === 401 || status === 403) return 'not-permitted';
  if (status === 404 || status === 410) return 'not-found';
  return 'request-refused';
}

const hints = {
  'github-failed': 'Nothing is lost: the pull request is looked at again. See https://www.githubstatus.com.',
  'rate-limited': 'Nothing is lost: the pull request is looked at again when GitHub answers once more.',
  'not-permitted': 'See which permissions docs/bot.md asks for, and whether the App’s owner has accepted them all.',
  'not-found': 'See whether it is still there, and whether the App is installed on that repository.',
  'request-refused':
    'Nothing is lost: the pull request is looked at again. If it stays so, this is a mistake in the bot.',
} as const;

function isRequestError(error: unknown): error is Error {
  return error instanceof Error && 'status' in error;
}

function answerIn(error: unknown): Answered | undefined {
  if (!isRequestError(error) || !('response' in error)) return undefined;
  return error.response as Answered | undefined;
}

/**
 * How long GitHub asks to wait; undefined where it is not about limits (REST documentation, "Rate limits"): retry-after in
 * seconds; or nothing remains until x-ratelimit-reset, by GitHub's clock; a secondary limit without either asks for "at
 * least one minute".
 */
function waitOf({ status, headers, data }: Answered): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const after = Number(headers['retry-after'] ?? NaN);
  if (Number.isFinite(after)) return after * 1000;
  if (String(headers['x-ratelimit-remaining']) === '0') {
    const reset = Number(headers['x-ratelimit-reset'] ?? NaN) * 1000;
    const now = Date.parse(String(headers.date));
    // a second more: the limit ends within that second
    if (Number.isFinite(reset) && Number.isFinite(now)) return Math.max(0, reset - now) + 1000;
  }
  return status === 429 || /secondary rate limit/i.test(messageIn(data)) ? longestWaitMs : undefined;
}

function messageIn(data: unknown): string {
  const isMessage = typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string';
  return isMessage ? (data as { message: string }).message.slice(0, 300) : '';
}

function reasonOf({ cause, message }: Error): string {
  const isLate = typeof cause === 'object' && cause !== null && 'name' in cause && cause.name === 'TimeoutError';
  if (isLate) return 'no answer in time';
  return message === '' ? 'no answer' : printable(message);
}
