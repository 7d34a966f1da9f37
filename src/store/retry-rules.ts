// SPDX-License-Identifier: MIT
import type { Clock } from '../../common/clock.js';
import { type HttpAnswer, HttpError } from '../../common/http.js';
import type { RetryPolicy, Verdict } from '../../common/retry.js';
import { reasonsOf } from './refusal.js';

/** An answer, or the network's failure. */
export type Attempt = HttpAnswer | HttpError;

interface RetryRule {
  readonly kind: string;
  /** how often it is tried again, after the first time */
  readonly again: number;
  readonly applies: (attempt: Attempt) => boolean;
  /** milliseconds; where absent the wait doubles from attempt to attempt */
  readonly waitMs?: (answer: Attempt, clock: Clock) => number | undefined;
}

/**
 * When a request to the store is sent again. Nothing else is: never 401, 403 or another 400. The last rule is for
 * uploads: the store says so for every failed download, the CDN's 404 right after an upload included
 * (nextcloud/contacts#5329).
 */
const rules: readonly RetryRule[] = [
  {
    kind: 'unavailable',
    again: 5,
    applies: (attempt) =>
      attempt instanceof HttpError ? attempt.code !== 'answer-too-large' : [502, 503, 504].includes(attempt.status),
  },
  { kind: 'crash', again: 1, applies: (attempt) => hasStatus(attempt, 500) },
  { kind: 'throttled', again: 5, applies: (attempt) => hasStatus(attempt, 429), waitMs: retryAfterMs },
  {
    kind: 'not-an-archive',
    again: 3,
    applies: (attempt) =>
      !(attempt instanceof HttpError) &&
      hasStatus(attempt, 400) &&
      reasonsOf(attempt).some((reason) => reason.endsWith('is not a valid tar.gz archive')),
  },
];

export const retryPolicy: RetryPolicy = {
  attempts: Object.fromEntries(rules.map(({ kind, again }) => [kind, again + 1])),
  budgetMs: 5 * 60_000,
  firstWaitMs: 2_000,
  maxWaitMs: 60_000,
};

export function judgeAttempt(attempt: Attempt, clock: Clock): Verdict {
  const rule = rules.find(({ applies }) => applies(attempt));
  if (rule === undefined) return { again: false };
  if (rule.waitMs === undefined) return { again: true, kind: rule.kind };
  const waitMs = rule.waitMs(attempt, clock);
  return waitMs === undefined ? { again: false } : { again: true, kind: rule.kind, waitMs };
}

function hasStatus(attempt: Attempt, status: number): boolean {
  return !(attempt instanceof HttpError) && attempt.status === status;
}

/** Retry-After (RFC 9110 section 10.2.3): seconds or an HTTP date; at least one second. Nothing where there is none. */
function retryAfterMs(attempt: Attempt, clock: Clock): number | undefined {
  const value = attempt instanceof HttpError ? undefined : attempt.headers['retry-after'];
  if (value === undefined) return undefined;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - clock.now().getTime();
  return Number.isNaN(ms) ? undefined : Math.max(1000, ms);
}
