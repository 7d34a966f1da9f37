// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { exceptCoreHtaccess, hashOfCoreHtaccess } from '../../src/integrity/core-htaccess.js';
import { sha512 } from './support/tree.js';

const marker = '#### DO NOT CHANGE ANYTHING ABOVE THIS LINE ####';

it.each([
  ['no marker', 'a\n', 'a\n'],
  ['one marker', `a\n${marker}\nb\n`, 'a\n'],
  ['a marker at the very start', `${marker}\nb\n`, ''],
  ['two markers', `a${marker}b${marker}c`, `a${marker}b${marker}c`],
  ['bytes that are no UTF-8', Buffer.from([0xff, ...Buffer.from(`${marker}x`)]), Buffer.of(0xff)],
])('hashes core’s .htaccess with %s', (_case, content, hashed) => {
  expect(hashOfCoreHtaccess(Buffer.from(content as string))).toBe(sha512(hashed));
});

it('concerns the one file in the root', () => {
  const hashes = new Map([['a/.htaccess', 'x']]);
  exceptCoreHtaccess(hashes, () => Buffer.from('a'));
  expect([...hashes]).toEqual([['a/.htaccess', 'x']]);
});
