// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { type Clock, systemClock } from '../../common/clock.js';
import { type Http, http as platformHttp, type HttpAnswer, HttpError } from '../../common/http.js';
import { retry, type RetryPolicy } from '../../common/retry.js';
import { GithubError } from './github-error.js';

export interface FetchBackWorld {
  readonly http?: Http;
  readonly clock?: Clock;
  /** 0 (inclusive) to 1 (exclusive) */
  readonly random?: () => number;
  /** told before each wait: what failed, and for how long we wait */
  readonly onRetry?: (what: string, waitMs: number) => void;
  /** how often a 404 is asked again about; default: until five minutes are over, since we have just uploaded it */
  readonly patience?: number;
}

export interface ExpectedBytes {
  /** lower-case hex */
  readonly sha512: string;
  readonly size: number;
}

/** Five minutes: the CDN's 404 right after an upload (nextcloud/contacts#5329) ends within seconds, an outage may not. */
const policy: RetryPolicy = {
  attempts: { 'not-there': Infinity },
  budgetMs: 5 * 60_000,
  firstWaitMs: 2_000,
  maxWaitMs: 30_000,
};

/** As long as a server waits when it installs from its web pages (server: Installer.php). */
const timeoutMs = 120_000;

/** What is served may be larger than expected, and its size is worth telling: up to the store's own limit. */
const storeLimit = 31_457_280;

/**
 * Downloads a public address as the store will, without any credentials, and returns the bytes where they are the
 * expected ones. A signature is only ever made over what this returns: that is what users get.
 * @throws GithubError `not-served` after five minutes, `served-differs` at once
 */
export async function fetchBack(url: string, expected: ExpectedBytes, world: FetchBackWorld = {}): Promise<Uint8Array> {
  const { http = platformHttp, clock = systemClock, random = Math.random, onRetry, patience = Infinity } = world;
  const maxBytes = Math.max(expected.size, storeLimit);
  const attempt = await retry(
    async (): Promise<HttpAnswer | HttpError> => {
      try {
        return await http({ method: 'GET', url, timeoutMs, maxBytes });
      } catch (error) {
        if (error instanceof HttpError) return error;
        throw error;
      }
    },
    (answer) => (maySucceedLater(answer) ? { again: true, kind: kindOf(answer) } : { again: false }),
    { ...policy, attempts: { ...policy.attempts, 'not-found': patience } },
    { clock, random, onRetry: (_count, _kind, waitMs) => onRetry?.(`Reading back ${url}`, waitMs) },
  );
  if (attempt instanceof HttpError && attempt.code === 'answer-too-large') {
    throw differs(url, `more than ${maxBytes} bytes`, expected);
  }
  if (attempt instanceof HttpError || attempt.status !== 200) throw notServed(url, attempt);
  const sha512 = createHash('sha512').update(attempt.body).digest('hex');
  if (attempt.body.length === expected.size && sha512 === expected.sha512) return attempt.body;
  throw differs(url, `${attempt.body.length} bytes, sha512 ${sha512}`, expected, attempt.headers['content-encoding']);
}

function maySucceedLater(answer: HttpAnswer | HttpError): boolean {
  if (answer instanceof HttpError) return answer.code !== 'answer-too-large';
  return answer.status === 404 || answer.status === 429 || answer.status >= 500;
}

function kindOf(answer: HttpAnswer | HttpError): 'not-found' | 'not-there' {
  return !(answer instanceof HttpError) && answer.status === 404 ? 'not-found' : 'not-there';
}

function notServed(url: string, attempt: HttpAnswer | HttpError): GithubError {
  const why = attempt instanceof HttpError ? attempt.message : `it answers ${attempt.status}.`;
  return new GithubError('not-served', `The archive cannot be downloaded from ${url}: ${why}`, {
    hint: 'Make it public (the store downloads without a login), then run this again: it goes on from here.',
    cause: attempt instanceof HttpError ? attempt : undefined,
  });
}

function differs(url: string, served: string, expected: ExpectedBytes, encoding?: string): GithubError {
  return new GithubError(
    'served-differs',
    `${url} serves other bytes (${served}) than were packed (${expected.size} bytes, sha512 ${expected.sha512}).`,
    {
      hint:
        encoding === undefined
          ? 'Nothing was signed. Put the packed archive at that address, or give what is there with --archive, and run this again.'
          : `Nothing was signed. The server marks the archive "Content-Encoding: ${encoding}", which whoever downloads it takes off: have it served as application/gzip without that.`,
    },
  );
}
