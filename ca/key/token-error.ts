// SPDX-License-Identifier: MIT
import { AuthorityError, type AuthorityErrorCode } from '../authority-error.js';
import { returnValue } from './cryptoki.js';

interface Told {
  readonly code: AuthorityErrorCode;
  readonly what: string;
  readonly hint: string;
}

const doNotGuess =
  'It was tried once, and is not tried again. Most tokens lock after a few wrong PINs (often 3): look it up, do not guess.';
const plugIn = 'See whether the token is plugged in and its service runs, then run the command again.';

const wrongPin: Told = { code: 'wrong-pin', what: 'does not take this PIN', hint: doNotGuess };
const gone: Told = { code: 'token-absent', what: 'is not there any more', hint: plugIn };
const keyUnfit: Told = {
  code: 'key-unusable',
  what: 'does not sign with this key (RSA, PKCS#1 v1.5)',
  hint: 'Take a key that was made for signing: pkcs11-tool --keypairgen --key-type rsa:4096 --usage-sign.',
};

/** PKCS#11 2.40 section 5.1, as far as there is something better to say than the name */
const told: Readonly<Record<string, Told>> = {
  CKR_PIN_INCORRECT: wrongPin,
  CKR_PIN_INVALID: wrongPin,
  CKR_PIN_LEN_RANGE: wrongPin,
  CKR_PIN_LOCKED: {
    code: 'pin-locked',
    what: 'has locked its PIN after too many wrong ones',
    hint: 'Only its security officer can set a new PIN: pkcs11-tool --module LIBRARY --login --login-type so --init-pin.',
  },
  CKR_PIN_EXPIRED: {
    code: 'wrong-pin',
    what: 'says that the PIN has expired',
    hint: 'Change the PIN with the token’s own program.',
  },
  CKR_USER_PIN_NOT_INITIALIZED: {
    code: 'wrong-pin',
    what: 'has no PIN yet',
    hint: 'Set one: pkcs11-tool --module LIBRARY --login --login-type so --init-pin.',
  },
  CKR_TOKEN_NOT_PRESENT: gone,
  CKR_DEVICE_REMOVED: gone,
  CKR_SLOT_ID_INVALID: gone,
  CKR_MECHANISM_INVALID: keyUnfit,
  CKR_KEY_TYPE_INCONSISTENT: keyUnfit,
  CKR_KEY_FUNCTION_NOT_PERMITTED: keyUnfit,
};

/**
 * What a library's call failed with, as an error of ours. What is one already, or comes from elsewhere, stays.
 * @param token its name, as far as it is known
 */
export function tokenError(error: unknown, token?: string): Error {
  const name = returnValue(error);
  if (error instanceof AuthorityError) return error;
  if (name === undefined) return error instanceof Error ? error : new Error(String(error));
  const { code, what, hint } = told[name] ?? { code: 'token-failed', what: 'failed', hint: plugIn };
  return new AuthorityError(code, `The token${token === undefined ? '' : ` ${token}`} ${what} (${name}).`, {
    hint,
    cause: error,
  });
}
