// SPDX-License-Identifier: MIT
import { CodedError, type ErrorCodes, type ErrorDetails } from './coded-error.js';

const codes = {
  'bad-usage': 'unusable',
  'file-unreadable': 'unusable',
  'file-too-large': 'unusable',
  'not-pem': 'unusable',
  'not-der': 'unusable',
  'not-a-certificate': 'unusable',
  'not-a-crl': 'unusable',
  'not-a-private-key': 'unusable',
} as const satisfies ErrorCodes;

/** Input that cannot be used at all: the ground floor's error class. */
export class InputError extends CodedError<keyof typeof codes> {
  constructor(code: keyof typeof codes, message: string, details: ErrorDetails) {
    super(code, codes[code], message, details);
  }
}
