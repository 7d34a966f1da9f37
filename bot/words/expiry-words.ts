// SPDX-License-Identifier: MIT
import type { Expiring } from '../../ca/expiry/expiring.js';
import type { CertificateRecord } from '../../ca/ledger/certificate-record.js';
import { serialText } from '../../ca/x509/serial.js';
import { dayOf } from './day-of.js';
import { mention } from './person.js';

/** The issue about a certificate that ends: how to renew it, and what that does not do. */
export function expiryWords({ app, serial, notAfter }: CertificateRecord): { title: string; body: string } {
  return {
    title: `The certificate of ${app} ends on ${dayOf(notAfter)}`,
    body: `The certificate of \`${app}\` (serial \`${serialText(serial)}\`) ends on **${dayOf(notAfter)}**. From that day on the store takes no
release that is signed with it.

To renew it, with the same key: open a pull request that changes \`${app}/${app}.csr\` to a new request by the same key.

\`\`\`sh
openssl req -new -key ${app}.key -subj "/CN=${app}" -out ${app}/${app}.csr
\`\`\`

Nothing is revoked by that: the old certificate stays valid until it ends, and everything that was released with it can be
installed. Register the new certificate in the store only together with the next release: registering another certificate
deletes all releases of the app there.

This issue is closed when the app has a newer certificate.
`,
  };
}

/** The one comment of a stage. */
export function expiryReminder({ record, daysLeft }: Expiring): string {
  const who = mention(record.requestedBy);
  const left = daysLeft === 1 ? 'one day' : `${daysLeft} days`;
  return `${who === undefined ? '' : `${who}, `}the certificate of \`${record.app}\` ends in ${left}, on ${dayOf(record.notAfter)}.`;
}
