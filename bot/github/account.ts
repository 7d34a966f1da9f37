// SPDX-License-Identifier: MIT
import type { Account } from '../situation.js';

/** As GitHub shows an account beside what it did; an empty object or null where there is none (any more). */
export type ShownAccount =
  { readonly id?: number | bigint; readonly login?: string; readonly type?: string } | null | undefined;

/** Many accounts that were deleted are one ghost on GitHub: who it was cannot be told, and it is nobody. */
export function accountOf(shown: ShownAccount): Account | undefined {
  if (shown?.id === undefined || shown.login === undefined || shown.login === ghost.login) return undefined;
  const { id, login, type } = shown;
  return { id: Number(id), login, isBot: type === 'Bot' || login.endsWith('[bot]') };
}

/** What GitHub shows in place of an account that was deleted. */
export const ghost: Account = { id: 10137, login: 'ghost', isBot: false };
