// SPDX-License-Identifier: MIT
import type { Authority } from '../../ca/authority.js';
import { revoke } from '../../ca/crl/revoke.js';
import { MemoryStore } from '../../ca/repository/store.js';
import { Repository } from '../../ca/repository/repository.js';
import { serialText } from '../../ca/x509/serial.js';
import type { OrderedRevocation } from '../approval/revocation-requests.js';
import { nameOf } from '../issue/prepare-issue.js';
import type { PreparedCommit } from '../issue/prepared-commit.js';
import type { Situation } from '../situation.js';

/** Reasons stand in a public ledger, once for every certificate. */
const maxWhy = 1_000;

/**
 * The revocations that a thread asks for, and the list that goes with them, as one commit.
 * @param thread number of the issue or pull request in which they were asked for
 * @returns undefined where nothing is left to revoke
 */
export async function prepareRevocations(
  base: Situation['base'],
  orders: readonly OrderedRevocation[],
  thread: number,
  authority: Authority,
  now: Date,
): Promise<PreparedCommit | undefined> {
  if (orders.length === 0) return undefined;
  const store = new MemoryStore(base.repository.store);
  const repository = await Repository.open(store);
  const trailers: string[] = [];
  for (const { app, serials, reason, approvals, why, signedByKey } of orders) {
    const names = [...(signedByKey ? ['its key'] : []), ...approvals.map(({ by }) => nameOf(by))];
    const told = { ...(why !== '' && { why: why.slice(0, maxWhy) }), by: names.join(', '), thread };
    for (const serial of serials) {
      // the one before it may have taken this one along
      if (repository.ledger.revocationOf(serial) !== undefined) continue;
      await revoke(repository, authority, { target: `0x${serialText(serial)}`, reason, now, told });
      const people = approvals.map(({ by, source }) => `${nameOf(by)}, ${source}`).join('; ');
      trailers.push(`Revoked: ${app} ${serialText(serial)} ${reason}`, `Approved-by: ${people}`);
    }
  }
  if (trailers.length === 0) return undefined;
  const apps = [...new Set(orders.map(({ app }) => app))].join(', ');
  return {
    before: base.commit,
    parents: [base.commit],
    changes: store.changes,
    message: `Revoke ${apps} (#${thread})\n\n${trailers.join('\n')}\n`,
  };
}
