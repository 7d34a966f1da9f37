// SPDX-License-Identifier: MIT
import type { Certificate } from '../../common/certificate.js';
import type { Ledger } from '../ledger/ledger.js';
import { type EntryOf, timeText } from '../ledger/ledger-line.js';
import { serialText } from '../x509/serial.js';

const day = 86_400_000;

/**
 * What the ledger says when a reserved certificate is in its place: that it was issued, and when those are revoked that
 * the app had under another key. Replacing is not revoking: the day is said now, and comes later.
 */
export function entriesOfIssued(
  ledger: Ledger,
  { serial, app, key, profile, reason, overlapDays = 0 }: EntryOf<'reserve'>,
  certificate: Certificate,
  now: Date,
): (EntryOf<'issue'> | EntryOf<'announce'>)[] {
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
  };
  const on = timeText(new Date(now.getTime() + overlapDays * day));
  const announced = ledger
    .certificatesOf(app)
    .filter((old) => old.key !== key && old.notAfter > now)
    .filter((old) => ledger.revocationOf(old.serial) === undefined && ledger.announcementOf(old.serial) === undefined)
    .map((old): EntryOf<'announce'> => {
      const why = reason !== undefined && { why: reason };
      return { kind: 'announce', serial: serialText(old.serial), app, reason: 'superseded', on, ...why };
    });
  return [issued, ...announced];
}
