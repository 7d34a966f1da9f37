// SPDX-License-Identifier: MIT
import { createPrivateKey, generatePrimeSync, type KeyObject } from 'node:crypto';

const exponent = 65537n;

/**
 * As many RSA-4096 keys as asked for: every two of some thirty primes make one, where 450 honest ones would take ten
 * minutes. Each can be broken with the others; to be measured with they are as good as any.
 */
export function millKeys(count: number): KeyObject[] {
  const primes: bigint[] = [];
  const keys: KeyObject[] = [];
  while (keys.length < count) {
    // OpenSSL sets the two highest bits: the product of two has 4096
    const prime = generatePrimeSync(2048, { bigint: true });
    if (prime % exponent === 1n) continue;
    keys.push(...primes.map((other) => keyOf(prime, other)));
    primes.push(prime);
  }
  return keys.slice(0, count);
}

function keyOf(p: bigint, q: bigint): KeyObject {
  const d = inverse(exponent, (p - 1n) * (q - 1n));
  const numbers = { n: p * q, e: exponent, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  const jwk = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, base64url(value)]));
  return createPrivateKey({ key: { kty: 'RSA', ...jwk }, format: 'jwk' });
}

/** Euclid's algorithm, extended */
function inverse(value: bigint, modulus: bigint): bigint {
  let [rest, next] = [modulus, value % modulus];
  let [factor, nextFactor] = [0n, 1n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return factor < 0n ? factor + modulus : factor;
}

function base64url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}
