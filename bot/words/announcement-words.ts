// SPDX-License-Identifier: MIT
import type { AnnouncementRecord, CertificateRecord } from '../../ca/ledger/certificate-record.js';
import { serialText } from '../../ca/x509/serial.js';
import { code, day, mentionFromLedger } from './text.js';

/** Some days before a revocation comes: to whoever asked for the certificate that takes its place. */
export function announcementWords(announced: AnnouncementRecord, successor: CertificateRecord): string {
  const { requestedBy } = successor;
  const whom = requestedBy === undefined ? '' : `${mentionFromLedger(requestedBy)}, `;
  const old = `the certificate ${code(serialText(announced.serial))} of ${code(announced.app)}`;
  return [
    '### A revocation comes',
    `${whom}${old} is revoked on **${day(announced.on)}**, as was announced. From then on no release that was signed with its key can be installed.`,
    `If the app’s newest release is not signed with the key of the certificate ${code(serialText(successor.serial))} yet:`,
    [
      '1. Sign and pack the release with the new key.',
      '2. Register the new certificate in the store, which deletes the app’s releases there.',
      '3. Publish that release right away.',
    ].join('\n'),
  ].join('\n\n');
}
