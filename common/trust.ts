// SPDX-License-Identifier: MIT
import { Certificate } from './certificate.js';
import { InputError } from './input-error.js';
import { pinnedBundle } from './trust-anchor.js';

/** Certificates that are each an accepted issuer, as in the servers' bundle. */
export class Trust {
  /** takes every issuer for an accepted one */
  readonly isIndifferent: boolean = false;

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
      override readonly isIndifferent = true;

      override issuerOf(certificate: Certificate): Certificate {
        return certificate;
      }
    })([]);
  }

  /**
   * The issuer that the server's checker and installer find (server: IntegrityCheck/Checker.php with phpseclib): the
   * first with the same name octet by octet and key identifiers that agree; then its key must verify the signature, and
   * no other one is tried. No path is built; dates, key usage and the issuer's own signature are not looked at. Nothing
   * is fetched.
   */
  issuerOf(certificate: Certificate): Certificate | undefined {
    const issuer = this.issuers.find((candidate) => names(candidate, certificate));
    return issuer !== undefined && certificate.isSignedBy(issuer.publicKey) ? issuer : undefined;
  }
}

const authorityKeyIdentifier = '2.5.29.35';

function names(issuer: Certificate, certificate: Certificate): boolean {
  if (!certificate.issuer.equals(issuer.subject)) return false;
  if (certificate.extension(authorityKeyIdentifier) === undefined) return true;
  const { keyId, serial } = certificate.authorityKeyId;
  const has = issuer.subjectKeyId;
  // An authority key identifier without the key's own is no match either where the issuer has one (measured).
  if (has !== undefined && (keyId === undefined || Buffer.compare(keyId, has) !== 0)) return false;
  return serial === undefined || serial === issuer.serial;
}
