// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { otherModuli, productOfOthers } from '../../../ca/review/other-moduli.js';
import { sharedFactor } from '../../../ca/review/weak-key.js';

const [p, q, r, s] = [(1n << 89n) - 1n, (1n << 107n) - 1n, (1n << 127n) - 1n, (1n << 521n) - 1n];

/** What is asked of each: the prime that it shares with one of the others. */
const ways: readonly [string, (moduli: readonly bigint[]) => (modulus: bigint) => bigint][] = [
  ['all multiplied once', otherModuli],
  ['one after the other', (moduli) => (modulus) => productOfOthers(modulus, moduli)],
];

describe.each(ways)('a shared prime, with %s', (_, of) => {
  const shared = (modulus: bigint, ...moduli: bigint[]): bigint | undefined =>
    sharedFactor(modulus, of(moduli)(modulus));

  it('is found in a key that is new, and in one that is known', () => {
    expect(shared(p * q, r * s, q * r)).toBe(q);
    expect(shared(p * q, p * q, r * s, q * r)).toBe(q);
    expect(shared(p * q, p * s, q * r)).toBe(p * q);
  });

  it('is none that a key shares with itself', () => {
    expect(shared(p * q)).toBeUndefined();
    expect(shared(p * q, p * q, p * q, r * s)).toBeUndefined();
  });
});

it('is looked for in 500 keys of 4096 bits in less than 30 ms', () => {
  const modulus = (): bigint => BigInt(`0x${randomBytes(512).toString('hex')}`) | (1n << 4095n) | 1n;
  const known = Array.from({ length: 500 }, modulus);
  const rounds = 10;
  const keys = Array.from({ length: rounds }, modulus);
  const before = process.cpuUsage();
  for (const key of keys) sharedFactor(key, productOfOthers(key, known));
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000 / rounds).toBeLessThan(30);
});
