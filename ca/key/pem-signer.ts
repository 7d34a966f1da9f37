// SPDX-License-Identifier: MIT
import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { AuthorityError } from '../authority-error.js';
import type { SignatureHash, Signer } from './signer.js';
import { Unprintable } from './unprintable.js';

/** A key that was read from a PEM file. Nothing shows it; it can only sign. */
export class PemSigner extends Unprintable implements Signer {
  readonly #key: KeyObject;
  readonly #publicKey: KeyObject;

  constructor(key: KeyObject) {
    super();
    this.#key = key;
    this.#publicKey = createPublicKey(key);
  }

  /**
   * Opens an encrypted PEM file.
   * @throws AuthorityError `wrong-passphrase`, `key-unusable`; the text never carries what was read
   */
  static open(pem: string, passphrase: string, file = 'the key'): PemSigner {
    if (!pem.includes('-----BEGIN ENCRYPTED PRIVATE KEY-----')) {
      throw new AuthorityError('key-unusable', `${file} holds no PEM block "ENCRYPTED PRIVATE KEY".`, {
        hint: 'Encrypt the key before it is used: openssl pkcs8 -topk8 -v2 aes-256-cbc -iter 600000 -in OLD -out NEW.',
        file,
      });
    }
    let key: KeyObject;
    try {
      key = createPrivateKey({ key: pem, format: 'pem', passphrase });
    } catch (error) {
      throw new AuthorityError(
        'wrong-passphrase',
        `${file} cannot be opened: the passphrase is wrong, or it is damaged.`,
        {
          hint: 'Give the passphrase that the key was encrypted with; one trailing newline of a passphrase file is dropped.',
          cause: error instanceof Error ? new Error(error.name) : undefined,
          file,
        },
      );
    }
    if (key.asymmetricKeyType !== 'rsa') {
      throw new AuthorityError('key-unusable', `${file} is no RSA key; servers verify nothing else.`, {
        hint: 'Use the RSA key of the issuing certificate.',
        file,
      });
    }
    return new PemSigner(key);
  }

  get publicKey(): KeyObject {
    return this.#publicKey;
  }

  sign(hash: SignatureHash, data: Uint8Array): Uint8Array {
    return sign(hash, data, this.#key);
  }
}
