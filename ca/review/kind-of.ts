// SPDX-License-Identifier: MIT
import { type DerNode, readDer, tag } from '../../common/der-reader.js';
import { InputError } from '../../common/input-error.js';

export type Kind =
  'a certificate request' | 'a certificate' | 'a private key' | 'a public key' | 'a revocation list' | 'unknown';

/** What a DER structure most probably is, by its outermost shape: whatever the label above it says. */
export function kindOf(der: Uint8Array): Kind {
  try {
    return kindOfNodes(readDer(der).expect(tag.sequence, 'a structure').children());
  } catch (error) {
    if (error instanceof InputError) return 'unknown';
    throw error;
  }
}

function kindOfNodes([first, second, third]: readonly DerNode[]): Kind {
  if (first?.tag === tag.integer) {
    // PKCS#8 is version, algorithm, octets; PKCS#1 is nine integers; SEC 1 is version and octets
    const isKey = third?.tag === tag.octetString || second?.tag === tag.octetString || third?.tag === tag.integer;
    return isKey ? 'a private key' : 'unknown';
  }
  if (first?.tag !== tag.sequence) return 'unknown';
  if (second?.tag === tag.octetString) return 'a private key';
  if (second?.tag === tag.bitString) return 'a public key';
  if (third?.tag !== tag.bitString) return 'unknown';
  const inner = first.children();
  if (
    inner[0]?.tag === tag.integer &&
    inner.length <= 4 &&
    inner[1]?.tag === tag.sequence &&
    inner[2]?.tag === tag.sequence
  ) {
    return inner[3] === undefined || inner[3].tag === 0xa0 ? 'a certificate request' : 'unknown';
  }
  const times: readonly number[] = [tag.utcTime, tag.generalizedTime];
  return inner.some((node) => times.includes(node.tag)) ? 'a revocation list' : 'a certificate';
}
