// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { createCipheriv } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { BlockGzip } from '../../src/package/block-gzip.js';
import { needs } from '../support/needs.js';

const itGzip = needs('gzip', 'gzip') ? it : it.skip;
const mebibyte = 1024 * 1024;

async function compress(pieces: readonly Buffer[]): Promise<Buffer> {
  const written: Buffer[] = [];
  const gzip = new BlockGzip((bytes) => written.push(bytes));
  for (const piece of pieces) {
    gzip.write(piece);
    await gzip.drain();
  }
  await gzip.end();
  return Buffer.concat(written);
}

/** Half of it can be compressed, and much of it repeats over the borders of blocks. */
const sample = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16))
  .update(Buffer.alloc(3 * mebibyte))
  .map((byte, index) => (index % 40_000 < 20_000 ? 0x61 + (byte % 8) : byte));

describe('BlockGzip', () => {
  it.each([0, 1, mebibyte - 1, mebibyte, mebibyte + 1, 3 * mebibyte])('gives %d bytes back', async (length) => {
    const input = Buffer.from(sample.subarray(0, length));
    expect(gunzipSync(await compress([input])).equals(input)).toBe(true);
  });

  it('writes the same bytes however its input is cut', async () => {
    const input = Buffer.from(sample);
    const whole = await compress([input]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(input.length), { maxLength: 20 }), async (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), input.length];
        const pieces = at.slice(1).map((end, index) => input.subarray(at[index], end));
        expect((await compress(pieces)).equals(whole)).toBe(true);
      }),
      { numRuns: 5 },
    );
  });

  it('is no larger than one stream by more than a thousandth', async () => {
    const whole = gzipSync(sample, { level: 9, memLevel: 9 });
    expect((await compress([Buffer.from(sample)])).length).toBeLessThan(whole.length * 1.001);
  });

  it('says nothing of machine or time in its header', async () => {
    expect([...(await compress([])).subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3]);
  });

  itGzip('is one stream that gzip itself accepts', async () => {
    const packed = await compress([Buffer.from(sample)]);
    execFileSync('gzip', ['-t'], { input: packed });
    expect(execFileSync('gzip', ['-dc'], { input: packed, maxBuffer: 10 * mebibyte }).equals(Buffer.from(sample))).toBe(
      true,
    );
  });

  it('passes on what its writer says, and leaves nothing unhandled', async () => {
    let calls = 0;
    const gzip = new BlockGzip(() => {
      if (++calls > 1) throw new Error('full');
    });
    gzip.write(Buffer.from(sample));
    await expect(gzip.end()).rejects.toThrow('full');
  });
});
