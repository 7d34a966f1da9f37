// SPDX-License-Identifier: MIT
import { CodedError, type ErrorCodes, type ErrorDetails } from '../../common/coded-error.js';

const codes = {
  /** the store's list could not be had, or a server would throw it away as a whole */
  'list-unusable': 'outside',
  'not-in-store': 'refused',
  'crl-invalid': 'refused',
  revoked: 'refused',
  untrusted: 'refused',
  'no-common-name': 'refused',
  'other-common-name': 'refused',
  'download-failed': 'outside',
  'signature-invalid': 'refused',
  'not-extracted': 'refused',
  'no-folder': 'refused',
  'several-folders': 'refused',
  'info-unreadable': 'refused',
  'other-id': 'refused',
  'lower-version': 'refused',
  /** installed, but the integrity check of the server would complain */
  'integrity-failed': 'refused',
} as const satisfies ErrorCodes;

export type InstallErrorCode = keyof typeof codes;

/** A server would not install the app. The message is the server's own. */
export class InstallError extends CodedError<InstallErrorCode> {
  constructor(code: InstallErrorCode, message: string, details: ErrorDetails) {
    super(code, codes[code], message, details);
  }
}
