// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { createCrl } from '../../ca/crl/create-crl.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { SerialMap } from '../../common/serial-map.js';
import { testAuthority } from '../ca/support/authority.js';

it('reads a list whose serials were chosen to collide as fast as any other', async () => {
  const { intermediate, signer } = await testAuthority();
  const listOf = async (serialAt: (at: bigint) => bigint) =>
    createCrl({
      issuer: intermediate,
      signer,
      number: 1n,
      thisUpdate: new Date('2026-11-21T12:00:00Z'),
      nextUpdate: new Date('2026-12-21T12:00:00Z'),
      revoked: Array.from({ length: 20_000 }, (_, at) => ({
        serial: serialAt(BigInt(at)),
        date: new Date('2026-11-20T12:00:00Z'),
      })),
    });
  const seconds = (der: Uint8Array): number => {
    const start = performance.now();
    expect(new CertificateRevocationList(der).revoked.size).toBe(20_000);
    return (performance.now() - start) / 1000;
  };
  // a serial whose low 64 bits are those of all others; the list is written over from one of harmless serials, because
  // this authority would not make it
  const harmless = await listOf((at) => (1n << 126n) + at);
  const hostile = Buffer.from(harmless);
  const first = hostile.indexOf(((1n << 126n) + 0n).toString(16), 'hex');
  const entryLength = hostile.indexOf(((1n << 126n) + 1n).toString(16), first, 'hex') - first;
  for (let at = 0; at < 20_000; at++) {
    hostile.writeUIntBE(at, first + at * entryLength + 4, 4);
    hostile.writeBigUInt64BE(5n, first + at * entryLength + 8);
  }
  const list = new CertificateRevocationList(hostile);
  expect([list.revoked.size, list.isRevoked((1n << 126n) + (7n << 64n) + 5n), list.isRevoked(5n)]).toEqual([
    20_000,
    true,
    false,
  ]);
  seconds(harmless);
  // with a map keyed by bigint this took a hundred times as long
  expect(seconds(hostile)).toBeLessThan(10 * seconds(harmless) + 0.2);
});

it('a map by serial is a map', () => {
  const map = new SerialMap<string>()
    .set(1n, 'a')
    .set(-1n, 'b')
    .set(1n << 64n, 'c')
    .set(1n, 'd');
  const pairs: [bigint, string][] = [
    [1n, 'd'],
    [-1n, 'b'],
    [1n << 64n, 'c'],
  ];
  const seen: [bigint, string][] = [];
  map.forEach((value, serial) => seen.push([serial, value]));
  expect([[...map], [...map.entries()], seen, new Map(map)]).toEqual([pairs, pairs, pairs, new Map(pairs)]);
  expect([[...map.keys()], [...map.values()]]).toEqual([pairs.map(([key]) => key), ['d', 'b', 'c']]);
  expect([map.size, map.get(1n), map.get(0n), map.has(-1n), map.has(2n)]).toEqual([3, 'd', undefined, true, false]);
});
