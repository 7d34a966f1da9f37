// SPDX-License-Identifier: MIT
import { hash } from 'node:crypto';
import { readDer } from '../../common/der-reader.js';
import { boolean, implicit, integer, octetString, oid, sequence, tlv } from '../../common/der-writer.js';
import { tag } from '../../common/der-reader.js';

/** Extensions as this authority writes them (RFC 5280 section 4.2), each one whole `Extension`. */

const keyUsageBits = { digitalSignature: 0, keyCertSign: 5, cRLSign: 6 } as const;
export type KeyUsage = keyof typeof keyUsageBits;

export function extension(id: string, value: Uint8Array, critical = false): Uint8Array {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value));
}

/** cA FALSE is the default and therefore an empty sequence (X.690 section 11.5). */
export function basicConstraints(ca: boolean, pathLength?: number): Uint8Array {
  const content = ca ? [boolean(true), ...(pathLength === undefined ? [] : [integer(pathLength)])] : [];
  return extension('2.5.29.19', sequence(...content), true);
}

export function keyUsage(...usages: readonly KeyUsage[]): Uint8Array {
  const octet = usages.reduce((bits, usage) => bits | (0x80 >> keyUsageBits[usage]), 0);
  // a named bit list drops its trailing zero bits (X.690 section 11.2.2)
  const unused = 31 - Math.clz32(octet & -octet);
  return extension('2.5.29.15', tlv(tag.bitString, Uint8Array.of(unused, octet)), true);
}

export const codeSigning = extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.3')));

export function subjectKeyIdentifier(keyId: Uint8Array): Uint8Array {
  return extension('2.5.29.14', octetString(keyId));
}

export function authorityKeyIdentifier(keyId: Uint8Array): Uint8Array {
  return extension('2.5.29.35', sequence(implicit(0, keyId)));
}

/** SHA-1 over the subjectPublicKey bits (RFC 5280 section 4.2.1.2, method 1): a name, not a protection */
export function keyIdentifier(spki: Uint8Array): Uint8Array {
  const bits = readDer(spki).children()[1]?.bits() ?? new Uint8Array();
  return hash('sha1', bits, 'buffer');
}
