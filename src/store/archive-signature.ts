// SPDX-License-Identifier: MIT
import { type KeyObject, sign, verify } from 'node:crypto';

/**
 * What the store and the server's installer verify: RSA PKCS#1 v1.5 with SHA-512 over the bytes, base64 on one line
 * (store: REST documentation; server: Installer.php). The bytes are the archive's, or the app id's for a registration.
 */
export function signBytes(bytes: Uint8Array, key: KeyObject): string {
  return sign('sha512', bytes, key).toString('base64');
}

/** Base64 is read as Python and PHP do: characters outside its alphabet, line breaks say, are passed over. */
export function verifyBytes(bytes: Uint8Array, key: KeyObject, signature: string): boolean {
  if (key.asymmetricKeyType !== 'rsa') return false;
  return verify('sha512', bytes, key, Buffer.from(signature, 'base64'));
}
