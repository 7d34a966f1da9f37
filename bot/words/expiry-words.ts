// SPDX-License-Identifier: MIT
import type { Expiring } from '../../ca/expiry/expiring.js';
import type { CertificateRecord } from '../../ca/ledger/certificate-record.js';
import { requestPath } from '../../ca/repository/repository.js';
import { serialText } from '../../ca/x509/serial.js';
import { isPlainId } from '../rules/path-of.js';
import { block, code, count, day, mentionFromLedger } from './text.js';

/** The issue about a certificate that ends; the same every day, so that it is written once. */
export function expiryWords(record: CertificateRecord): { readonly title: string; readonly body: string } {
  const { app, serial, notAfter } = record;
  const id = isPlainId(app) ? app : 'APP_ID';
  const path = requestPath(id);
  return {
    title: `The certificate of ${app} ends on ${day(notAfter)}`,
    body: [
      `The certificate ${code(serialText(serial))} of ${code(app)} ends on **${day(notAfter)}**. From then on the store takes no release that is signed with it.`,
      `To renew it with the same key, open a pull request that changes ${code(requestPath(app))}:`,
      // the same key signs the same request to the same bytes, and a pull request has to change something
      block(`openssl req -new -sha256 -key ${id}.key -subj "/CN=${id}" -out ${path}\necho >> ${path}`, 'sh'),
      'Nothing is revoked by that: the old certificate stays valid until it ends, and everything that was released with it can be installed. Register the new certificate in the store only together with the next release: registering another certificate deletes the app’s releases there, also where the key is the same.',
      'This issue is closed when the app has a newer certificate.',
    ].join('\n\n'),
  };
}

/** Once a stage, in that issue. */
export function expiryReminder({ record, daysLeft }: Expiring): string {
  const whom = record.requestedBy === undefined ? '' : `${mentionFromLedger(record.requestedBy)}, `;
  return `${whom}the certificate of ${code(record.app)} ends in ${count(daysLeft, 'day')}, on ${day(record.notAfter)}.`;
}
