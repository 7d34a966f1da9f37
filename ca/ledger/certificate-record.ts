// SPDX-License-Identifier: MIT
import type { RevocationReason } from '../crl/revocation-reason.js';
import { serialOf, timeOf } from '../crl/revocation-words.js';
import type { EntryOf, LedgerLine } from './ledger-line.js';
import type { RevokedWords } from './revocations.js';

/** What the ledger knows of one certificate. */
export interface CertificateRecord {
  readonly serial: bigint;
  readonly app: string;
  /** SHA-256 of the SubjectPublicKeyInfo, hex */
  readonly key: string;
  /** SHA-256 of the DER, hex */
  readonly fingerprint: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** issued by hand, before the ledger began */
  readonly imported: boolean;
  readonly requestedAt?: Date;
  readonly requestedBy?: string;
  /** the one that asked for it */
  readonly pullRequest?: number;
  readonly reason?: string;
  /** when the line was written */
  readonly recordedAt: Date;
}

export interface RevocationRecord {
  readonly serial: bigint;
  readonly app: string | undefined;
  readonly reason: RevocationReason;
  readonly date: Date;
  /** what people said */
  readonly why?: string;
  /** who had it revoked */
  readonly by?: string;
  /** number of the issue or pull request in which that happened */
  readonly thread?: number;
}

export interface AnnouncementRecord {
  readonly serial: bigint;
  readonly app: string;
  readonly reason: RevocationReason;
  readonly on: Date;
  readonly why: string | undefined;
}

/** Everything ever certified, as the rules of a review ask for it. The ledger is one. */
export interface Knowledge {
  /** oldest first */
  certificatesOf(app: string): readonly CertificateRecord[];
  certificatesOfKey(key: string): readonly CertificateRecord[];
  /** by serial: 15 of the hand-made ones stand for two apps */
  certificatesOfSerial(serial: bigint): readonly CertificateRecord[];
  revocationOf(serial: bigint): RevocationRecord | undefined;
  announcementOf(serial: bigint): AnnouncementRecord | undefined;
  /** why the key may never be certified again */
  blockedKey(key: string): string | undefined;
  apps(): Iterable<string>;
}

/** The certificate that counts: the newest that is not revoked. */
export function currentCertificate(knowledge: Knowledge, app: string): CertificateRecord | undefined {
  return knowledge.certificatesOf(app).findLast(({ serial }) => knowledge.revocationOf(serial) === undefined);
}

export function certificateRecord(line: EntryOf<'issue'> & LedgerLine): CertificateRecord {
  return {
    serial: BigInt(`0x${line.serial}`),
    app: line.app,
    key: line.key,
    fingerprint: line.fingerprint,
    notBefore: new Date(line.notBefore),
    notAfter: new Date(line.notAfter),
    imported: line.imported === true,
    recordedAt: new Date(line.at),
    ...(line.requestedAt !== undefined && { requestedAt: new Date(line.requestedAt) }),
    ...(line.requestedBy !== undefined && { requestedBy: line.requestedBy }),
    ...(line.pullRequest !== undefined && { pullRequest: line.pullRequest }),
    ...(line.reason !== undefined && { reason: line.reason }),
  };
}

export function announcementRecord({ serial, app, reason, on, why }: EntryOf<'announce'>): AnnouncementRecord {
  return { serial: BigInt(`0x${serial}`), app, reason, on: new Date(on), why };
}

export function revocationRecord(words: RevokedWords): RevocationRecord {
  return {
    serial: BigInt(`0x${serialOf(words)}`),
    app: words.app,
    reason: words.reason,
    date: new Date(timeOf(words)),
    ...words.told,
  };
}
