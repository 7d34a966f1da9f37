// SPDX-License-Identifier: MIT
import type { Judgement } from '../judgement.js';
import { factsOf } from './replacement-words.js';
import { storeErrorWords } from './store-words.js';
import { code } from './text.js';

/** The key is certified, and long enough. */
export function nothingToDoWords({ purpose }: Judgement, renewalDays: number): string | undefined {
  if (purpose.kind !== 'nothing-to-do') return undefined;
  const { current } = purpose;
  return [
    '### Nothing to do',
    `${code(current.app)} has a certificate with this very key: ${factsOf(current)}. It is in ${code(`${current.app}/${current.app}.crt`)}. It can be renewed in its last ${renewalDays} days.`,
    storeErrorWords,
  ].join('\n\n');
}
