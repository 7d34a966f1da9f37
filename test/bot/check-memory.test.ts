// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import {
  type CheckMemory,
  mergePushers,
  type Pushers,
  readMemory,
  solePusher,
  writeMemory,
} from '../../bot/check-memory.js';

const memory: CheckMemory = {
  rules: '2026.1',
  pullRequest: 12,
  pushers: [345],
  content: 'a'.repeat(32),
  annotations: 'b'.repeat(32),
};

describe('what a check run remembers', () => {
  it.each<CheckMemory>([
    memory,
    { ...memory, pushers: [] },
    { ...memory, pushers: [1, 22, 333, 4444] },
    { ...memory, pushers: 'many' },
    { ...memory, content: undefined },
  ])('is read as it was written', (one) => {
    expect(readMemory(writeMemory(one))).toEqual(one);
    expect(writeMemory(one).length).toBeLessThan(240);
  });

  it.each([
    '',
    'nextcloud-ca/2 rules=1',
    `${writeMemory(memory)} `,
    `${writeMemory(memory)}\n`,
    writeMemory(memory).replace('pushers=345', 'pushers='),
    writeMemory(memory).replace('pushers=345', 'pushers=1+2+3+4+5'),
    writeMemory({ ...memory, rules: 'a b' }),
  ])('is nothing where anything is not as it should be: %j', (text) => {
    expect(readMemory(text)).toBeUndefined();
  });
});

describe('who pushed, by several sources', () => {
  it.each<[sources: readonly Pushers[], all: Pushers, sole: number | undefined]>([
    [[], [], undefined],
    [[[], [7], [], [7]], [7], 7],
    [[[8], [7]], [7, 8], undefined],
    [['many'], 'many', undefined],
    [['many', [7]], 'many', undefined],
    [
      [
        [1, 2],
        [3, 4, 5],
      ],
      'many',
      undefined,
    ],
  ])('%j are %j', (sources, all, sole) => {
    expect(mergePushers(sources)).toEqual(all);
    expect(solePusher(mergePushers(sources))).toBe(sole);
  });
});
