// SPDX-License-Identifier: MIT

/** Faults of RSA moduli that can be found in milliseconds, without the private key. */

const smallPrimes = primesBelow(1000);
const rocaPrimes = smallPrimes.filter((prime) => prime > 2 && prime <= 167);

/** A prime below `limit` that divides the modulus: no generator makes such a key. */
export function smallFactor(modulus: bigint, limit = 1000): number | undefined {
  const primes = limit <= 1000 ? smallPrimes.filter((prime) => prime < limit) : primesBelow(limit);
  let product = 1;
  let group: number[] = [];
  const found = (): number | undefined => {
    const rest = Number(modulus % BigInt(product));
    return group.find((prime) => rest % prime === 0);
  };
  // primes are multiplied up to what a double holds exactly: one long division for five of them
  for (const prime of primes) {
    if (product * prime > Number.MAX_SAFE_INTEGER) {
      const factor = found();
      if (factor !== undefined) return factor;
      product = 1;
      group = [];
    }
    product *= prime;
    group.push(prime);
  }
  return found();
}

/** For each prime, the powers of 65537 modulo it. */
const rocaGroups = rocaPrimes.map((prime) => {
  const powers = new Set<number>();
  for (let power = 1; !powers.has(power); power = (power * 65537) % prime) powers.add(power);
  return { prime, powers };
});

/**
 * Keys of Infineon's library (CVE-2017-15361): both primes are powers of 65537 modulo a product of small primes, and so
 * is the modulus. One sound key in about 10^8 looks like that by chance.
 */
export function isRoca(modulus: bigint): boolean {
  return rocaGroups.every(({ prime, powers }) => powers.has(Number(modulus % BigInt(prime))));
}

/**
 * True where Fermat's method finds the factors within `rounds` steps: the primes lie too near each other
 * (CVE-2022-26320).
 */
export function hasClosePrimes(modulus: bigint, rounds = 100): boolean {
  let root = squareRoot(modulus);
  if (root * root === modulus) return true;
  root += 1n;
  let rest = root * root - modulus;
  for (let round = 0; round < rounds; round++) {
    if (isSquare(rest)) return true;
    rest += 2n * root + 1n;
    root += 1n;
  }
  return false;
}

/** The greatest common divisor of the modulus and any of the others that is neither 1 nor the modulus itself. */
export function sharedFactor(modulus: bigint, productOfOthers: bigint): bigint | undefined {
  const factor = gcd(modulus, productOfOthers % modulus);
  return factor === 1n ? undefined : factor;
}

export function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** squares leave only 12 of 64 remainders modulo 64, and few modulo 63, 65 and 11: one number in 170 is looked at closer */
const sieves = [63, 65, 11].map((modulus) => ({
  modulus: BigInt(modulus),
  squares: new Set(Array.from({ length: modulus }, (_, x) => (x * x) % modulus)),
}));
const squaresOf64 = new Set(Array.from({ length: 64 }, (_, x) => (x * x) % 64));

function isSquare(value: bigint): boolean {
  if (!squaresOf64.has(Number(value & 63n))) return false;
  if (sieves.some(({ modulus, squares }) => !squares.has(Number(value % modulus)))) return false;
  const root = squareRoot(value);
  return root * root === value;
}

/** Newton's iteration from above, rounded down */
function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(16).length * 4 + 2) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

function primesBelow(limit: number): number[] {
  const composite = new Uint8Array(limit);
  const primes: number[] = [];
  for (let number = 2; number < limit; number++) {
    if (composite[number] !== 0) continue;
    primes.push(number);
    for (let multiple = number * number; multiple < limit; multiple += number) composite[multiple] = 1;
  }
  return primes;
}
