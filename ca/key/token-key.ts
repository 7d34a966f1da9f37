// SPDX-License-Identifier: MIT
import { createPublicKey, type KeyObject } from 'node:crypto';
import { AuthorityError } from '../authority-error.js';
import { attribute, ck, type Handle } from './cryptoki.js';
import type { Pkcs11Uri } from './pkcs11-uri.js';
import type { TokenSession } from './token-session.js';

/** A private RSA key in a token: its handle in one session, and what the token tells of it. */
export interface TokenKey {
  readonly handle: Handle;
  readonly publicKey: KeyObject;
  /** length of a signature */
  readonly octets: number;
  /** the token wants the PIN again for every signature */
  readonly alwaysAuthenticate: boolean;
}

/**
 * The one private RSA key that fits the URI's `object` and `id`.
 * @param token its name, for messages
 * @throws AuthorityError `key-absent`, `key-ambiguous`, `key-unusable`; the library's errors as they come
 */
export function findKey(session: TokenSession, uri: Pkcs11Uri, token: string): TokenKey {
  const keys = session
    .find({ type: attribute.class, value: ck.classPrivateKey }, { type: attribute.keyType, value: ck.keyTypeRsa })
    .map((handle): Candidate => {
      const label = session.read(handle, attribute.label)?.toString('utf8') ?? '';
      return { handle, label, id: session.read(handle, attribute.id) ?? Buffer.alloc(0) };
    });
  const fitting = keys.filter(({ label, id }) => (uri.get('object') ?? label) === label && (uri.id ?? id).equals(id));
  const [key] = fitting;
  if (key === undefined) {
    const there = keys.length === 0 ? 'It has no private RSA key.' : `It has ${names(keys)}.`;
    throw new AuthorityError('key-absent', `The token ${token} has no key that fits the URI. ${there}`, {
      hint: 'Correct object= and id= of the URI, or take another token.',
    });
  }
  if (fitting.length > 1) {
    throw new AuthorityError(
      'key-ambiguous',
      `The token ${token} has several keys that fit the URI: ${names(fitting)}.`,
      {
        hint: 'Say in the URI which one is meant, with object= and id=.',
      },
    );
  }
  if (!isSet(session, key, attribute.sign)) throw unusable(key, token, 'is not for signing (CKA_SIGN)');
  const publicKey = publicHalf(session, key);
  if (publicKey === undefined) throw unusable(key, token, 'does not tell its public half');
  return {
    handle: key.handle,
    publicKey,
    octets: Math.ceil((publicKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8),
    alwaysAuthenticate: isSet(session, key, attribute.alwaysAuthenticate),
  };
}

interface Candidate {
  readonly handle: Handle;
  readonly label: string;
  readonly id: Buffer;
}

/** A private key need not know its public exponent (PKCS#11 2.40, mechanisms, section 2.1.3); the public key beside it does. */
function publicHalf(session: TokenSession, { handle, id }: Candidate): KeyObject | undefined {
  const modulus = session.read(handle, attribute.modulus);
  if (modulus === undefined) return undefined;
  const [beside] = session.find(
    { type: attribute.class, value: ck.classPublicKey },
    { type: attribute.id, value: id },
    { type: attribute.modulus, value: modulus },
  );
  const exponent =
    session.read(handle, attribute.publicExponent) ?? (beside && session.read(beside, attribute.publicExponent));
  if (exponent === undefined) return undefined;
  return createPublicKey({ key: { kty: 'RSA', n: base64url(modulus), e: base64url(exponent) }, format: 'jwk' });
}

function base64url(octets: Buffer): string {
  return octets.subarray(octets.findIndex((octet) => octet !== 0)).toString('base64url');
}

function isSet(session: TokenSession, { handle }: Candidate, type: number): boolean {
  return session.read(handle, type)?.[0] === 1;
}

function names(keys: readonly Candidate[]): string {
  return keys
    .map(({ label, id }) => `"${label}" (id ${id.toString('hex') || 'empty'})`)
    .toSorted()
    .join(', ');
}

function unusable(key: Candidate, token: string, why: string): AuthorityError {
  return new AuthorityError('key-unusable', `The key ${names([key])} in the token ${token} ${why}.`, {
    hint: 'Take a pair that was made for signing: pkcs11-tool --keypairgen --key-type rsa:4096 --usage-sign.',
  });
}
