// SPDX-License-Identifier: MIT
import { CodedError, type ErrorCodes, type ErrorDetails } from '../../common/coded-error.js';

const codes = {
  /** package.json is no JSON object */
  'package-json-unreadable': 'refused',
  /** nothing says which versions to install */
  'no-lock-file': 'refused',
  'program-missing': 'unusable',
  'command-failed': 'refused',
  /** the registry cannot be reached */
  'no-network': 'outside',
  /** git does not tell which files belong to the checkout */
  'git-refused': 'unusable',
  /** the temporary folder cannot be written */
  'copy-failed': 'outside',
} as const satisfies ErrorCodes;

/** The app could not be built. */
export class BuildError extends CodedError<keyof typeof codes> {
  constructor(code: keyof typeof codes, message: string, details: ErrorDetails) {
    super(code, codes[code], message, details);
  }
}

export const buildItYourself = 'build the app yourself and pack the folder as it is, with --no-build';
