// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';

export type SignatureHash = 'sha256' | 'sha384' | 'sha512';

/**
 * A private RSA key that somebody keeps: an encrypted file, a token, a cloud service. It never leaves its keeper; all
 * that can be asked of it is a signature.
 */
export interface Signer {
  readonly publicKey: KeyObject;
  /** RSASSA-PKCS1-v1_5 (RFC 8017 section 8.2) over `data`, hashed here */
  sign(hash: SignatureHash, data: Uint8Array): Promise<Uint8Array> | Uint8Array;
  /** Lets go of the keeper, e.g. of a token's session; nothing can be signed after it. */
  close?(): Promise<void>;
}
