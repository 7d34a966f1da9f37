// SPDX-License-Identifier: MIT
import { createPublicKey, type KeyObject } from 'node:crypto';
import { type DerNode, readDer, tag } from '../../common/der-reader.js';
import { nullValue, oid, sequence } from '../../common/der-writer.js';
import { InputError } from '../../common/input-error.js';

/** An RSA public key in numbers. */
export interface RsaKey {
  readonly modulus: bigint;
  /** leading zeros of the modulus not counted */
  readonly bits: number;
  readonly exponent: bigint;
}

/** AlgorithmIdentifier of rsaEncryption with its NULL (RFC 3279 section 2.3.1) */
const rsaEncryption = sequence(oid('1.2.840.113549.1.1.1'), nullValue());

/**
 * Undefined where Node knows no such key, or it is damaged. What is plainly RSA is given to it as an RSAPublicKey: that
 * costs 0.01 ms, and OpenSSL's search for whatever a SubjectPublicKeyInfo may hold 0.16.
 */
export function publicKeyOf(spki: Uint8Array): KeyObject | undefined {
  const rsa = rsaPublicKey(spki);
  try {
    return rsa === undefined
      ? createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
      : createPublicKey({ key: Buffer.from(rsa.bytes), format: 'der', type: 'pkcs1' });
  } catch {
    return undefined;
  }
}

/** The numbers of a SubjectPublicKeyInfo (RFC 8017 appendix A.1.1); undefined where it is no RSA key. */
export function rsaKeyOf(spki: Uint8Array, key = publicKeyOf(spki)): RsaKey | undefined {
  if (key?.asymmetricKeyType !== 'rsa') return undefined;
  const bits = readDer(spki).children()[1]?.bits();
  const [modulus, exponent] = bits === undefined ? [] : readDer(bits).children();
  if (!modulus || !exponent || !isPositive(modulus) || !isPositive(exponent)) return undefined;
  const value = modulus.integer();
  return { modulus: value, bits: value.toString(2).length, exponent: exponent.integer() };
}

/** RSAPublicKey: SEQUENCE { modulus, publicExponent }, and nothing else */
function rsaPublicKey(spki: Uint8Array): DerNode | undefined {
  const [algorithm, key] = readDer(spki).children();
  if (algorithm === undefined || Buffer.compare(algorithm.bytes, rsaEncryption) !== 0) return undefined;
  try {
    const numbers = readDer(key?.bits() ?? new Uint8Array()).expect(tag.sequence, 'an RSA public key');
    const [modulus, exponent, ...more] = numbers.children();
    const isKey = modulus !== undefined && exponent !== undefined && more.length === 0;
    return isKey && isPositive(modulus) && isPositive(exponent) ? numbers : undefined;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Asked of the octets: a modulus as a number is of no use here. */
function isPositive(number: DerNode): boolean {
  const { content } = number.expect(tag.integer, 'an integer');
  return (content[0] ?? 0x80) < 0x80 && content.some((octet) => octet > 0);
}
