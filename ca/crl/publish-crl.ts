// SPDX-License-Identifier: MIT
import { hash } from 'node:crypto';
import { encodePem } from '../../common/pem.js';
import type { Authority } from '../authority.js';
import { wholeSeconds } from '../issue/issue-certificate.js';
import { type EntryOf, type LedgerEntry, timeText } from '../ledger/ledger-line.js';
import { crlPath, pendingCrlPath, type Repository } from '../repository/repository.js';
import { serialText } from '../x509/serial.js';
import { writeCrl } from './create-crl.js';
import { refuseBadCrl } from './crl-lint.js';
import { wordsOf } from './revocation-words.js';

const day = 86_400_000;

/**
 * Makes the next list: everything revoked so far, `more`, and the announced revocations whose day has come. The lines of
 * all that and of the list itself are one append to the ledger: before it nothing happened, after it all of it did, even
 * where putting the list in place is left to the next run.
 * @param also lines to record in the same append, before the others
 * @throws AuthorityError `bad-crl`
 */
export async function publishCrl(
  repository: Repository,
  { issuer, signer }: Authority,
  now: Date,
  more: readonly EntryOf<'revoke'>[] = [],
  also: readonly LedgerEntry[] = [],
): Promise<EntryOf<'crl'>> {
  const { ledger, store, policy } = repository;
  const due = ledger.announcements
    .filter(({ on }) => on <= now)
    .map(({ serial, app, reason, on }): EntryOf<'revoke'> => {
      return { kind: 'revoke', serial: serialText(serial), app, reason, date: timeText(on) };
    });
  const added = new Map<string, EntryOf<'revoke'>>();
  for (const line of [...more, ...due]) {
    if (!added.has(line.serial) && !ledger.revocations.has(line.serial)) added.set(line.serial, line);
  }
  const revoked = [...ledger.revocations.words, ...[...added.values()].map(wordsOf)];
  const thisUpdate = wholeSeconds(now);
  const nextUpdate = new Date(thisUpdate.getTime() + policy.crlDays * day);
  const number = BigInt(ledger.crl?.number ?? 0) + 1n;
  const der = await writeCrl({ issuer, signer, number, thisUpdate, nextUpdate, revoked });
  refuseBadCrl({ der, issuer, number, revoked, now });
  const entry: EntryOf<'crl'> = {
    kind: 'crl',
    number: number.toString(),
    thisUpdate: timeText(thisUpdate),
    nextUpdate: timeText(nextUpdate),
    sha256: hash('sha256', der, 'hex'),
    entries: revoked.length,
  };
  await store.replace(pendingCrlPath, Buffer.from(encodePem('X509 CRL', der), 'latin1'));
  await repository.record([...also, ...added.values(), entry], now);
  await store.rename(pendingCrlPath, crlPath);
  return entry;
}
