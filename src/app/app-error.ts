// SPDX-License-Identifier: MIT
import { CodedError, type ErrorCodes, type ErrorDetails } from '../../common/coded-error.js';

const codes = {
  'info-unreadable': 'unusable',
  'judge-failed': 'outside',
} as const satisfies ErrorCodes;

/** The errors of reading an app's metadata. What is wrong *in* a file is a finding; these are for everything else. */
export class AppError extends CodedError<keyof typeof codes> {
  constructor(code: keyof typeof codes, message: string, details: ErrorDetails) {
    super(code, codes[code], message, details);
  }
}
