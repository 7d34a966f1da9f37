// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { Ledger } from '../../ca/ledger/ledger.js';
import { defaultPolicy } from '../../ca/policy.js';
import { readPolicy } from '../../ca/read-policy.js';
import { RequestFile } from '../../ca/review/request-file.js';
import { review } from '../../ca/review/review.js';
import { dice, mutate } from '../fuzz/mutate.js';
import { fuzzOnce, fuzzTargets, type Target } from '../fuzz/targets.js';
import { issued } from './support/knowledge.js';

/** The short form of `npm run fuzz`: the same items in each run, of fresh keys; here also what only maintainers write. */
const now = new Date('2026-11-21T12:00:00Z');
const items = 1000;
/** the parser of YAML is slow with what is large and broken */
const policies = 100;
const ledger = new Ledger().append([issued('one', 'a1', 'b'.repeat(64)), issued('two', 'a2', 'c'.repeat(64))], now);
const targets: readonly Target[] = [
  ...(await fuzzTargets()),
  { name: 'ledgers', samples: [ledger], read: (bytes) => [Ledger.parse(bytes).head] },
  {
    name: 'policies',
    samples: [Buffer.from('key:\n  minimum-bits: 4096\nid:\n  reserved: [a, b]\n')],
    read: (bytes) => Object.keys(readPolicy(Buffer.from(bytes).toString())).slice(0, 1),
  },
];

describe('damaged input', () => {
  it.each(targets.map((target) => [target.name, target] as const))('%s are refused by a code, in time', (_, target) => {
    expect(target.samples.map((sample) => Array.isArray(target.read(sample)))).not.toContain(false);
    const seen = new Set<string>();
    let slowest = 0;
    for (let item = 0; item < (target.name === 'policies' ? policies : items); item++) {
      const start = performance.now();
      for (const code of fuzzOnce(target, dice(item))) seen.add(code);
      slowest = Math.max(slowest, performance.now() - start);
    }
    expect([...seen]).not.toEqual([]);
    expect(slowest).toBeLessThan(2000);
  });

  it.each([
    ['blanks', ' '.repeat(32_000) + 'x'],
    ['BEGIN lines without an end', '-----BEGIN CERTIFICATE REQUEST-----\n'.repeat(880)],
    ['END lines that are none', `-BEGIN A-\n${`-END ${' '.repeat(64)}x\n`.repeat(440)}`],
    ['dashes', '-'.repeat(32_000)],
    ['empty lines', `x${'\n'.repeat(32_000)}x`],
  ])('a request file full of %s is refused at once', (_, text) => {
    const start = performance.now();
    const file = new RequestFile('gardenplanner/gardenplanner.csr', Buffer.from(text));
    expect(review({ file, policy: defaultPolicy, now }).ok).toBe(false);
    // blanks alone took 3 s: each of them was tried as the first of those at the end of the line
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it.each([
    ['question marks', '? '.repeat(8000)],
    ['brackets', '['.repeat(60_000)],
    ['lists within lists', '[\n'.repeat(30_000)],
    ['maps within maps', Array.from({ length: 340 }, (_, at) => `${' '.repeat(at)}a:`).join('\n') + ' 1'],
    ['lists in a line', '- '.repeat(1000)],
  ])('a policy full of %s is refused at once', (_, text) => {
    const start = performance.now();
    expect(() => readPolicy(text)).toThrow(expect.objectContaining({ code: 'bad-policy' }));
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('comes again with the same dice', () => {
    const bytes = targets[0]!.samples[0]!;
    const made = (seed: number) => Buffer.from(mutate(bytes, dice(seed))).toString('hex');
    expect(made(7)).toBe(made(7));
    expect(new Set(Array.from({ length: 50 }, (_, seed) => made(seed))).size).toBeGreaterThan(40);
  });
});
