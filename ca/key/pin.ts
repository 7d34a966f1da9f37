// SPDX-License-Identifier: MIT
import { AuthorityError } from '../authority-error.js';
import { tokenFlag } from './cryptoki.js';
import type { Token } from './token.js';
import { tokenError } from './token-error.js';

/** Asks for the PIN of a token. */
export type AskPin = (token: Token) => Promise<string>;

/** longer than any: those of smart cards have 8 octets, of SoftHSM 255 */
const longest = 255;

/**
 * The PIN, where the token wants one. What cannot be right is refused here: every wrong PIN that reaches a token brings it
 * nearer to its lock.
 * @throws AuthorityError `pin-locked`, `wrong-pin`
 */
export async function pinFor(token: Token, askPin: AskPin): Promise<string> {
  const { flags, name } = token;
  if (!(flags & tokenFlag.loginRequired)) return '';
  if (flags & tokenFlag.userPinLocked) throw tokenError({ message: 'CKR_PIN_LOCKED' }, name);
  if (flags & tokenFlag.protectedAuthenticationPath) {
    throw new AuthorityError('key-unusable', `The token ${name} takes its PIN from its own keys only.`, {
      hint: 'Switch its PIN pad off, or take another token: the binding to the library cannot ask for it.',
    });
  }
  const pin = await askPin(token);
  const octets = Buffer.byteLength(pin, 'utf8');
  const most = Math.min(token.maxPinLen > 0 ? token.maxPinLen : longest, longest);
  const least = Math.max(token.minPinLen, 1);
  if (octets >= least && octets <= most) return pin;
  throw new AuthorityError(
    'wrong-pin',
    `The PIN cannot be right: those of the token ${name} have ${least} to ${most} octets.`,
    { hint: 'It was not tried. Give the right one; of a file, one newline at the end is dropped.' },
  );
}

/** Why a login failed. A token tells, in its flags, how near it is to its lock. */
export function refusedPin(error: unknown, { name }: Token, flags: number): Error {
  if (flags & tokenFlag.userPinLocked) return tokenError({ message: 'CKR_PIN_LOCKED' }, name);
  const refusal = tokenError(error, name);
  if (!(flags & tokenFlag.userPinFinalTry) || !isRefusal(refusal)) return refusal;
  return new AuthorityError('wrong-pin', `${refusal.message} THE NEXT WRONG PIN LOCKS IT.`, {
    hint: refusal.hint,
    cause: error,
  });
}

/** True where a token did not take a PIN: it must not be given to it again. */
export function isRefusal(error: Error): error is AuthorityError {
  return error instanceof AuthorityError && (error.code === 'wrong-pin' || error.code === 'pin-locked');
}
