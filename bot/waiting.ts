// SPDX-License-Identifier: MIT
import type { View } from './view.js';

/** What waits for the CA's key, where that is not at hand. */
export type Waiting =
  | { readonly kind: 'pull-request'; readonly number: number; readonly head: string }
  /** the list, or a revocation that an issue asks for: a reconciliation finds it */
  | { readonly kind: 'upkeep' };

/** Something is to be signed: the certificate, or the list with what was revoked here. */
export function awaitsKey({ situation, judgement, decision, revocations }: View): boolean {
  const { ledger } = situation.base.repository;
  const isCertified = (key: string): boolean =>
    ledger.certificatesOfKey(key).some(({ serial }) => ledger.revocationOf(serial) === undefined);
  const burnt = judgement.leakedKeys.some(isCertified);
  return decision.kind === 'issue' || burnt || revocations.orders.length > 0;
}
