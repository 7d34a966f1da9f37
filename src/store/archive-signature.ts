// SPDX-License-Identifier: MIT
import { type KeyObject, sign, verify } from 'node:crypto';
import { readLenientBase64 } from './lenient-base64.js';

/**
 * What the store and the server's installer verify: RSA PKCS#1 v1.5 with SHA-512 over the bytes, base64 on one line
 * (store: REST documentation; server: Installer.php). The bytes are the archive's, or the app id's for a registration.
 */
export function signBytes(bytes: Uint8Array, key: KeyObject): string {
  return sign('sha512', bytes, key).toString('base64');
}

/** Base64 is read as the store does: characters outside its alphabet, line breaks say, are passed over. */
export function verifyBytes(bytes: Uint8Array, key: KeyObject, signature: string): boolean {
  const reading = readLenientBase64(signature);
  if ('fault' in reading || key.asymmetricKeyType !== 'rsa') return false;
  return verify('sha512', bytes, key, reading.bytes);
}
