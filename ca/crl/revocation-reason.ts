// SPDX-License-Identifier: MIT
import { InputError } from '../../common/input-error.js';

/**
 * CRLReason (RFC 5280 section 5.3.1) without certificateHold and removeFromCRL: a revocation here is for ever.
 * `unspecified` is 0 and, as the RFC wants, written as no reason at all.
 */
export const revocationReasons = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  privilegeWithdrawn: 9,
  aACompromise: 10,
} as const;

export type RevocationReason = keyof typeof revocationReasons;

/** @throws InputError `bad-usage` */
export function reasonByName(name: string): RevocationReason {
  if (Object.hasOwn(revocationReasons, name)) return name as RevocationReason;
  throw new InputError('bad-usage', `"${name}" is not a reason for a revocation.`, {
    hint: `Use one of ${Object.keys(revocationReasons).join(', ')}.`,
  });
}
