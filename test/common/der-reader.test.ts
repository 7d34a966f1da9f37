// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
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

describe('a time', () => {
  const time = (type: number, text: string) => readDer(Buffer.from([type, text.length, ...Buffer.from(text)])).time();

  it.each([
    [tag.utcTime, '491231235959Z', '2049-12-31T23:59:59.000Z'],
    [tag.utcTime, '500101000000Z', '1950-01-01T00:00:00.000Z'],
    [tag.generalizedTime, '20500101000000Z', '2050-01-01T00:00:00.000Z'],
    [tag.utcTime, '280229120000Z', '2028-02-29T12:00:00.000Z'],
    [tag.generalizedTime, '99991231235959Z', '9999-12-31T23:59:59.000Z'],
  ])('%i %s is read', (type, text, expected) => {
    expect(time(type, text).toISOString()).toBe(expected);
  });

  it.each([
    ['a month that is none', tag.utcTime, '261301000000Z'],
    ['30 February', tag.utcTime, '260230000000Z'],
    ['29 February of no leap year', tag.generalizedTime, '21000229000000Z'],
    ['an hour that is none', tag.utcTime, '260101240000Z'],
    ['a leap second, which X.509 has not', tag.utcTime, '261231235960Z'],
    ['the year 26', tag.generalizedTime, '00260101000000Z'],
    ['no seconds', tag.utcTime, '2601010000Z'],
    ['another zone', tag.utcTime, '260101000000+0100'],
  ])('that has %s is refused', (_, type, text) => {
    expect(() => time(type, text)).toThrow(expect.objectContaining({ code: 'not-der' }));
  });

  it('is quoted short, and obeyed by no terminal', () => {
    const words = `\u001b]0;title\u0007${'x'.repeat(100)}\n::error::`;
    expect(() => time(tag.utcTime, words)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^[\x20-\x7e…]{1,120}$/) }),
    );
  });
});
