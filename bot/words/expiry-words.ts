// SPDX-License-Identifier: MIT
import type { Expiring } from '../../ca/expiry/expiring.js';
import type { CertificateRecord } from '../../ca/ledger/certificate-record.js';
import { requestPath } from '../../ca/repository/repository.js';
import { serialText } from '../../ca/x509/serial.js';
import { code, count, day, mentionFromLedger } from './text.js';

/** The issue about a certificate that ends; the same every day, so that it is written once. */
export function expiryWords(record: CertificateRecord): { readonly title: string; readonly body: string } {
  const { app, serial, notAfter } = record;
  return {
    title: `The certificate of ${app} ends on ${day(notAfter)}`,
    body: [
      `The certificate ${code(serialText(serial))} of ${code(app)} ends on ${day(notAfter)}. From then on servers refuse releases that are signed with it.`,
      `To renew it with the same key, open a pull request that changes ${code(requestPath(app))} in any way that keeps the request, an empty line at its end will do. One approval is enough, nothing is revoked.`,
      'Register the new certificate in the store only together with the next release: registering another certificate deletes the app’s releases there, also where the key is the same.',
    ].join('\n\n'),
  };
}

/** Once a stage, in that issue. */
export function expiryReminder({ record, daysLeft }: Expiring): string {
  const whom = record.requestedBy === undefined ? '' : `${mentionFromLedger(record.requestedBy)}, `;
  return `${whom}the certificate of ${code(record.app)} ends in ${count(daysLeft, 'day')}, on ${day(record.notAfter)}.`;
}
