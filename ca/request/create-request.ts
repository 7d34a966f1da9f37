// SPDX-License-Identifier: MIT
import type { Signer } from '../key/signer.js';
import { explicit, integer, sequence } from '../../common/der-writer.js';
import { signStructure } from '../x509/signed-structure.js';
import { name } from '../x509/name.js';
import { CertificateRequest } from './certificate-request.js';

/**
 * A request as the developer documentation asks for: subject CN = app id and nothing else, SHA-256. The bytes are those
 * of `openssl req -new -key APP_ID.key -subj /CN=APP_ID`.
 */
export async function createRequest(key: Signer, appId: string): Promise<CertificateRequest> {
  const spki = key.publicKey.export({ type: 'spki', format: 'der' });
  // the attributes are not optional: an empty [0] stands where there are none (RFC 2986 section 4.1)
  const info = sequence(integer(0), name([['CN', appId]]), spki, explicit(0, new Uint8Array()));
  return new CertificateRequest(await signStructure(info, key));
}
