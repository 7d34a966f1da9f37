// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { holderOf, isAccountOf } from '../../bot/holder.js';
import { ledgerOf } from '../ca/support/knowledge.js';

const key = 'a'.repeat(64);
const asked = (requestedBy: string, serial = 'a1') => ({
  ...{ kind: 'issue', serial, app: 'weather', key, fingerprint: serial.padStart(64, '0'), requestedBy },
  ...{ notBefore: '2026-01-01T00:00:00Z', notAfter: '2036-01-01T00:00:00Z' },
});

it.each([
  ['bob (22)', { login: 'bob', id: 22 }],
  ['Bob <22+bob@users.noreply.github.com>', { login: 'bob', id: 22 }],
  ['Bob <bob@users.noreply.github.com>', { login: 'bob', id: undefined }],
  ['Bob <bob@example.org>', undefined],
  ['@everybody (22)', undefined],
  ['my-org/team (22)', undefined],
  ['renovate[bot] (22)', undefined],
  ['ghost (10137)', undefined],
  ['', undefined],
])('%j is the account %j', (requestedBy, holder) => {
  const ledger = ledgerOf(asked(requestedBy) as never, asked('mallory (66)', 'a2') as never);
  // whoever asked for the renewal of a public request holds nothing
  for (const record of ledger.certificatesOf('weather')) expect(holderOf(ledger, record)).toEqual(holder);
});

it('an account is told by its id where that is known, else by its name', () => {
  expect(isAccountOf({ login: 'bob', id: 22 }, { id: 22, login: 'renamed' })).toBe(true);
  expect(isAccountOf({ login: 'bob', id: 22 }, { id: 23, login: 'bob' })).toBe(false);
  expect(isAccountOf({ login: 'bob', id: undefined }, { id: 23, login: 'Bob' })).toBe(true);
});
