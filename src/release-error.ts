// SPDX-License-Identifier: MIT
import { CodedError, type ErrorCodes, type ErrorDetails } from '../common/coded-error.js';

const codes = {
  'plan-refused': 'refused',
  'validation-failed': 'refused',
  'archive-refused': 'refused',
  'archive-other-app': 'refused',
  'served-archive-differs': 'refused',
  'nothing-to-publish-to': 'unusable',
} as const satisfies ErrorCodes;

/** A release that may not happen, or did not: the errors of the pipeline itself; each room has its own beside. */
export class ReleaseError extends CodedError<keyof typeof codes> {
  constructor(code: keyof typeof codes, message: string, details: ErrorDetails) {
    super(code, codes[code], message, details);
  }
}
