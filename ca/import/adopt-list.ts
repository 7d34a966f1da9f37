// SPDX-License-Identifier: MIT
import type { CertificateRevocationList } from '../../common/crl.js';
import { encodePem } from '../../common/pem.js';
import type { Authority } from '../authority.js';
import { AuthorityError } from '../authority-error.js';
import { crlPath, pendingCrlPath, type Repository } from '../repository/repository.js';
import { entriesOfList } from './import-history.js';

/**
 * Takes a list for the last one, of which the ledger does not know: it was published, and then an older backup was put
 * back. Nothing that is on it is lost, and the next list has a higher number.
 * @throws AuthorityError `bad-crl` where it is not newer, or not signed by this authority
 */
export async function adoptList(
  repository: Repository,
  { issuer }: Authority,
  list: CertificateRevocationList,
  now: Date,
  file = 'the list',
): Promise<void> {
  const { store, ledger } = repository;
  const last = BigInt(ledger.crl?.number ?? 0);
  if (!list.isSignedBy(issuer)) throw badCrl(`${file} is not signed by this authority.`, file);
  if ((list.number ?? 0n) <= last) {
    throw badCrl(`${file} has the number ${list.number ?? 0n}, the ledger’s last is ${last}: nothing is newer.`, file);
  }
  const entries = entriesOfList(
    list,
    (serial) => ledger.revocationOf(serial) !== undefined,
    (serial) => {
      const apps = new Set(ledger.certificatesOfSerial(serial).map(({ app }) => app));
      return apps.size === 1 ? [...apps][0] : undefined;
    },
  );
  // in the order of publishCrl: a draft until the ledger speaks of it
  await store.replace(pendingCrlPath, Buffer.from(encodePem('X509 CRL', list.der), 'latin1'));
  await repository.record(entries, now);
  await store.rename(pendingCrlPath, crlPath);
}

function badCrl(what: string, file: string): AuthorityError {
  return new AuthorityError('bad-crl', what, {
    hint: 'Give the list that the store has, e.g. downloaded from it, where its number is the higher one.',
    file,
  });
}
