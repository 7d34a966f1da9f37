// SPDX-License-Identifier: MIT
import type { RevocationReason } from '../crl/revocation-reason.js';
import type { Policy } from '../policy.js';

/** Why an app gets another key. */
export const replacementReasons = ['lost', 'leaked', 'take-over', 'wrong-name', 'rename', 'other'] as const;
export type ReplacementReason = (typeof replacementReasons)[number];

/** A new certificate that ends older ones. */
export interface Replacement {
  readonly why: ReplacementReason;
  /** the id that the app had; absent: it keeps its id */
  readonly from?: string;
}

/** How the older certificates end. */
export interface Ending {
  readonly reason: RevocationReason;
  /** that long both are valid; revoking makes every release that was signed with the old key uninstallable */
  readonly overlapDays: number;
}

/** Replacing is not revoking, except where the key leaked: then every day is one on which anybody can sign. */
export function endingOf({ why, from }: Replacement, policy: Policy): Ending {
  const days = (overlap: number): number => (policy.replacementRevoke === 'at-once' ? 0 : overlap);
  if (why === 'leaked') return { reason: 'keyCompromise', overlapDays: 0 };
  if (why === 'take-over') return { reason: 'affiliationChanged', overlapDays: days(policy.takeOverDays) };
  const gone = why === 'rename' || from !== undefined;
  return { reason: gone ? 'cessationOfOperation' : 'superseded', overlapDays: days(policy.overlapDays) };
}
