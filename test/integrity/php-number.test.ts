// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isPhpInteger, isPhpNumeric } from '../../src/integrity/php-number.js';
import { askPhp, hex, itPhp } from './support/php.js';

describe('names that PHP takes for numbers', () => {
  it.each(['9', '10', '1.5', '1e1', ' 7', '7 ', '.5', '-5', '+5', '007', '1.', '1E-3', '\t7\n', '9.e2'])(
    '%j',
    (name) => {
      expect(isPhpNumeric(name)).toBe(true);
    },
  );

  it.each(['', ' ', '.', 'e1', '1e', '0x1A', '1_000', '1a', 'a1', '1 2', '--1', '1.2.3', '9/a', '٣', 'inf', 'NAN'])(
    'not %j',
    (name) => {
      expect(isPhpNumeric(name)).toBe(false);
    },
  );

  it('knows which of them become integer keys', () => {
    const integers = ['0', '9', '-5', '9223372036854775807', '-9223372036854775808'];
    const texts = ['-0', '007', '+5', '1.0', ' 7', '9223372036854775808', '-9223372036854775809', '1e1', ''];
    expect(integers.filter(isPhpInteger)).toEqual(integers);
    expect(texts.filter(isPhpInteger)).toEqual([]);
  });

  const likeNumbers = fc
    .array(fc.constantFrom(...Array.from('0123456789.eE+- \t\n\v\f\rx/_')), { maxLength: 8 })
    .map((text) => text.join(''));
  const bigNumbers = fc.bigInt({ min: -(2n ** 65n), max: 2n ** 65n }).map(String);

  itPhp('is of one mind with PHP', () => {
    const names = fc.array(fc.oneof(likeNumbers, bigNumbers), { minLength: 500, maxLength: 500 });
    fc.assert(
      fc.property(names, (texts) => {
        const numeric = askPhp(texts.map((text) => ({ ask: 'is-numeric', text: hex(text) })));
        const integer = askPhp(texts.map((text) => ({ ask: 'is-integer-key', text: hex(text) })));
        expect(texts.map((text) => [text, isPhpNumeric(text), isPhpInteger(text)])).toEqual(
          texts.map((text, index) => [text, numeric[index], integer[index]]),
        );
      }),
      { numRuns: 10 },
    );
  });
});
