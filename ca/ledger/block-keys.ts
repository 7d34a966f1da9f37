// SPDX-License-Identifier: MIT
import { AuthorityError } from '../authority-error.js';
import type { Repository } from '../repository/repository.js';
import { serialText } from '../x509/serial.js';
import type { EntryOf } from './ledger-line.js';

/**
 * Writes down that keys are never to be certified; those that are blocked already stay as they are.
 * @param keys SHA-256 of their SubjectPublicKeyInfo, hex
 * @param why for whoever asks for a certificate with one of them
 * @returns those that are blocked from now on
 * @throws AuthorityError `key-certified` where a certificate with one of them is not revoked: to block the key alone would
 *   leave it valid; then nothing is written
 */
export async function blockKeys(
  repository: Repository,
  keys: readonly string[],
  why: string,
  now: Date,
): Promise<ReadonlySet<string>> {
  const { ledger } = repository;
  const valid = [...new Set(keys)]
    .flatMap((key) => ledger.certificatesOfKey(key))
    .find(({ serial }) => ledger.revocationOf(serial) === undefined);
  if (valid !== undefined) {
    const serial = serialText(valid.serial);
    throw new AuthorityError(
      'key-certified',
      `The key ${valid.key} has a certificate that is not revoked, ${serial} of ${valid.app}; nothing was written.`,
      { hint: `Run "nextcloud-ca revoke 0x${serial} --reason keyCompromise": that blocks the key, too.` },
    );
  }
  const fresh = new Set(keys.filter((key) => ledger.blockedKey(key) === undefined));
  const entries = [...fresh].map((key): EntryOf<'block-key'> => ({ kind: 'block-key', key, why }));
  if (entries.length > 0) await repository.record(entries, now);
  return fresh;
}
