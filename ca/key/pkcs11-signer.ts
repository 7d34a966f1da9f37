// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import { AuthorityError } from '../authority-error.js';
import { returnValue, tokenFlag } from './cryptoki.js';
import { type AskPin, isRefusal, pinFor, refusedPin } from './pin.js';
import { Pkcs11Library } from './pkcs11-library.js';
import type { Pkcs11Uri } from './pkcs11-uri.js';
import type { SignatureHash, Signer } from './signer.js';
import { findToken, type Token } from './token.js';
import { tokenError } from './token-error.js';
import { findKey, type TokenKey } from './token-key.js';
import { TokenSession } from './token-session.js';
import { Unprintable } from './unprintable.js';

/** The session is gone, the key may not be: worth one more try, in a new session. */
const lost: ReadonlySet<string | undefined> = new Set([
  'CKR_SESSION_HANDLE_INVALID',
  'CKR_SESSION_CLOSED',
  'CKR_USER_NOT_LOGGED_IN',
  'CKR_KEY_HANDLE_INVALID',
  'CKR_OBJECT_HANDLE_INVALID',
  'CKR_DEVICE_REMOVED',
  'CKR_DEVICE_ERROR',
  'CKR_TOKEN_NOT_PRESENT',
]);

interface Connection {
  readonly session: TokenSession;
  readonly key: TokenKey;
}

/**
 * A key in a PKCS#11 token: a smart card, an HSM, SoftHSM. It signs one thing after the other. The PIN is kept as long as
 * it is open, for the case that the session is lost; a PIN that the token refused is never given to it again.
 */
export class Pkcs11Signer extends Unprintable implements Signer {
  readonly #library: Pkcs11Library;
  readonly #uri: Pkcs11Uri;
  readonly #pin: string;
  readonly #publicKey: KeyObject;
  #connection: Connection | undefined;
  #last: Promise<unknown> = Promise.resolve();
  /** the token's refusal of the PIN */
  #refused: AuthorityError | undefined;
  #closed = false;

  private constructor(library: Pkcs11Library, uri: Pkcs11Uri, pin: string) {
    super();
    this.#library = library;
    this.#uri = uri;
    this.#pin = pin;
    this.#connection = connect(library, uri, pin);
    this.#publicKey = this.#connection.key.publicKey;
  }

  /**
   * Finds token and key, and logs in. The PIN is asked for when the token is found and wants one.
   * @throws AuthorityError `pkcs11-missing`, `token-library`, `token-absent`, `token-ambiguous`, `wrong-pin`, `pin-locked`,
   *   `key-absent`, `key-ambiguous`, `key-unusable`, `token-failed`
   */
  static async open(uri: Pkcs11Uri, askPin: AskPin, openLibrary = Pkcs11Library.open): Promise<Pkcs11Signer> {
    const library = await openLibrary(uri);
    try {
      return new Pkcs11Signer(library, uri, await pinFor(findToken(library.cryptoki, uri), askPin));
    } catch (error) {
      library.close();
      throw tokenError(error);
    }
  }

  get publicKey(): KeyObject {
    return this.#publicKey;
  }

  /** @throws AuthorityError as `open` does, where the session is lost and cannot be had again */
  sign(hash: SignatureHash, data: Uint8Array): Promise<Uint8Array> {
    const turn = this.#last.then(() => this.#sign(hash, data));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the session, when what was asked for is signed. */
  async close(): Promise<void> {
    await this.#last;
    if (this.#closed) return;
    this.#closed = true;
    this.#connection?.session.close();
    this.#library.close();
  }

  async #sign(hash: SignatureHash, data: Uint8Array): Promise<Uint8Array> {
    if (this.#refused !== undefined) throw this.#refused;
    if (this.#closed) throw new Error('a closed key was asked to sign');
    try {
      return await this.#try(hash, data).catch((error: unknown) => {
        if (lost.has(returnValue(error))) return this.#try(hash, data);
        throw error;
      });
    } catch (cause) {
      const error = tokenError(cause);
      if (isRefusal(error)) this.#refused = error;
      throw error;
    }
  }

  async #try(hash: SignatureHash, data: Uint8Array): Promise<Uint8Array> {
    const { session, key } = (this.#connection ??= this.#reconnect());
    try {
      return await session.sign(key, hash, data, this.#pin);
    } catch (error) {
      session.close();
      this.#connection = undefined;
      throw error;
    }
  }

  #reconnect(): Connection {
    const connection = connect(this.#library, this.#uri, this.#pin);
    if (connection.key.publicKey.equals(this.#publicKey)) return connection;
    connection.session.close();
    throw new AuthorityError('key-unusable', 'There is another key now where the token had the authority’s.', {
      hint: 'Put the right token back, and run the command again.',
    });
  }
}

/** @throws AuthorityError and the library's errors, as they come */
function connect(library: Pkcs11Library, uri: Pkcs11Uri, pin: string): Connection {
  const token = findToken(library.cryptoki, uri);
  const session = new TokenSession(library, token);
  try {
    if (token.flags & tokenFlag.loginRequired) logIn(library, session, token, pin);
    return { session, key: findKey(session, uri, token.name) };
  } catch (error) {
    session.close();
    throw error;
  }
}

function logIn(library: Pkcs11Library, session: TokenSession, token: Token, pin: string): void {
  try {
    session.logIn(pin);
  } catch (error) {
    throw refusedPin(error, token, flagsNow(library, token));
  }
}

function flagsNow({ cryptoki }: Pkcs11Library, { slot }: Token): number {
  try {
    return cryptoki.C_GetTokenInfo(slot).flags;
  } catch {
    return 0;
  }
}
