// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { serialOf, twinAmong, wordsOf } from '../../../ca/crl/revocation-words.js';
import type { EntryOf } from '../../../ca/ledger/ledger-line.js';
import { Revocations } from '../../../ca/ledger/revocations.js';

const revoked = (serial: string, day = '01'): EntryOf<'revoke'> => {
  return { kind: 'revoke', serial, app: 'weather', reason: 'superseded', date: `2026-01-${day}T00:00:00Z` };
};

describe('Revocations', () => {
  const twice = [revoked('a1'), revoked('b2', '02'), revoked('a1', '03'), revoked('c3', '04')];

  it('has each serial once, with its first date, in the order of the ledger', () => {
    const revocations = new Revocations();
    for (const line of twice) revocations.add(line);
    expect(revocations.words.map(serialOf)).toEqual(['a1', 'b2', 'c3']);
    expect(revocations.size).toBe(3);
    expect(revocations.get('a1')).toEqual({
      serial: 0xa1n,
      app: 'weather',
      reason: 'superseded',
      date: new Date('2026-01-01T00:00:00Z'),
    });
    expect([...revocations].map(({ serial }) => serial)).toEqual([0xa1n, 0xb2n, 0xc3n]);
  });

  it('knows why and by whom, where the line says so', () => {
    const revocations = new Revocations();
    const told = { why: 'it was in a log', by: 'its key', thread: 12 };
    revocations.add({ ...revoked('a1'), ...told });
    expect(revocations.get('a1')).toEqual({
      ...{ serial: 0xa1n, app: 'weather', reason: 'superseded', date: new Date('2026-01-01T00:00:00Z') },
      ...told,
    });
    expect([...revocations]).toEqual([revocations.get('a1')]);
  });

  it('knows what was added after somebody asked', () => {
    const revocations = new Revocations();
    for (const line of twice) {
      revocations.has('a1');
      revocations.add(line);
    }
    revocations.add(revoked('d4'));
    revocations.add(revoked('d4', '05'));
    expect(revocations.words.map(serialOf)).toEqual(['a1', 'b2', 'c3', 'd4']);
    expect([revocations.has('d4'), revocations.has('e5')]).toEqual([true, false]);
  });
});

describe('twinAmong', () => {
  const date = '2026-01-01T00:00:00Z';
  const among = (serials: readonly string[]) => twinAmong(serials.map((serial) => wordsOf({ serial, date })));

  it('finds a serial that stands there twice, of whatever length', () => {
    const many = Array.from({ length: 500 }, (_, at) => (at * 7919 + 1).toString(16));
    for (const serial of ['1', 'abc', 'f'.repeat(13), '1'.repeat(14), '7'.repeat(40)]) {
      expect(among([...many, serial])).toBe(many.includes(serial) ? serial : undefined);
      expect(among([serial, ...many.filter((one) => one !== serial), serial])).toBe(serial);
    }
  });

  it('is not deceived by serials that end alike', () => {
    const alike = Array.from({ length: 100 }, (_, at) => `${(at + 1).toString(16)}${'0'.repeat(20)}`);
    expect(among(alike)).toBeUndefined();
    expect(among([...alike, alike[50]!])).toBe(alike[50]);
  });
});
