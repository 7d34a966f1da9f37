// SPDX-License-Identifier: MIT
import type { AnnouncementRecord, CertificateRecord } from '../../ca/ledger/certificate-record.js';
import { serialText } from '../../ca/x509/serial.js';
import type { Holder } from '../holder.js';
import { code, day, mention, mentionFromLedger } from './text.js';

/**
 * Some days before a revocation comes: to whoever asked for the certificate that takes its place, and to whoever asked for
 * the one that ends.
 * @param successor undefined: none takes its place
 */
export function announcementWords(
  announced: AnnouncementRecord,
  successor: CertificateRecord | undefined,
  holder?: Holder,
): string {
  const people = [
    ...(successor?.requestedBy === undefined ? [] : [mentionFromLedger(successor.requestedBy)]),
    ...(holder === undefined ? [] : [mention(holder.login)]),
  ];
  const whom = [...new Set(people)].map((one) => `${one}, `).join('');
  const old = `the certificate ${code(serialText(announced.serial))} of ${code(announced.app)}`;
  const next =
    successor === undefined
      ? 'No other certificate of the app takes its place: to publish releases from then on, make a new key and ask for one.'
      : `If the app’s newest release is not signed with the key of the certificate ${code(serialText(successor.serial))} yet:`;
  const steps = [
    '1. Sign and pack the release with the new key.',
    '2. Register the new certificate in the store, which deletes the app’s releases there.',
    '3. Publish that release right away.',
  ].join('\n');
  return [
    '### A revocation comes',
    `${whom}${old} is revoked on **${day(announced.on)}**, as was announced. From then on no release that was signed with its key can be installed.`,
    next,
    ...(successor === undefined ? [] : [steps]),
  ].join('\n\n');
}
