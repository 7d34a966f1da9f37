// SPDX-License-Identifier: MIT
import type { Certificate } from '../../common/certificate.js';
import { type CertificateRecord, currentCertificate } from '../ledger/certificate-record.js';
import type { Ledger } from '../ledger/ledger.js';
import { type EntryOf, timeText } from '../ledger/ledger-line.js';
import { serialText } from '../x509/serial.js';

const day = 86_400_000;

/**
 * What the ledger says when a reserved certificate is in its place: that it was issued, and when those are revoked that
 * the app had under another key, or under another id. Replacing is not revoking: the day is said now, and comes later. A
 * key that leaked is blocked for ever, and the day of its certificates is today.
 */
export function entriesOfIssued(
  ledger: Ledger,
  reservation: EntryOf<'reserve'>,
  certificate: Certificate,
  now: Date,
): (EntryOf<'issue'> | EntryOf<'announce'> | EntryOf<'block-key'>)[] {
  const { serial, app, key, profile, reason, requestedAt, requestedBy, pullRequest } = reservation;
  const issued: EntryOf<'issue'> = {
    kind: 'issue',
    serial,
    app,
    key,
    fingerprint: certificate.fingerprint,
    notBefore: timeText(certificate.notBefore),
    notAfter: timeText(certificate.notAfter),
    ...(profile !== undefined && { profile }),
    ...(reason !== undefined && { reason }),
    ...(requestedAt !== undefined && { requestedAt }),
    ...(requestedBy !== undefined && { requestedBy }),
    ...(pullRequest !== undefined && { pullRequest }),
  };
  return [issued, ...leakedKey(ledger, reservation), ...endings(ledger, reservation, now)];
}

/** The key that leaked is the one that is replaced: of the id that the app had, where it gets another one. */
function leakedKey(ledger: Ledger, reservation: EntryOf<'reserve'>): EntryOf<'block-key'>[] {
  const key = leaked(ledger, reservation);
  if (key === undefined || ledger.blockedKey(key) !== undefined) return [];
  return [{ kind: 'block-key', key, why: 'it was replaced because it leaked' }];
}

function leaked(
  ledger: Ledger,
  { app, key, overlapReason, renamedFrom }: EntryOf<'reserve'>,
): CertificateRecord['key'] | undefined {
  const replaced = currentCertificate(ledger, renamedFrom ?? app);
  return overlapReason === 'keyCompromise' && replaced?.key !== key ? replaced?.key : undefined;
}

function endings(ledger: Ledger, reservation: EntryOf<'reserve'>, now: Date): EntryOf<'announce'>[] {
  const { app, key, reason: why, overlapDays = 0, overlapReason = 'superseded', renamedFrom } = reservation;
  const burnt = leaked(ledger, reservation);
  const old = [app, ...(renamedFrom === undefined ? [] : [renamedFrom])].flatMap((id) => ledger.certificatesOf(id));
  const ending = new Set([...old, ...(burnt === undefined ? [] : ledger.certificatesOfKey(burnt))]);
  const on = timeText(new Date(now.getTime() + overlapDays * day));
  return (
    [...ending]
      .filter(
        (record) => record.key !== key && record.notAfter > now && ledger.revocationOf(record.serial) === undefined,
      )
      // a day that was announced stays, unless everybody has the key
      .filter((record) => record.key === burnt || ledger.announcementOf(record.serial) === undefined)
      .map((record) => {
        const reason = renamedFrom !== undefined && record.app === app ? 'superseded' : overlapReason;
        return {
          kind: 'announce',
          serial: serialText(record.serial),
          app: record.app,
          reason,
          on,
          ...(why !== undefined && { why }),
        };
      })
  );
}
