// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import { Certificate } from '../../common/certificate.js';
import { belongsTogether } from '../../common/private-key.js';
import { signedBytes, sortHashList } from './hash-list.js';
import { IntegrityError } from './integrity-error.js';
import { signPss } from './pss-signature.js';
import { writeSignatureFile } from './signature-file.js';
import { pathRules, refuseUnsignable } from './signing-rules.js';

/**
 * The content of signature.json, byte for byte what the server's commands write (server: IntegrityCheck/Checker.php).
 * Unlike theirs it embeds the certificate as it is: phpseclib changes certificates with extensions unknown to it.
 *
 * @param hashes path from the app folder to SHA-512 in lowercase hex, in any order
 * @param certificate of the key, or its PEM
 * @throws IntegrityError `key-mismatch`, `key-unsupported`, `unsignable`
 * @throws InputError where the PEM holds no certificate
 */
export function buildSignature(
  hashes: ReadonlyMap<string, string>,
  key: KeyObject,
  certificate: Certificate | string,
): Buffer {
  const holder = typeof certificate === 'string' ? Certificate.fromPem(certificate) : certificate;
  refuseStranger(key, holder);
  refuseUnsignable(pathRules, { files: Array.from(hashes.keys(), (path) => ({ path })) });
  return signHashList(hashes, key, holder);
}

/** The same without a look at names, key and certificate: for callers that had it. */
export function signHashList(hashes: ReadonlyMap<string, string>, key: KeyObject, certificate: Certificate): Buffer {
  const sorted = sortHashList(hashes);
  return writeSignatureFile(sorted, signPss(signedBytes(sorted), key), certificate.toPem('\r\n').trimEnd());
}

/** @throws IntegrityError `key-mismatch` */
export function refuseStranger(key: KeyObject, certificate: Certificate): void {
  if (belongsTogether(key, certificate)) return;
  throw new IntegrityError('key-mismatch', 'The private key is not the one of the certificate.', {
    hint: 'Give the key that the certificate was requested with.',
  });
}
