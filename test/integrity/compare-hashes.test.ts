// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareHashes } from '../../src/integrity/compare-hashes.js';
import type { HashList, HashValue } from '../../src/integrity/hash-list.js';
import { type IntegrityResult, ServerException } from '../../src/integrity/verdict.js';
import { askPhp, hex, itPhp } from './support/php.js';

const list = (hashes: Readonly<Record<string, HashValue>>): HashList => new Map(Object.entries(hashes));
const verdict = (expected: Record<string, HashValue>, current: Record<string, HashValue>): IntegrityResult =>
  compareHashes(list(expected), list(current));

describe('the server’s comparison', () => {
  it('finds nothing in equal lists', () => {
    expect(verdict({ a: '1', b: '2' }, { b: '2', a: '1' })).toEqual({});
  });

  it('tells changed, missing and extra files', () => {
    expect(verdict({ a: '1', b: '2', c: '3' }, { a: '9', c: '3', d: '4' })).toEqual({
      INVALID_HASH: { a: { expected: '1', current: '9' } },
      FILE_MISSING: { b: { expected: '2', current: '' } },
      EXTRA_FILE: { d: { expected: '', current: '4' } },
    });
  });

  it('goes by hashes: a renamed file, two that were swapped, a copy, a deleted duplicate are nothing to it', () => {
    expect(verdict({ a: '1' }, { b: '1' })).toEqual({});
    expect(verdict({ a: '1', b: '2' }, { a: '2', b: '1' })).toEqual({});
    expect(verdict({ a: '1' }, { a: '1', b: '1' })).toEqual({});
    expect(verdict({ a: '1', b: '1' }, { a: '1' })).toEqual({});
  });

  it('reports one of several files with the same new content', () => {
    expect(verdict({}, { a: '1', b: '1' })).toEqual({ EXTRA_FILE: { a: { expected: '', current: '1' } } });
    expect(verdict({ a: '1', b: '2' }, { a: '9', b: '9' })).toEqual({
      INVALID_HASH: { a: { expected: '1', current: '9' } },
    });
  });

  it('renumbers files whose names are integers, and may stumble over that', () => {
    expect(verdict({ '9': '1' }, { '9': '2' })).toEqual({
      EXTRA_FILE: { '0': { expected: '', current: '1' }, '1': { expected: '', current: '2' } },
    });
    expect(() => verdict({ '0': '1', a: '2' }, { '0': '1', a: '3', '7': '4' })).toThrow(
      new ServerException(
        'Exception',
        'Invalid behaviour in file hash comparison experienced. Please report this error to the developers.',
      ),
    );
  });

  it('takes a link that leads nowhere for what was signed as one', () => {
    expect(verdict({ a: false }, { a: false })).toEqual({});
    expect(verdict({ a: false }, { a: '1' })).toEqual({ INVALID_HASH: { a: { expected: false, current: '1' } } });
  });

  it('holds names that JavaScript’s objects have of their own', () => {
    const result = compareHashes(
      new Map(),
      new Map([
        ['__proto__', '1'],
        ['constructor', '2'],
      ]),
    );
    expect(JSON.stringify(result)).toBe(
      '{"EXTRA_FILE":{"__proto__":{"expected":"","current":"1"},"constructor":{"expected":"","current":"2"}}}',
    );
  });

  const paths = fc.constantFrom('a', 'b', 'c/d', 'e', '0', '1', '2', '9', '-5', '007', '1.5', '__proto__', 'é');
  const hashes = fc.constantFrom<HashValue>('1', '2', '3', '4', '5', '6', false, '');
  const lists = fc.uniqueArray(fc.tuple(paths, hashes), { selector: ([path]) => path, maxLength: 9 });

  itPhp('is that of PHP’s own array functions, names of integers and links included', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(lists, lists), { minLength: 300, maxLength: 300 }), (batch) => {
        const pairs = (all: [string, HashValue][]): [string, HashValue][] =>
          all.map(([path, hash]) => [hex(path), hash]);
        const answers = askPhp(
          batch.map(([expected, current]) => ({ ask: 'compare', expected: pairs(expected), current: pairs(current) })),
        );
        expect(batch.map(([expected, current]) => comparable(ours(new Map(expected), new Map(current))))).toEqual(
          answers.map(comparable),
        );
      }),
      { numRuns: 10 },
    );
  });
});

function ours(expected: HashList, current: HashList): IntegrityResult {
  try {
    return compareHashes(expected, current);
  } catch (error) {
    if (!(error instanceof ServerException)) throw error;
    return { EXCEPTION: { class: error.phpClass, message: error.message } };
  }
}

/** PHP writes an array with the keys 0, 1 … as a list, and an empty one too. */
function comparable(result: unknown): unknown {
  return Object.entries(result ?? {}).map(([kind, entries]) => [kind, Object.entries(entries as object).toSorted()]);
}
