// SPDX-License-Identifier: MIT
import { createCipheriv, generateKeyPair, type KeyObject, pbkdf2Sync } from 'node:crypto';
import { promisify } from 'node:util';
import { integer, nullValue, octetString, oid, sequence } from '../../common/der-writer.js';
import { encodePem } from '../../common/pem.js';
import { systemRandom } from '../random.js';

/** OWASP's figure of 2023 for PBKDF2 with HMAC-SHA-256; Node's own `cipher` option stops at OpenSSL's default of 2,048. */
const defaultIterations = 600_000;

export interface Encryption {
  readonly passphrase: string;
  /** PBKDF2 rounds; fewer only where a test makes many keys */
  readonly iterations?: number;
}

/** A fresh RSA key. The exponent is 65537. */
export async function generateRsaKey(bits: number): Promise<KeyObject> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: bits, publicExponent: 65537 });
  return privateKey;
}

/**
 * PEM `ENCRYPTED PRIVATE KEY`: PKCS#8 under PBES2 with PBKDF2-HMAC-SHA-256 and AES-256-CBC (RFC 8018 sections 6.2 and
 * A.2), which OpenSSL and Node read.
 */
export function encryptPrivateKey(key: KeyObject, { passphrase, iterations = defaultIterations }: Encryption): string {
  const salt = systemRandom(16);
  const iv = systemRandom(16);
  const plain = key.export({ type: 'pkcs8', format: 'der' });
  const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(passphrase, salt, iterations, 32, 'sha256'), iv);
  const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
  plain.fill(0);
  const hmacSha256 = sequence(oid('1.2.840.113549.2.9'), nullValue());
  const derivation = sequence(
    oid('1.2.840.113549.1.5.12'),
    sequence(octetString(salt), integer(iterations), hmacSha256),
  );
  const encryption = sequence(oid('2.16.840.1.101.3.4.1.42'), octetString(iv));
  const algorithm = sequence(oid('1.2.840.113549.1.5.13'), sequence(derivation, encryption));
  return encodePem('ENCRYPTED PRIVATE KEY', sequence(algorithm, octetString(encrypted)));
}
