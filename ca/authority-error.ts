// SPDX-License-Identifier: MIT
import { CodedError, type ErrorCodes, type ErrorDetails } from '../common/coded-error.js';

const codes = {
  'not-a-request': 'unusable',
  'request-refused': 'refused',
  'wrong-passphrase': 'unusable',
  'key-unusable': 'unusable',
  'bad-key-uri': 'unusable',
  'pkcs11-missing': 'unusable',
  'token-library': 'unusable',
  'token-absent': 'unusable',
  'token-ambiguous': 'unusable',
  'token-failed': 'outside',
  'wrong-pin': 'unusable',
  'pin-locked': 'unusable',
  'key-absent': 'unusable',
  'key-ambiguous': 'unusable',
  'wrong-issuer': 'unusable',
  'issuer-expired': 'refused',
  'bad-serial': 'refused',
  'lint-failed': 'refused',
  'result-wrong': 'refused',
  'bad-crl': 'refused',
  'bad-policy': 'unusable',
  'ledger-broken': 'refused',
  'bad-entry': 'unusable',
  'no-repository': 'unusable',
  'repository-locked': 'outside',
  'not-writable': 'unusable',
  'no-request': 'unusable',
  'needs-decision': 'refused',
  'nothing-to-do': 'refused',
  'nothing-to-revoke': 'refused',
  'not-a-key': 'unusable',
  'key-certified': 'refused',
  'bad-ca-folder': 'unusable',
  'already-there': 'unusable',
  'bad-table': 'unusable',
  'git-failed': 'outside',
} as const satisfies ErrorCodes;

export type AuthorityErrorCode = keyof typeof codes;

/** What goes wrong inside the authority. */
export class AuthorityError extends CodedError<AuthorityErrorCode> {
  constructor(code: AuthorityErrorCode, message: string, details: ErrorDetails) {
    super(code, codes[code], message, details);
  }
}
