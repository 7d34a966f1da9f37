// SPDX-License-Identifier: MIT
import { Certificate } from './certificate.js';
import { InputError } from './input-error.js';
import { pinnedBundle } from './trust-anchor.js';

/** Certificates that are each an accepted issuer, as in the servers' bundle. */
export class Trust {
  constructor(readonly issuers: readonly Certificate[]) {}

  /** @throws InputError `not-a-certificate` where the text holds none */
  static fromPem(text: string, file = 'the trust file'): Trust {
    const issuers = Certificate.allFromPem(text, file);
    if (issuers.length === 0) {
      throw new InputError('not-a-certificate', `${file} holds no certificate.`, {
        hint: 'Give a PEM file with one or more CA certificates.',
        file,
      });
    }
    return new Trust(issuers);
  }

  /** the pinned bundle of the servers */
  static pinned(): Trust {
    return Trust.fromPem(pinnedBundle, 'the pinned bundle');
  }

  /** Accepts every issuer: for a check that goes on where an unknown issuer was told as a warning already. */
  static indifferent(): Trust {
    return new (class extends Trust {
      override issuerOf(certificate: Certificate): Certificate {
        return certificate;
      }
    })([]);
  }

  /**
   * The issuer that the server's checker and installer find (server: IntegrityCheck/Checker.php with phpseclib): same
   * name octet by octet, key identifiers that agree where both have one, and a signature that verifies. No path is
   * built; dates, key usage and the issuer's own signature are not looked at. Nothing is fetched.
   */
  issuerOf(certificate: Certificate): Certificate | undefined {
    return this.issuers.find((issuer) => names(issuer, certificate) && certificate.isSignedBy(issuer.publicKey));
  }
}

function names(issuer: Certificate, certificate: Certificate): boolean {
  if (!certificate.issuer.equals(issuer.subject)) return false;
  const wanted = certificate.authorityKeyId;
  const has = issuer.subjectKeyId;
  if (wanted.keyId && has && Buffer.compare(wanted.keyId, has) !== 0) return false;
  return wanted.serial === undefined || wanted.serial === issuer.serial;
}
