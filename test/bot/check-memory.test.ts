// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { type CheckMemory, mergePushers, readMemory, writeMemory } from '../../bot/check-memory.js';

const memory: CheckMemory = {
  rules: '2026.1',
  pullRequest: 12,
  pusher: 345,
  content: 'a'.repeat(32),
  annotations: 'b'.repeat(32),
};

describe('what a check run remembers', () => {
  it.each<CheckMemory>([
    memory,
    { ...memory, pusher: 'unknown' },
    { ...memory, pusher: 'several' },
    { ...memory, content: undefined },
  ])('is read as it was written', (one) => {
    expect(readMemory(writeMemory(one))).toEqual(one);
    expect(writeMemory(one).length).toBeLessThan(200);
  });

  it.each([
    '',
    'nextcloud-ca/2 rules=1',
    `${writeMemory(memory)} `,
    `${writeMemory(memory)}\n`,
    writeMemory(memory).replace('pusher=345', 'pusher='),
    writeMemory(memory).replace('pusher=345', 'pusher=345 pusher=1'),
    writeMemory({ ...memory, rules: 'a b' }),
  ])('is nothing where anything is not as it should be: %j', (text) => {
    expect(readMemory(text)).toBeUndefined();
  });
});

describe('who pushed, by several sources', () => {
  it.each([
    [[], 'unknown'],
    [['unknown', 7, 'unknown', 7], 7],
    [[7, 8], 'several'],
    [['several'], 'several'],
    [['several', 7], 'several'],
  ] as const)('%j is %s', (sources, pusher) => {
    expect(mergePushers(sources)).toBe(pusher);
  });
});
