// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareVersions } from '../../sandbox/install/php-version.js';
import { isBound, isCompatible, parsePlatformSpec } from '../../sandbox/install/platform-version.js';
import { needs } from '../support/needs.js';

const itPhp = needs('php', 'php-cli') ? it : it.skip;

describe('PHP’s order of versions', () => {
  it.each([
    ['1.0.0', '1.0.0', 0],
    ['1.10.0', '1.9.0', 1],
    ['1.0.0', '1.0.0-rc.1', 1],
    ['1.0.0-alpha.1', '1.0.0-beta.1', -1],
    ['1.0.0-beta.2', '1.0.0-beta.11', -1],
    ['1.0', '1.0.0', -1],
    ['0', '1.0.0', -1],
    ['1.0.0-nonsense', '1.0.0-alpha', -1],
    ['', '', 0],
    ['', '1', -1],
  ])('%s and %s: %i', (a, b, order) => {
    expect(compareVersions(a, b)).toBe(order);
    expect(compareVersions(b, a)).toBe(order === 0 ? 0 : -order);
  });

  itPhp('is PHP’s own, over thousands of versions', () => {
    const part = fc.constantFrom(...'0 1 2 10 007 dev alpha a beta b RC rc pl p # x rc1 1rc'.split(' '));
    const mark = fc.constantFrom('.', '-', '_', '+', '', '..', '~');
    const version = fc
      .array(fc.tuple(part, mark), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.flat().join('').slice(0, -1));
    const pairs = fc.sample(fc.tuple(version, version), { numRuns: 5000, seed: 1 });
    const code = 'foreach (json_decode(stream_get_contents(STDIN)) as [$a, $b]) echo version_compare($a, $b), "\\n";';
    const said = execFileSync('php', ['-r', code], { input: JSON.stringify(pairs), encoding: 'utf8' });
    const theirs = said.trimEnd().split('\n').map(Number);
    expect(theirs).toHaveLength(pairs.length);
    const wrong = pairs.filter(([a, b], at) => compareVersions(a, b) !== theirs[at]);
    expect(wrong).toEqual([]);
  });
});

describe('a version spec of the store', () => {
  it.each([
    ['*', '', ''],
    ['>=31', '31', ''],
    ['<=34', '', '34'],
    ['>=30.0.1 <=34', '30.0.1', '34'],
    ['xx30 yy34', '30', '34'],
    ['^31.0', '', '1.0'],
  ])('%s', (spec, least, most) => {
    expect(parsePlatformSpec(spec)).toEqual({ least, most });
  });

  it.each(['', '31', '>= 31', '>=31  <=34', '>=31 <=34 <=35', '>=31,<=34', '>=31-rc'])(
    '"%s" empties the list of apps of every server',
    (spec) => {
      expect(() => parsePlatformSpec(spec)).toThrow(`Version cannot be parsed: ${spec}`);
    },
  );
});

describe('a bound', () => {
  it.each([
    ['31.0.5', '31', '<=', true],
    ['31.0.5', '31.0', '<=', true],
    ['31.0.5', '31.0.4', '<=', false],
    ['31.0.5', '31.0.5', '>=', true],
    ['31.0.5.1', '31.0.5', '<=', true],
    ['30.9.9', '31', '>=', false],
    ['9.0.0', '10', '>=', false],
  ] as const)('%s %s %s: %s', (actual, bound, comparator, met) => {
    expect(isCompatible(actual, bound, comparator)).toBe(met);
  });

  it('is one to three numbers', () => {
    expect(['31', '31.0', '31.0.1'].every(isBound)).toBe(true);
    expect(['', '31.', '31.0.1.2', '.'].some(isBound)).toBe(false);
  });
});
