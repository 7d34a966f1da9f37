// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { nullValue, octetString, oid, sequence } from '../../common/der-writer.js';
import type { SignatureHash } from './signer.js';

const hashOid: Readonly<Record<SignatureHash, string>> = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
};

/** DigestInfo (RFC 8017 section 9.2): what RSASSA-PKCS1-v1_5 pads and signs. */
export function digestInfo(hash: SignatureHash, data: Uint8Array): Buffer {
  const digest = createHash(hash).update(data).digest();
  return Buffer.from(sequence(sequence(oid(hashOid[hash]), nullValue()), octetString(digest)));
}
