// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import type { Certificate } from '../common/certificate.js';
import type { CertificateRevocationList } from '../common/crl.js';
import { belongsTogether } from '../common/private-key.js';
import type { Rule } from '../common/rule.js';
import type { Trust } from '../common/trust.js';

/** What must hold between app, certificate, key and authority before anything is made with them. */
export interface CertificateUse {
  readonly appId: string;
  readonly certificate: Certificate;
  /** absent where somebody else's archive is looked at */
  readonly key?: KeyObject;
  readonly trust: Trust;
  readonly crl?: CertificateRevocationList;
  readonly now: Date;
}

const day = 24 * 60 * 60 * 1000;

/** The rules in the order in which a person would mend them. */
export const certificateRules: readonly Rule<CertificateUse>[] = [
  {
    id: 'certificate-key-mismatch',
    severity: 'error',
    check: ({ certificate, key }) => (key === undefined || belongsTogether(key, certificate) ? [] : [{}]),
    message: 'The private key is not the one of the certificate.',
    fix: 'Give the key that the certificate was requested with; the two files of an app have one name, APP_ID.key and APP_ID.crt.',
    source: 'server: IntegrityCheck/Checker.php signs without this check, and the signature then verifies nowhere',
  },
  {
    id: 'certificate-other-app',
    severity: 'error',
    check: ({ certificate, appId }) => {
      const names = certificate.commonNames;
      if (names.length === 1 && names[0] === appId) return [];
      return [
        {
          message: `The certificate is for ${names.length === 0 ? 'no app (it has no CN)' : `"${names.join('", "')}"`}, the app is "${appId}".`,
        },
      ];
    },
    message: 'The certificate is for another app.',
    fix: 'Use the certificate whose CN is the id in appinfo/info.xml, letter by letter.',
    source: 'store: api/v1/views.py, App id does not match cert CN; server: Installer.php',
  },
  {
    id: 'certificate-not-trusted',
    severity: 'error',
    check: ({ certificate, trust }) => {
      if (trust.issuerOf(certificate) !== undefined) return [];
      return [
        { message: `No accepted authority issued the certificate; it names "${certificate.issuer.toString()}".` },
      ];
    },
    message: 'No accepted authority issued the certificate.',
    fix: 'Use the certificate from the app-certificate-requests repository, or name your own authority with --trust.',
    source: 'server: IntegrityCheck/Checker.php and Installer.php',
  },
  {
    id: 'certificate-expired',
    severity: 'error',
    check: ({ certificate, now }) => {
      if (certificate.notAfter >= now) return [];
      return [{ message: `The certificate expired on ${dateOf(certificate.notAfter)}.` }];
    },
    message: 'The certificate has expired.',
    fix: 'Ask for a renewal: a pull request with the same request in the certificate repository.',
    source: 'store: certificate/validator.py checks the dates at every upload',
  },
  {
    id: 'certificate-not-yet-valid',
    severity: 'error',
    check: ({ certificate, now }) => {
      if (certificate.notBefore <= now) return [];
      return [{ message: `The certificate is valid from ${certificate.notBefore.toISOString()} on only.` }];
    },
    message: 'The certificate is not valid yet.',
    fix: 'Wait until then, or set the clock of this machine right.',
    source: 'store: certificate/validator.py checks the dates at every upload',
  },
  {
    id: 'certificate-revoked',
    severity: 'error',
    check: ({ certificate, crl }) => {
      const entry = crl?.revoked.get(certificate.serial);
      if (entry === undefined) return [];
      return [{ message: `The certificate with serial ${certificate.serial} was revoked on ${dateOf(entry.date)}.` }];
    },
    message: 'The certificate was revoked.',
    fix: 'Make a new key, ask for a certificate with it, and release with the new pair.',
    source: 'store: certificate/validator.py (CRL_CHECK); server: Installer.php',
  },
  {
    id: 'certificate-expires-soon',
    severity: 'warning',
    check: ({ certificate, now }) => {
      const days = Math.floor((certificate.notAfter.getTime() - now.getTime()) / day);
      return days < 0 || days > 90 ? [] : [{ message: `The certificate expires in ${days} days.` }];
    },
    message: 'The certificate expires soon.',
    fix: 'Ask for a renewal now: a pull request with the same request in the certificate repository.',
    source: 'store: certificate/validator.py checks the dates at every upload',
  },
  {
    id: 'crl-not-by-a-trusted-authority',
    severity: 'warning',
    check: ({ crl, trust }) =>
      crl === undefined || trust.issuers.some((issuer) => crl.isSignedBy(issuer)) ? [] : [{}],
    message: 'The revocation list was not signed by an accepted authority; what it says is no proof.',
    fix: 'Give the list of the authority that issued the certificate, with --crl.',
    source: 'server: Installer.php, Could not validate CRL signature',
  },
];

function dateOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
