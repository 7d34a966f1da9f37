// SPDX-License-Identifier: MIT
import { CodedError, type ErrorCodes, type ErrorDetails } from '../common/coded-error.js';

const codes = {
  /** no answer, or a broken one: nobody knows whether it was done */
  'github-unreachable': 'outside',
  /** GitHub's own fault, 5xx: nobody knows whether it was done either */
  'github-failed': 'outside',
  'rate-limited': 'outside',
  /** 401, 403: a permission of the App, or a rule of the repository */
  'not-permitted': 'unusable',
  /** 404, 410: also what is said of things that the App may not see */
  'not-found': 'outside',
  /** 409, 422 and whatever else is refused */
  'request-refused': 'outside',
  'object-damaged': 'outside',
  'too-much-to-read': 'outside',
  'not-a-file': 'refused',
  'branch-refused': 'unusable',
  'still-moving': 'outside',
  'head-moved': 'refused',
  'left-undone': 'outside',
  'bad-settings': 'unusable',
  'store-unreadable': 'outside',
  'no-repository': 'unusable',
  'bad-environment': 'unusable',
} as const satisfies ErrorCodes;

export type BotErrorCode = keyof typeof codes;

/** What goes wrong between the bot and GitHub. */
export class BotError extends CodedError<BotErrorCode> {
  /** of GitHub's answer, where there was one */
  readonly status: number | undefined;

  constructor(code: BotErrorCode, message: string, details: ErrorDetails & { readonly status?: number }) {
    super(code, codes[code], message, details);
    this.status = details.status;
  }
}

/** True where GitHub answered with one of these statuses; a limit says nothing about what was asked for. */
export function hasStatus(error: unknown, ...statuses: number[]): boolean {
  if (!(error instanceof BotError) || error.code === 'rate-limited') return false;
  return error.status !== undefined && statuses.includes(error.status);
}
