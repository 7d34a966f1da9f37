// SPDX-License-Identifier: MIT
import { InputError } from '../../common/input-error.js';
import type { Authority } from '../authority.js';
import { AuthorityError } from '../authority-error.js';
import { type CertificateRecord, currentCertificate } from '../ledger/certificate-record.js';
import type { Ledger } from '../ledger/ledger.js';
import { type EntryOf, timeText } from '../ledger/ledger-line.js';
import type { Repository } from '../repository/repository.js';
import { quote } from '../review/review-subject.js';
import { serialText } from '../x509/serial.js';
import { publishCrl } from './publish-crl.js';
import type { RevocationReason } from './revocation-reason.js';

const day = 86_400_000;

export interface RevocationOrder {
  /** an app id, `0x` and hex, or decimal as servers print it */
  readonly target: string;
  readonly reason: RevocationReason;
  readonly now: Date;
  /** in the future: announced, not done; in the past: the revocation date on the list; default: now */
  readonly date?: Date;
  /** the serial is in no line of the ledger: somebody signed it, and recorded nothing */
  readonly unknown?: boolean;
  /** what people said, who they are, and in which issue or pull request: for the ledger, not for the list */
  readonly told?: Pick<EntryOf<'revoke'>, 'why' | 'by' | 'thread'>;
}

export interface Revoked {
  /** none where the serial is unknown */
  readonly certificates: readonly CertificateRecord[];
  /** revoked now, or on a day to come */
  readonly on: Date;
  /** the new list; absent where the revocation was announced only */
  readonly crl?: EntryOf<'crl'>;
}

/**
 * Revokes, or announces it. Where a key leaked, every certificate of that key is revoked, and the key is blocked for ever.
 * @throws AuthorityError `nothing-to-revoke`; InputError `bad-usage` where the date makes no sense
 */
export async function revoke(repository: Repository, authority: Authority, order: RevocationOrder): Promise<Revoked> {
  const { ledger } = repository;
  const { reason, now } = order;
  if (order.unknown === true) return revokeUnknown(repository, authority, order);
  const targets = targetsOf(ledger, order.target);
  const certificates = reason === 'keyCompromise' ? withSameKeys(ledger, targets) : targets;
  const date = order.date ?? now;
  if (order.date !== undefined) refuseImpossible(order.date, now, certificates);
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
    ...order.told,
  }));
  return { certificates, on: date, crl: await publishCrl(repository, authority, now, revoked, blocked) };
}

/** A serial that the ledger does not know may be given out all the same, by hand or by somebody who has the key. */
async function revokeUnknown(
  repository: Repository,
  authority: Authority,
  { target, reason, now, date = now }: RevocationOrder,
): Promise<Revoked> {
  const serial = serialOf(target);
  if (serial === undefined) throw badSerial(`${quote(target)} is not a serial.`);
  const { ledger } = repository;
  if (ledger.certificatesOfSerial(serial).length > 0) throw badSerial(`The ledger knows ${target}: it is not unknown.`);
  if (ledger.revocationOf(serial) !== undefined) throw nothingToRevoke(target, 'is revoked already');
  if (date > now) throw badDate('What nobody knows cannot be announced to anybody.');
  const revoked: EntryOf<'revoke'> = { kind: 'revoke', serial: serialText(serial), reason, date: timeText(date) };
  return { certificates: [], on: date, crl: await publishCrl(repository, authority, now, [revoked]) };
}

/**
 * The certificates that a revocation would hit: for an app all that are not revoked and have its current key, for a
 * serial every app that it was ever issued to.
 */
export function targetsOf(ledger: Ledger, target: string): CertificateRecord[] {
  const current = currentCertificate(ledger, target);
  const serial = serialOf(target);
  const candidates =
    current !== undefined
      ? ledger.certificatesOf(target).filter(({ key }) => key === current.key)
      : serial !== undefined
        ? ledger.certificatesOfSerial(serial)
        : [];
  const targets = candidates.filter((one) => ledger.revocationOf(one.serial) === undefined);
  // 15 serials of the past stand for two apps, and who revokes one hits the other
  if (targets.length > 0) return [...new Set(targets.flatMap((one) => ledger.certificatesOfSerial(one.serial)))];
  const revoked = candidates.length > 0 || ledger.certificatesOf(target).length > 0;
  throw nothingToRevoke(target, revoked ? 'is revoked already' : 'is in no line of the ledger');
}

function serialOf(target: string): bigint | undefined {
  return /^(?:0x[0-9a-f]{1,40}|[0-9]{1,48})$/i.test(target) ? BigInt(target) : undefined;
}

function nothingToRevoke(target: string, why: string): AuthorityError {
  return new AuthorityError('nothing-to-revoke', `${quote(target)} ${why}; nothing was written.`, {
    hint: 'Give the id of an app, or a serial as 0x and hex digits or in decimal; where nobody recorded it, with --unknown.',
  });
}

/** A renewal has the key of the certificate before: who has the key can sign with both. */
function withSameKeys(ledger: Ledger, targets: readonly CertificateRecord[]): CertificateRecord[] {
  const same = targets.flatMap(({ key }) => ledger.certificatesOfKey(key));
  return [...new Set(same)].filter(({ serial }) => ledger.revocationOf(serial) === undefined);
}

function refuseImpossible(date: Date, now: Date, certificates: readonly CertificateRecord[]): void {
  const first = Math.min(...certificates.map(({ notBefore }) => notBefore.getTime()));
  const last = Math.max(...certificates.map(({ notAfter }) => notAfter.getTime()));
  const [given, issued, ends] = [date, new Date(first), new Date(last)].map((at) => at.toISOString().slice(0, 10));
  // a day without a time is its midnight: that of the day of issuance lies before the certificate
  if (date.getTime() <= first - day) throw badDate(`On ${given} there was no certificate: it was issued on ${issued}.`);
  if (date > now && date.getTime() > last) throw badDate(`On ${given} the certificate is over: it ends on ${ends}.`);
}

function badSerial(what: string): InputError {
  return new InputError('bad-usage', what, {
    hint: 'Give a serial as 0x and hex digits or in decimal, and --unknown only where the ledger does not have it.',
  });
}

function badDate(what: string): InputError {
  return new InputError('bad-usage', what, { hint: 'Give a date between the two with --date, or none for now.' });
}

function blockedKeys(ledger: Ledger, certificates: readonly CertificateRecord[]): EntryOf<'block-key'>[] {
  const keys = new Set(certificates.map(({ key }) => key).filter((key) => ledger.blockedKey(key) === undefined));
  return [...keys].map((key) => ({ kind: 'block-key', key, why: 'a certificate of it was revoked: keyCompromise' }));
}
