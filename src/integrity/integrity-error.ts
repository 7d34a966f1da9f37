// SPDX-License-Identifier: MIT
import { CodedError, type ErrorCodes, type ErrorDetails } from '../../common/coded-error.js';

const codes = {
  /** the folder is not there, or no app and no server */
  'folder-unreadable': 'unusable',
  'file-unreadable': 'unusable',
  /** neither `--app` nor an info.xml says whose signature this is */
  'scope-unknown': 'unusable',
  /** a signature.json or info.xml beyond all measure */
  'file-too-large': 'unusable',
  /** no server verifies signatures of such a key */
  'key-unsupported': 'unusable',
  /** the server would not get a tree out of the archive */
  'archive-refused': 'refused',
  'key-mismatch': 'refused',
  'wrong-common-name': 'refused',
  /** names or links that no server can verify: all of them are in the findings */
  unsignable: 'refused',
} as const satisfies ErrorCodes;

export type IntegrityErrorCode = keyof typeof codes;

/** Signing could not be done, or checking could not start; a verdict of the check is never an error. */
export class IntegrityError extends CodedError<IntegrityErrorCode> {
  constructor(code: IntegrityErrorCode, message: string, details: ErrorDetails) {
    super(code, codes[code], message, details);
  }
}
