// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { encodePem, parsePem } from '../../common/pem.js';

it('names the line of each block, whatever stands between them', () => {
  const one = encodePem('CERTIFICATE', Buffer.from([5, 0]));
  expect(parsePem(`words\n\n${one}more\n${one}${one}`).map(({ line }) => line)).toEqual([3, 7, 10]);
});

it.each([
  ['one below the other', '\n', 3 * 49_999 + 1],
  ['all in one line', '', 1],
])('finds the lines of 50,000 PEM blocks, %s, in time that grows with their number', (_, between, last) => {
  const text = encodePem('CERTIFICATE', Buffer.from([5, 0]))
    .replaceAll('\n', between)
    .repeat(50_000);
  const start = performance.now();
  expect(parsePem(text).at(-1)?.line).toBe(last);
  expect(performance.now() - start).toBeLessThan(2000);
});
