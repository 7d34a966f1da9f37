// SPDX-License-Identifier: MIT
import { constants, createHash, type KeyObject, privateEncrypt, publicDecrypt } from 'node:crypto';
import { IntegrityError } from './integrity-error.js';

/**
 * RSASSA-PSS as the server has it (RFC 8017 section 8.1): message hash SHA-1, because phpseclib 2 takes that by default
 * and the server never sets it, MGF1 with SHA-512, no salt. `crypto.sign` always takes the message hash for MGF1 too, so
 * the block is encoded here, and Node does the RSA on it: 4 ms for a key of 4096 bits.
 */
const hashLength = 20;

/** @throws IntegrityError `key-unsupported` */
export function signPss(message: Uint8Array, key: KeyObject): Buffer {
  const bits = modulusBits(key);
  if (bits === undefined) {
    throw new IntegrityError('key-unsupported', 'No server verifies a signature by a key of this type or size.', {
      hint: 'Use the RSA key that the certificate was requested with, of 4096 bits as the documents ask.',
    });
  }
  return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, encodePss(message, bits));
}

/** Without salt there is one right block only, so verifying is comparing. False for whatever cannot be verified. */
export function verifyPss(message: Uint8Array, signature: Uint8Array, key: KeyObject): boolean {
  const bits = modulusBits(key);
  if (bits === undefined || signature.length !== Math.ceil(bits / 8)) return false;
  try {
    const block = publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature);
    return block.equals(encodePss(message, bits));
  } catch {
    return false; // the signature is a number beyond the modulus
  }
}

/**
 * Size of a modulus that servers verify with; undefined for every other key. With one bit above whole octets the block
 * is an octet shorter than the modulus, and phpseclib 2 and 3 refuse it (measured with 2041 bits, which OpenSSL signs).
 */
function modulusBits(key: KeyObject): number | undefined {
  const bits = key.asymmetricKeyType === 'rsa' ? (key.asymmetricKeyDetails?.modulusLength ?? 0) : 0;
  return bits % 8 === 1 || bits < 8 * (hashLength + 2) ? undefined : bits;
}

/** EMSA-PSS-ENCODE (RFC 8017 section 9.1.1) with an empty salt, for a modulus of `bits` bits */
function encodePss(message: Uint8Array, bits: number): Buffer {
  const length = Math.ceil((bits - 1) / 8);
  const messageHash = createHash('sha1').update(message).digest();
  const hash = createHash('sha1').update(Buffer.alloc(8)).update(messageHash).digest();
  const block = maskGeneration(hash, length - hashLength - 1);
  const last = block.length - 1;
  block[last] = (block[last] ?? 0) ^ 0x01; // DB is zeros and this one, so that masking it is the mask but for one bit
  block[0] = (block[0] ?? 0) & (0xff >> (8 * length - (bits - 1)));
  return Buffer.concat([block, hash, Buffer.of(0xbc)]);
}

/** MGF1 (RFC 8017 appendix B.2.1) with SHA-512 */
function maskGeneration(seed: Uint8Array, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, counter) => {
    const octets = Buffer.alloc(4);
    octets.writeUInt32BE(counter);
    return createHash('sha512').update(seed).update(octets).digest();
  });
  return Buffer.concat(blocks, length);
}
