// SPDX-License-Identifier: MIT
import type { RevocationReason } from './revocation-reason.js';

/** One entry of a list, before it is written. */
export interface Revocation {
  /** a number, or hex as the ledger has it */
  readonly serial: bigint | string;
  /** or ISO 8601 as the ledger has it */
  readonly date: Date | string;
  /** default: none, which is what the hand-made lists say */
  readonly reason?: RevocationReason;
}
