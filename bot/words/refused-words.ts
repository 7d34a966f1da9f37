// SPDX-License-Identifier: MIT
import type { Decision } from '../standing.js';
import { nameOf, plain } from './text.js';

export function refusedWords({ by, reason }: Extract<Decision, { kind: 'refused' }>): string {
  return [
    '### Refused',
    `${nameOf(by)} decided not to certify this: ${plain(reason, 2000)}`,
    'If the reason is gone, open a new pull request that says how.',
  ].join('\n\n');
}
