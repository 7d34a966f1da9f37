// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { readDer, tag } from '../../common/der-reader.js';

it('refuses an object identifier that is longer than any, at once', () => {
  const oid = (length: number) => {
    const content = Buffer.alloc(length, 0xff).fill(0x7f, length - 1);
    return readDer(
      Buffer.concat([Buffer.from([tag.oid, 0x84, 0, length >> 16, (length >> 8) & 255, length & 255]), content]),
    );
  };
  expect(oid(128).oid()).toMatch(/^2\.\d+$/);
  const start = performance.now();
  expect(() => oid(129).oid()).toThrow(expect.objectContaining({ code: 'not-der' }));
  // a million octets in one arc: bigints of growing length, shifted a million times
  expect(() => oid(1_000_000).oid()).toThrow(expect.objectContaining({ code: 'not-der' }));
  expect(performance.now() - start).toBeLessThan(1000);
});
