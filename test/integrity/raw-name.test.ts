// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isUnicode, nameFromBytes, nameToBytes, printableName } from '../../src/integrity/raw-name.js';

it('keeps every name, whatever its bytes, and gives no two names one string', () => {
  const bytes = fc.uint8Array({ maxLength: 12 });
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      expect([...nameToBytes(nameFromBytes(one))]).toEqual([...one]);
      expect(nameFromBytes(one) === nameFromBytes(other)).toBe(Buffer.compare(one, other) === 0);
    }),
  );
});

it('leaves UTF-8 alone, the byte order mark included', () => {
  const bytes = Buffer.from('\ufeffé😀.txt');
  expect(nameFromBytes(bytes)).toBe('\ufeffé😀.txt');
  expect(isUnicode('é😀')).toBe(true);
  expect(printableName('é😀')).toBe('é😀');
});

it('shows what is no UTF-8 as hexadecimal', () => {
  const name = nameFromBytes(Buffer.from([0x61, 0xff, 0xc3, 0xa9, 0xc3]));
  expect(isUnicode(name)).toBe(false);
  expect(printableName(name)).toBe('a\\xffé\\xc3');
});
