// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import type { Certificate } from '../../common/certificate.js';
import type { CertificateRevocationList } from '../../common/crl.js';
import { SerialMap } from '../../common/serial-map.js';
import { type EntryOf, type LedgerEntry, timeText } from '../ledger/ledger-line.js';
import { keyHash } from '../review/review-subject.js';
import { revocationReasons, type RevocationReason } from '../crl/revocation-reason.js';
import { serialText } from '../x509/serial.js';

/** A certificate of the past, as far as anybody wrote it down. */
export interface PastCertificate {
  readonly app: string;
  readonly serial: bigint;
  readonly key: string;
  readonly fingerprint: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Who asked for a key, first. */
export interface PastRequest {
  readonly at: Date;
  readonly by: string;
}

export interface Past {
  /** in any order; the same certificate may stand there more than once, the last name of its app counts */
  readonly certificates: readonly PastCertificate[];
  /** by SHA-256 of the SubjectPublicKeyInfo */
  readonly requests: ReadonlyMap<string, PastRequest>;
  readonly crls: readonly CertificateRevocationList[];
  /** the tree was a sample */
  readonly partial: boolean;
}

/**
 * The lines of a ledger that begins with what was there before: every certificate in the order of its issuance, every
 * revocation with its date, the lists with their numbers, from where the numbers go on. Nothing on a list is lost, also
 * where nobody knows what its serial was issued for.
 */
export function importHistory({ certificates, requests, crls, partial }: Past): LedgerEntry[] {
  const unique = new Map(certificates.map((certificate) => [certificate.fingerprint, certificate]));
  const issued = [...unique.values()]
    .toSorted((a, b) => a.notBefore.getTime() - b.notBefore.getTime() || Number(a.serial - b.serial))
    .map((certificate) => issueEntry(certificate, requests.get(certificate.key)));
  const lists = crls.toSorted((a, b) => Number((a.number ?? 0n) - (b.number ?? 0n)));
  const appOf = appsBySerial(issued);
  const seen = new SerialMap<true>();
  const revoked = lists.flatMap((list) => {
    const entries = entriesOfList(
      list,
      (serial) => seen.has(serial),
      (serial) => appOf.get(serialText(serial)),
    );
    for (const serial of list.revoked.keys()) seen.set(serial, true);
    return entries;
  });
  return [{ kind: 'import', partial, certificates: issued.length, revocations: seen.size }, ...issued, ...revoked];
}

/** What a list that this ledger did not make adds to it: the revocations that it does not know, and the list itself. */
export function entriesOfList(
  list: CertificateRevocationList,
  isKnown: (serial: bigint) => boolean,
  appOf: (serial: bigint) => string | undefined,
): (EntryOf<'revoke'> | EntryOf<'crl'>)[] {
  const fresh = [...list.revoked.values()].filter(({ serial }) => !isKnown(serial));
  const revoked = fresh.map(({ serial, date, reason }): EntryOf<'revoke'> => {
    const app = appOf(serial);
    return {
      kind: 'revoke',
      serial: serialText(serial),
      ...(app !== undefined && { app }),
      reason: reasonOf(reason),
      date: timeText(date),
      imported: true,
    };
  });
  return [...revoked, crlEntry(list)];
}

/** @param app the folder that it lies in */
export function pastCertificate(app: string, certificate: Certificate): PastCertificate {
  const { serial, fingerprint, notBefore, notAfter } = certificate;
  return { app, serial, fingerprint, notBefore, notAfter, key: keyHash(certificate.spki) };
}

function issueEntry(certificate: PastCertificate, request: PastRequest | undefined): EntryOf<'issue'> {
  const { serial, app, key, fingerprint, notBefore, notAfter } = certificate;
  return {
    kind: 'issue',
    serial: serialText(serial),
    app,
    key,
    fingerprint,
    notBefore: timeText(notBefore),
    notAfter: timeText(notAfter),
    ...(request && { requestedAt: timeText(request.at), requestedBy: request.by }),
    imported: true,
  };
}

/** By serial as text; nobody where it was given to two apps. */
function appsBySerial(issued: readonly EntryOf<'issue'>[]): ReadonlyMap<string, string | undefined> {
  const apps = new Map<string, string | undefined>();
  for (const { serial, app } of issued)
    apps.set(serial, apps.has(serial) && apps.get(serial) !== app ? undefined : app);
  return apps;
}

function reasonOf(code = 0): RevocationReason {
  const known = Object.entries(revocationReasons).find(([, value]) => value === code);
  return (known?.[0] ?? 'unspecified') as RevocationReason;
}

function crlEntry(list: CertificateRevocationList): EntryOf<'crl'> {
  return {
    kind: 'crl',
    number: (list.number ?? 0n).toString(),
    thisUpdate: timeText(list.thisUpdate),
    nextUpdate: timeText(list.nextUpdate ?? list.thisUpdate),
    sha256: createHash('sha256').update(list.der).digest('hex'),
    entries: list.revoked.size,
  };
}
