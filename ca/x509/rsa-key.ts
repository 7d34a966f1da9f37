// SPDX-License-Identifier: MIT
import { createPublicKey, type KeyObject } from 'node:crypto';
import { readDer } from '../../common/der-reader.js';

/** An RSA public key in numbers. */
export interface RsaKey {
  readonly modulus: bigint;
  /** leading zeros of the modulus not counted */
  readonly bits: number;
  readonly exponent: bigint;
}

/** Undefined where Node knows no such key, or it is damaged. */
export function publicKeyOf(spki: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}

/** The numbers of a SubjectPublicKeyInfo (RFC 8017 appendix A.1.1); undefined where it is no RSA key. */
export function rsaKeyOf(spki: Uint8Array, key = publicKeyOf(spki)): RsaKey | undefined {
  if (key?.asymmetricKeyType !== 'rsa') return undefined;
  const bits = readDer(spki).children()[1]?.bits();
  const [modulus, exponent] = bits === undefined ? [] : readDer(bits).children();
  if (!modulus || !exponent) return undefined;
  const value = modulus.integer();
  return { modulus: value, bits: value.toString(2).length, exponent: exponent.integer() };
}
