// SPDX-License-Identifier: MIT
import type { Effect } from './faults.js';

/** Failures that GitHub is known for, in its words (REST documentation, "Rate limits" and "Troubleshooting"). */
export const faultEffects = {
  internalError: { kind: 'answer', status: 500, message: 'Server Error' },
  badGateway: { kind: 'answer', status: 502, message: 'Server Error' },
  /** a 502 although the work was done */
  badGatewayAfter: { kind: 'answer-after', status: 502 },
  unavailable: { kind: 'answer', status: 503, message: 'Service Unavailable' },
  conflict: { kind: 'answer', status: 409, message: 'Conflict' },
  unprocessable: { kind: 'answer', status: 422, message: 'Validation Failed' },
  dropBefore: { kind: 'drop-before' },
  dropAfter: { kind: 'drop-after' },
} as const satisfies Readonly<Record<string, Effect>>;

/** The hourly limit is used up. @param until when it begins anew */
export function primaryLimit(until: Date): Effect {
  return {
    kind: 'answer',
    status: 403,
    message: 'API rate limit exceeded for installation ID 1.',
    headers: {
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-used': '5000',
      'x-ratelimit-reset': String(Math.ceil(until.getTime() / 1000)),
      'x-ratelimit-resource': 'core',
    },
  };
}

/** Too much at once. @param retryAfter seconds; without it the words alone say so */
export function secondaryLimit(retryAfter?: number): Effect {
  return {
    kind: 'answer',
    status: 403,
    message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    ...(retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }),
  };
}
