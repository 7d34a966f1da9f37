// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodePhpBase64 } from '../../src/integrity/php-base64.js';
import { askPhp, hex, itPhp } from './support/php.js';

describe('base64 as PHP decodes it', () => {
  it.each([
    ['aGVsbG8=', 'hello'],
    ['aGVs\r\nbG8=\n', 'hello'],
    ['aGV*s-b_G8', 'hello'],
    ['aGVsbG8=aGVsbG8=', 'hello\u001a\u0019[\u001b\u001b'],
    ['aGVsb', 'hel'],
    ['', ''],
  ])('%j', (text, decoded) => {
    expect(decodePhpBase64(text).toString('latin1')).toBe(decoded);
  });

  itPhp('is of one mind with PHP', () => {
    const texts = fc
      .array(fc.constantFrom(...Array.from('ABCDwxyz0189+/=-_ \n*é')), { maxLength: 24 })
      .map((text) => text.join(''));
    fc.assert(
      fc.property(fc.array(texts, { minLength: 500, maxLength: 500 }), (batch) => {
        const answers = askPhp(batch.map((text) => ({ ask: 'decode-base64', text: hex(text) })));
        expect(batch.map((text) => hex(decodePhpBase64(text)))).toEqual(answers);
      }),
      { numRuns: 6 },
    );
  });
});
