// SPDX-License-Identifier: MIT
import { CodedError, type ErrorCodes, type ErrorDetails } from '../../common/coded-error.js';

const codes = {
  /** the address is no URL, carries a password, or is not https */
  'store-url': 'unusable',
  /** the route needs a token or a password, and there is none */
  'credentials-missing': 'unusable',
  unreachable: 'outside',
  'store-failed': 'outside',
  throttled: 'outside',
  'unexpected-answer': 'outside',
  'not-authenticated': 'refused',
  'not-allowed': 'refused',
  'not-found': 'refused',
  /** the request itself: a missing field, an address that is not https */
  'request-refused': 'refused',
  /** the store could not fetch the archive, or it was too large */
  'download-refused': 'refused',
  'archive-refused': 'refused',
  'metadata-refused': 'refused',
  'not-registered': 'refused',
  'certificate-refused': 'refused',
  'signature-refused': 'refused',
  /** registering would delete all releases, and nobody said that it should */
  'other-certificate': 'refused',
  /** a reason that this program does not know */
  refused: 'refused',
  /** published, but the lists do not show it */
  'not-listed': 'outside',
} as const satisfies ErrorCodes;

export type StoreErrorCode = keyof typeof codes;

/** The store said no, or said nothing. Neither message nor cause ever carries a token or a password. */
export class StoreError extends CodedError<StoreErrorCode> {
  constructor(
    code: StoreErrorCode,
    message: string,
    details: ErrorDetails & { readonly status?: number; readonly reasons?: readonly string[] },
  ) {
    super(code, codes[code], message, details);
    this.status = details.status;
    this.reasons = details.reasons ?? [];
  }

  /** of the answer, where there was one */
  readonly status: number | undefined;
  /** the store's own texts */
  readonly reasons: readonly string[];
}
