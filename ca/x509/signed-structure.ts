// SPDX-License-Identifier: MIT
import { bitString, nullValue, oid, sequence } from '../../common/der-writer.js';
import type { Signer } from '../key/signer.js';

/** sha256WithRSAEncryption with its NULL (RFC 4055 section 5): what every supported server verifies */
export const sha256WithRsa = sequence(oid('1.2.840.113549.1.1.11'), nullValue());

/** The shape that certificates, requests and CRLs share: what is signed, how, and the signature. */
export async function signStructure(toBeSigned: Uint8Array, signer: Signer): Promise<Uint8Array> {
  return withSignature(toBeSigned, await signer.sign('sha256', toBeSigned));
}

export function withSignature(toBeSigned: Uint8Array, signature: Uint8Array): Uint8Array {
  return sequence(toBeSigned, sha256WithRsa, bitString(signature));
}
