// SPDX-License-Identifier: MIT
import type { Authority } from '../../ca/authority.js';
import { publishCrl } from '../../ca/crl/publish-crl.js';
import { MemoryStore } from '../../ca/repository/store.js';
import { Repository } from '../../ca/repository/repository.js';
import type { PreparedCommit } from '../issue/prepared-commit.js';
import type { Settings } from '../settings.js';
import type { Situation } from '../situation.js';

const day = 86_400_000;

/** Why the list has to be made again, in words for the log and the commit; undefined: it need not. */
export function crlIsDue({ ledger }: Repository, { crlRefreshDays }: Settings, now: Date): string | undefined {
  if (ledger.announcements.some(({ on }) => on <= now)) return 'announced revocations are due';
  if (ledger.crl === undefined) return ledger.lineCount > 0 ? 'there is no list yet' : undefined;
  const age = now.getTime() - new Date(ledger.crl.thisUpdate).getTime();
  // where somebody set fewer days in the policy than in the settings, the list must not end first
  const life = new Date(ledger.crl.nextUpdate).getTime() - new Date(ledger.crl.thisUpdate).getTime();
  return age >= Math.min(crlRefreshDays * day, life / 2) ? 'the list is to be refreshed' : undefined;
}

/** The next list with everything whose day has come, as one commit; undefined where none is due. */
export async function prepareCrl(
  base: Situation['base'],
  settings: Settings,
  authority: Authority,
  now: Date,
): Promise<PreparedCommit | undefined> {
  const why = crlIsDue(base.repository, settings, now);
  if (why === undefined) return undefined;
  const store = new MemoryStore(base.repository.store);
  const { number, entries } = await publishCrl(await Repository.open(store), authority, now);
  return {
    before: base.commit,
    parents: [base.commit],
    changes: store.changes,
    message: `Publish CRL ${number}: ${why}\n\nEntries: ${entries}\n`,
  };
}
