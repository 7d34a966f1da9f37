// SPDX-License-Identifier: MIT
import { CodedError, type ErrorCodes, type ErrorDetails } from '../common/coded-error.js';

const codes = {
  'request-refused': 'refused',
  'not-judged': 'refused',
  'not-listed': 'refused',
  'not-code-signed': 'refused',
  'revoked-yet-installed': 'refused',
} as const satisfies ErrorCodes;

/** A part of the circle answered otherwise than it must. */
export class RehearsalError extends CodedError<keyof typeof codes> {
  constructor(code: keyof typeof codes, message: string, details: ErrorDetails) {
    super(code, codes[code], message, details);
  }
}
