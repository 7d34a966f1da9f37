// SPDX-License-Identifier: MIT
import type { Authority } from '../authority.js';
import { AuthorityError } from '../authority-error.js';
import { type CertificateRecord, currentCertificate } from '../ledger/certificate-record.js';
import type { Ledger } from '../ledger/ledger.js';
import { type EntryOf, timeText } from '../ledger/ledger-line.js';
import type { Repository } from '../repository/repository.js';
import { serialText } from '../x509/serial.js';
import { publishCrl } from './publish-crl.js';
import type { RevocationReason } from './revocation-reason.js';

export interface RevocationOrder {
  /** an app id, `0x` and hex, or decimal as servers print it */
  readonly target: string;
  readonly reason: RevocationReason;
  readonly now: Date;
  /** in the future: announced, not done; in the past: the revocation date on the list; default: now */
  readonly date?: Date;
}

export interface Revoked {
  readonly certificates: readonly CertificateRecord[];
  /** revoked now, or on a day to come */
  readonly on: Date;
  /** the new list; absent where the revocation was announced only */
  readonly crl?: EntryOf<'crl'>;
}

/**
 * Revokes, or announces it. A key that leaked is blocked for ever as well.
 * @throws AuthorityError `nothing-to-revoke`
 */
export async function revoke(repository: Repository, authority: Authority, order: RevocationOrder): Promise<Revoked> {
  const { ledger } = repository;
  const { reason, now } = order;
  const certificates = targetsOf(ledger, order.target);
  const date = order.date ?? now;
  const blocked = reason === 'keyCompromise' ? blockedKeys(ledger, certificates) : [];
  const lines = certificates.map(({ serial, app }) => ({ serial: serialText(serial), app, reason }));
  if (date > now) {
    const announced = lines.map((line): EntryOf<'announce'> => ({ kind: 'announce', ...line, on: timeText(date) }));
    await repository.record([...blocked, ...announced], now);
    return { certificates, on: date };
  }
  // one line for a serial, also where it stands for two apps: the list knows serials only
  const once = new Map(lines.map((line) => [line.serial, line]));
  const revoked = [...once.values()].map((line): EntryOf<'revoke'> => ({
    kind: 'revoke',
    ...line,
    date: timeText(date),
  }));
  return { certificates, on: date, crl: await publishCrl(repository, authority, now, revoked, blocked) };
}

/**
 * The certificates that a revocation would hit: for an app all that are not revoked and have its current key, for a
 * serial every app that it was ever issued to.
 */
export function targetsOf(ledger: Ledger, target: string): CertificateRecord[] {
  const current = currentCertificate(ledger, target);
  const isSerial = /^(?:0x[0-9a-f]+|[0-9]+)$/i.test(target);
  const candidates =
    current !== undefined
      ? ledger.certificatesOf(target).filter(({ key }) => key === current.key)
      : isSerial
        ? ledger.certificatesOfSerial(BigInt(target))
        : [];
  const targets = candidates.filter(({ serial }) => ledger.revocationOf(serial) === undefined);
  if (targets.length > 0) return targets;
  const why =
    candidates.length > 0 || ledger.certificatesOf(target).length > 0
      ? 'is revoked already'
      : 'is in no line of the ledger';
  throw new AuthorityError('nothing-to-revoke', `"${target}" ${why}; nothing was written.`, {
    hint: 'Give the id of an app, or a serial as 0x and hex digits or in decimal.',
  });
}

function blockedKeys(ledger: Ledger, certificates: readonly CertificateRecord[]): EntryOf<'block-key'>[] {
  const keys = new Set(certificates.map(({ key }) => key).filter((key) => ledger.blockedKey(key) === undefined));
  return [...keys].map((key) => ({ kind: 'block-key', key, why: 'a certificate of it was revoked: keyCompromise' }));
}
