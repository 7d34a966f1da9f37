// SPDX-License-Identifier: MIT
import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { generateRsaKey } from '../../../ca/key/encrypted-key.js';
import { gcd, hasClosePrimes, isRoca, sharedFactor, smallFactor } from '../../../ca/review/weak-key.js';
import { rsaKeyOf } from '../../../ca/x509/rsa-key.js';

const key = createPublicKey(await generateRsaKey(2048));
const { modulus } = rsaKeyOf(key.export({ type: 'spki', format: 'der' }))!;

it('finds nothing in a sound key', () => {
  expect(smallFactor(modulus, 100_000)).toBeUndefined();
  expect(isRoca(modulus)).toBe(false);
  expect(hasClosePrimes(modulus, 1000)).toBe(false);
  expect(sharedFactor(modulus, (1n << 4000n) + 1n)).toBeUndefined();
});

describe('smallFactor', () => {
  it.each([2, 3, 7, 499, 991, 997])('finds %i', (prime) => {
    expect(smallFactor(modulus * BigInt(prime))).toBe(prime);
  });

  it('looks no further than it is told', () => {
    expect(smallFactor(modulus * 99_991n)).toBeUndefined();
    expect(smallFactor(modulus * 99_991n, 100_000)).toBe(99_991);
  });
});

it('knows a modulus of the faulty library by its shape', () => {
  const primes = [3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n, 53n, 59n, 61n, 67n, 71n, 73n, 79n];
  const more = [83n, 89n, 97n, 101n, 103n, 107n, 109n, 113n, 127n, 131n, 137n, 139n, 149n, 151n, 157n, 163n, 167n];
  const product = [...primes, ...more].reduce((all, prime) => all * prime);
  const shaped = (modulus / product) * product + (65537n ** 12345n % product);
  expect(isRoca(shaped)).toBe(true);
  expect(isRoca(shaped + 2n)).toBe(false);
});

describe('hasClosePrimes', () => {
  const middle = (1n << 1024n) + 643n;

  it.each([0n, 1n, 2n ** 500n])('finds primes that lie %s from their middle', (half) => {
    expect(hasClosePrimes((middle - half) * (middle + half))).toBe(true);
  });

  it('agrees with Fermat’s method done step by step', () => {
    const stepByStep = (number: bigint, rounds: number): boolean => {
      const root = BigInt(Math.floor(Math.sqrt(Number(number))));
      const squares = Array.from({ length: rounds }, (_, round) => (root + 1n + BigInt(round)) ** 2n - number);
      const isSquare = (rest: bigint): boolean => BigInt(Math.round(Math.sqrt(Number(rest)))) ** 2n === rest;
      return root * root === number || squares.some(isSquare);
    };
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2 ** 46 }), fc.integer({ min: 1, max: 50 }), (number, rounds) => {
        expect(hasClosePrimes(BigInt(number), rounds)).toBe(stepByStep(BigInt(number), rounds));
      }),
    );
    const found = Array.from({ length: 3000 }, (_, number) => hasClosePrimes(BigInt(number + 2), 20));
    expect(found).toEqual(found.map((_, number) => stepByStep(BigInt(number + 2), 20)));
  });

  it('gives up after as many rounds as it is told', () => {
    // Fermat's method needs about half² / (2 · middle) rounds: 128 here
    const half = (1n << 516n) + 14n;
    const modulus = (middle - half) * (middle + half);
    expect(hasClosePrimes(modulus, 100)).toBe(false);
    expect(hasClosePrimes(modulus, 200)).toBe(true);
  });
});

it('finds the prime that two keys share', () => {
  const [p, q, r] = [(1n << 89n) - 1n, (1n << 107n) - 1n, (1n << 127n) - 1n];
  expect(sharedFactor(p * q, q * r * 35n)).toBe(q);
  expect(gcd(12n, 18n)).toBe(6n);
});
