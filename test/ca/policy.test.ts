// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { defaultPolicy, policySettings } from '../../ca/policy.js';
import { readPolicy } from '../../ca/read-policy.js';

it('has a default for everything, and nothing set is the default', () => {
  expect(readPolicy('')).toEqual(defaultPolicy);
  expect(readPolicy('# nothing\n')).toEqual(defaultPolicy);
  expect(defaultPolicy).toMatchObject({ minimumKeyBits: 4096, overlapDays: 90, takeOverDays: 14, renewalDays: 180 });
});

it('reads what is set', () => {
  const text = `
key:
  minimum-bits: 3072
  shorter-until: 2027-06-30
id:
  reserved: [mine, yours]
replacement:
  revoke: at-once
`;
  expect(readPolicy(text)).toEqual({
    ...defaultPolicy,
    minimumKeyBits: 3072,
    shorterKeysUntil: new Date('2027-06-30T23:59:59Z'),
    reservedIds: ['mine', 'yours'],
    replacementRevoke: 'at-once',
  });
});

it.each([
  ['an unknown setting', 'key:\n  minimum-bits: 4096\n  maximum-bits: 1\n', 3, 'no setting "key.maximum-bits"'],
  ['a wrong number', 'key:\n  minimum-bits: 1024\n', 2, 'a whole number from 2048 to 16384'],
  ['a text for a number', 'renewal:\n  within-days: soon\n', 2, 'a whole number'],
  ['a date that is none', 'hash:\n  sha1-until: 2026-13-01\n', 2, 'a date like 2026-12-31'],
  ['a day that no month has', 'key:\n  shorter-until: 2027-02-29\n', 2, 'a date like 2026-12-31'],
  ['another word', 'replacement:\n  revoke: later\n', 2, 'overlap or at-once'],
  ['a list of something else', 'id:\n  reserved: [1]\n', 2, 'a list of ids'],
  ['an alias', 'a: &a [x]\nid:\n  reserved: *a\n', 1, 'no setting "a"'],
  [
    'a setting twice',
    'crl:\n  next-update-days: 3\n  next-update-days: 4\n',
    3,
    'this name is there for the second time',
  ],
  ['no YAML', '# a\nkey: [\nid: 1\n', 2, 'authority/policy.yml:2: what begins here is not closed with ].'],
  ['a text alone', 'hello\n', 1, 'no setting ""'],
])('refuses %s with its line', (_, text, line, words) => {
  expect(() => readPolicy(text)).toThrow(
    expect.objectContaining({ code: 'bad-policy', message: expect.stringContaining(words) }),
  );
  expect(() => readPolicy(text)).toThrow(expect.objectContaining({ line }));
});

it('has a default that its own reader would accept', () => {
  for (const setting of Object.values(policySettings)) {
    if (setting.default === undefined || setting.default instanceof Date) continue;
    expect([setting.at, setting.read(setting.default)]).toEqual([setting.at, setting.default]);
  }
});
