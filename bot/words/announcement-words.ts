// SPDX-License-Identifier: MIT
import type { AnnouncementRecord, CertificateRecord } from '../../ca/ledger/certificate-record.js';
import { serialText } from '../../ca/x509/serial.js';
import { dayOf } from './day-of.js';
import { mention } from './person.js';

/** Said again before an announced revocation comes, where the new certificate was asked for. */
export function announcementWords(
  { app, serial, on }: AnnouncementRecord,
  successor: Pick<CertificateRecord, 'requestedBy'>,
): string {
  const who = mention(successor.requestedBy);
  return `${who === undefined ? '' : `${who}, `}the old certificate of \`${app}\` (serial \`${serialText(serial)}\`) is revoked on **${dayOf(on)}**, as was
announced. From then on no server installs a release that was signed with it. Publish every version that is to stay
installable again, signed with the new key, before that day.
`;
}
