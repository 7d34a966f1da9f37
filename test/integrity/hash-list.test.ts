// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type HashList, signedBytes, sortHashList } from '../../src/integrity/hash-list.js';
import { isPhpNumeric } from '../../src/integrity/php-number.js';
import { isUnicode } from '../../src/integrity/raw-name.js';
import { askPhp, hex, itPhp } from './support/php.js';

const list = (...paths: string[]): HashList => new Map(paths.map((path) => [path, '00']));
const order = (...paths: string[]): string[] => [...sortHashList(list(...paths)).keys()];
const written = (hashes: HashList): string => signedBytes(sortHashList(hashes)).toString('latin1');

describe('the order of the signed list', () => {
  it('is that of the bytes, not that of JavaScript’s strings', () => {
    const [privateUse, astral] = ['\uffee.txt', '😀.txt'];
    expect([astral, privateUse].toSorted()).toEqual([astral, privateUse]);
    expect(order(astral, privateUse)).toEqual([privateUse, astral]);
  });

  it('puts a folder’s files where the slash belongs', () => {
    expect(order('a.b', 'a/b', 'a-b', 'a', 'B', 'é')).toEqual(['B', 'a', 'a-b', 'a.b', 'a/b', 'é']);
  });

  it('takes numbers by their values, as ksort does', () => {
    expect(order('10', '9', '1e1', '2')).toEqual(['2', '9', '10', '1e1']);
    expect(order('a/10', 'a/9')).toEqual(['a/10', 'a/9']);
  });
});

describe('the signed bytes', () => {
  it('are the ones of PHP for every kind of character (golden vector, written by PHP 8.2)', () => {
    const names = [
      'q"q',
      'b\\b',
      "<>&'",
      ' blank ',
      '\u0001\n\t',
      'del\u007f',
      'é/ü',
      '\u2028',
      '\uffee',
      '😀',
      'appinfo/info.xml',
    ];
    expect(written(list(...names))).toBe(
      '{"\\u0001\\n\\t":"00"," blank ":"00","<>&\'":"00","appinfo\\/info.xml":"00","b\\\\b":"00","del\u007f":"00",' +
        '"q\\"q":"00","\\u00e9\\/\\u00fc":"00","\\u2028":"00","\\uffee":"00","\\ud83d\\ude00":"00"}',
    );
  });

  it('are a list where PHP has one', () => {
    expect(written(new Map())).toBe('[]');
    expect(written(list('1', '0'))).toBe('["00","00"]');
    expect(written(list('1', '2'))).toBe('{"1":"00","2":"00"}');
  });

  it('hold false for a link that leads nowhere', () => {
    expect(written(new Map([['a', false]]))).toBe('{"a":false}');
  });

  const piece = fc.oneof(
    fc.constantFrom(
      'a',
      'B',
      '"',
      '\\',
      '<',
      '&',
      "'",
      ' ',
      '\n',
      '\u0001',
      '\u007f',
      'é',
      '\uffee',
      '😀',
      '.',
      '-',
      '0',
      '9',
      '/x',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 }),
  );
  const path = fc
    .array(piece, { minLength: 1, maxLength: 6 })
    .map((pieces) => pieces.join('').replaceAll('\0', ''))
    .filter((text) => text !== '' && isUnicode(text));
  const paths = fc.uniqueArray(path, { minLength: 0, maxLength: 40 });

  itPhp('are those of PHP for any names but numbers', () => {
    const lists = fc.array(
      paths.map((all) => all.filter((name) => !isPhpNumeric(name))),
      { minLength: 150, maxLength: 150 },
    );
    fc.assert(fc.property(lists, agree), { numRuns: 8 });
  });

  itPhp('are those of PHP for numbers alone', () => {
    const number = fc.constantFrom('0', '1', '2', '9', '10', '11', '100', '-5', '1.5', '.25', '1e3', '7 ');
    fc.assert(fc.property(fc.array(fc.uniqueArray(number), { minLength: 100, maxLength: 100 }), agree), { numRuns: 4 });
  });

  function agree(lists: string[][]): void {
    const answers = askPhp(lists.map((all) => ({ ask: 'signed-bytes', hashes: all.map((name) => [hex(name), '00']) })));
    expect(lists.map((all) => hex(written(list(...all))))).toEqual(answers);
  }
});
