// SPDX-License-Identifier: MIT
import { ck, type Handle, returnValue } from './cryptoki.js';
import { digestInfo } from './digest-info.js';
import type { Pkcs11Library } from './pkcs11-library.js';
import type { SignatureHash } from './signer.js';
import type { Token } from './token.js';
import type { TokenKey } from './token-key.js';

/** More objects than the token of an authority has; a broken one may never stop to name them. */
const maxObjects = 1000;

/** CKM_SHA256_RSA_PKCS and its like, which hash in the token */
const hashingMechanism: Readonly<Record<SignatureHash, number>> = { sha256: 0x40, sha384: 0x41, sha512: 0x42 };

/** A session with a token. Errors are the library's, as they come. */
export class TokenSession {
  readonly #handle: Handle;

  constructor(
    private readonly library: Pkcs11Library,
    { slot }: Token,
  ) {
    this.#handle = library.cryptoki.C_OpenSession(slot, ck.serialSession);
  }

  close(): void {
    try {
      this.library.cryptoki.C_CloseSession(this.#handle);
    } catch {
      // a session that is lost needs no end
    }
  }

  logIn(pin: string): void {
    try {
      this.library.cryptoki.C_Login(this.#handle, ck.userType, pin);
    } catch (error) {
      // by another session of this process: a login is the process's (PKCS#11 2.40 section 2.6)
      if (returnValue(error) !== 'CKR_USER_ALREADY_LOGGED_IN') throw error;
    }
  }

  /** Objects with these attributes. */
  find(...template: { readonly type: number; readonly value: number | Buffer }[]): Handle[] {
    const { cryptoki } = this.library;
    cryptoki.C_FindObjectsInit(this.#handle, template);
    try {
      return cryptoki.C_FindObjects(this.#handle, maxObjects);
    } finally {
      cryptoki.C_FindObjectsFinal(this.#handle);
    }
  }

  /** An attribute's octets, or undefined where the object has none of the type, or does not tell it. */
  read(object: Handle, type: number): Buffer | undefined {
    try {
      const [result] = this.library.cryptoki.C_GetAttributeValue(this.#handle, object, [{ type }]);
      return Buffer.isBuffer(result?.value) ? result.value : undefined;
    } catch (error) {
      if (returnValue(error)?.startsWith('CKR_ATTRIBUTE_') === true) return undefined;
      throw error;
    }
  }

  /** CKM_RSA_PKCS over a DigestInfo made here, so that the data need not go to the token; where it cannot, it hashes. */
  async sign(
    { handle, octets, alwaysAuthenticate }: TokenKey,
    hash: SignatureHash,
    data: Uint8Array,
    pin: string,
  ): Promise<Buffer> {
    const { cryptoki } = this.library;
    let input = digestInfo(hash, data);
    try {
      cryptoki.C_SignInit(this.#handle, { mechanism: ck.rsaPkcs }, handle);
    } catch (error) {
      if (returnValue(error) !== 'CKR_MECHANISM_INVALID') throw error;
      input = Buffer.from(data);
      cryptoki.C_SignInit(this.#handle, { mechanism: hashingMechanism[hash] }, handle);
    }
    if (alwaysAuthenticate) cryptoki.C_Login(this.#handle, ck.contextSpecific, pin);
    return this.library.sign(this.#handle, input, octets);
  }
}
