// SPDX-License-Identifier: MIT
import type { Authority } from '../ca/authority.js';
import { issueCertificate } from '../ca/issue/issue-certificate.js';
import { Ledger } from '../ca/ledger/ledger.js';
import { timeText } from '../ca/ledger/ledger-line.js';
import { certificatePath, ledgerPath, requestPath } from '../ca/repository/repository.js';
import type { CertificateRequest } from '../ca/request/certificate-request.js';
import { keyHash } from '../ca/review/review-subject.js';
import { randomSerial, serialText } from '../ca/x509/serial.js';

const day = 24 * 60 * 60 * 1000;

/**
 * A certificate repository in which the app was certified nearly 3,750 days ago, with this key. Rules about new names hold
 * for ids that were never certified; apps with names that nobody gets any more go on with a renewal.
 */
export async function earlierCertificate(
  appId: string,
  request: CertificateRequest,
  { issuer, signer, profile }: Authority,
): Promise<Record<string, string>> {
  const now = new Date();
  const notBefore = new Date(now.getTime() - (profile.validityDays - 100) * day);
  const serial = randomSerial(() => false);
  const certificate = await issueCertificate({ request, appId, profile, issuer, signer, serial, notBefore });
  const lines = Ledger.parse(new Uint8Array()).append(
    [
      { kind: 'import', partial: false, certificates: 1, revocations: 0 },
      {
        kind: 'issue',
        serial: serialText(serial),
        app: appId,
        key: keyHash(request.spki),
        fingerprint: certificate.fingerprint,
        notBefore: timeText(certificate.notBefore),
        notAfter: timeText(certificate.notAfter),
        imported: true,
      },
    ],
    notBefore,
  );
  return {
    // as somebody's editor left it at the time: the renewal is a change of the file
    [requestPath(appId)]: `${request.toPem()}\n`,
    [certificatePath(appId)]: certificate.toPem(),
    [ledgerPath]: Buffer.from(lines).toString('utf8'),
  };
}
