// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { Ledger } from '../../../ca/ledger/ledger.js';
import type { LedgerEntry } from '../../../ca/ledger/ledger-line.js';
import { issued } from '../support/knowledge.js';

const now = new Date('2026-11-21T12:00:00.789Z');
const key = 'b'.repeat(64);
const entries: LedgerEntry[] = [
  issued('weather', 'a1', key),
  { kind: 'reserve', serial: 'a2', app: 'weather', key },
  { kind: 'announce', serial: 'a1', app: 'weather', reason: 'superseded', on: '2027-01-01T00:00:00Z' },
  { kind: 'revoke', serial: 'a3', reason: 'unspecified', date: '2026-01-01T00:00:00Z' },
  {
    kind: 'crl',
    number: '4166',
    thisUpdate: '2026-01-01T00:00:00Z',
    nextUpdate: '2027-01-01T00:00:00Z',
    sha256: key,
    entries: 1,
  },
  { kind: 'void', serial: 'a2', app: 'weather', why: 'a test' },
];

function written(): { bytes: Uint8Array; ledger: Ledger } {
  const ledger = new Ledger();
  return { bytes: Buffer.concat(entries.map((entry) => ledger.append([entry], now))), ledger };
}

describe('Ledger', () => {
  it('reads what it wrote, and knows the same', () => {
    const { bytes, ledger } = written();
    const read = Ledger.parse(bytes);
    expect(read.head).toBe(ledger.head);
    expect(read.length).toBe(bytes.length);
    expect(read.certificatesOf('weather')).toEqual(ledger.certificatesOf('weather'));
    expect(read.lines).toHaveLength(entries.length);
    expect(read.lines[0]).toMatchObject({ at: '2026-11-21T12:00:00Z', prev: '0'.repeat(64) });
    expect(read.crl?.number).toBe('4166');
    expect(read.announcementOf(0xa1n)?.on.toISOString()).toBe('2027-01-01T00:00:00.000Z');
    expect(read.openReservations).toEqual([]);
    expect([0xa1n, 0xa2n, 0xa3n, 0xa4n].map((serial) => read.isUsed(serial))).toEqual([true, true, true, false]);
  });

  it('reads revocations with and without who and why, and refuses others', () => {
    const ledger = new Ledger();
    const line = { kind: 'revoke', app: 'weather', reason: 'superseded', date: '2026-01-01T00:00:00Z' } as const;
    const told = { why: 'it was "lost"\n\u00e9', by: 'alice (1), bob (2)', thread: 7 };
    const bytes = Buffer.concat([
      ledger.append([{ ...line, serial: 'a1' }], now),
      ledger.append([{ ...line, serial: 'a2', ...told }], now),
      ledger.append([{ ...line, serial: 'a3' }], now),
    ]);
    const read = Ledger.parse(bytes);
    expect([0xa1n, 0xa2n, 0xa3n].map((serial) => read.revocationOf(serial))).toEqual(
      [0xa1n, 0xa2n, 0xa3n].map((serial) => ledger.revocationOf(serial)),
    );
    expect(read.revocationOf(0xa2n)).toMatchObject(told);
    expect(read.revocationOf(0xa3n)).not.toHaveProperty('why');
    const wrong = { ...line, serial: 'a4', thread: '7' } as unknown as LedgerEntry;
    expect(() => ledger.append([wrong], now)).toThrow(expect.objectContaining({ code: 'bad-entry' }));
  });

  it('finds a change of any byte but in the last line', () => {
    const { bytes } = written();
    const text = Buffer.from(bytes).toString('latin1');
    const lastLine = text.lastIndexOf('\n', text.length - 2) + 1;
    for (let at = 0; at < lastLine; at += 7) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => Ledger.parse(changed)).toThrow(expect.objectContaining({ code: 'ledger-broken' }));
    }
  });

  it('finds a line that is missing, moved, or not ended', () => {
    const lines = Buffer.from(written().bytes).toString('utf8').trimEnd().split('\n');
    const broken = (changed: string[], end = '\n') =>
      Ledger.parseAsFarAsWhole(Buffer.from(changed.join('\n') + end), 'l').problem;
    expect(broken(lines)).toBeUndefined();
    expect(broken(lines.toSpliced(2, 1))).toMatchObject({ code: 'ledger-broken', line: 3 });
    expect(broken(lines.toSpliced(0, 1))).toMatchObject({ line: 1 });
    expect(broken([...lines.slice(0, 1), lines[2]!, lines[1]!])).toMatchObject({ line: 2 });
    expect(broken(lines, '')).toMatchObject({ line: lines.length, message: expect.stringContaining('not ended') });
    expect(broken([...lines, '{}'])).toMatchObject({ message: expect.stringContaining('kind is unknown') });
    expect(broken([...lines, 'x'])).toMatchObject({ message: expect.stringContaining('not JSON') });
  });

  it('takes the lines of one append as a whole, or not at all', () => {
    const ledger = new Ledger();
    const first = ledger.append(entries.slice(0, 1), now);
    const bytes = Buffer.concat([first, ledger.append(entries.slice(2, 5), now)]);
    expect(Ledger.parse(bytes).lines).toHaveLength(4);
    for (let length = first.length + 1; length < bytes.length; length++) {
      const { ledger: whole, torn } = Ledger.parseAsFarAsWhole(bytes.subarray(0, length), 'l');
      expect([length, torn, whole.length]).toEqual([length, true, first.length]);
    }
  });

  it.each<[string, LedgerEntry]>([
    ['issued before', { kind: 'reserve', serial: 'a1', app: 'x', key }],
    ['reserved and voided before', { kind: 'reserve', serial: 'a2', app: 'x', key }],
    ['revoked before, whoever had it', { kind: 'reserve', serial: 'a3', app: 'x', key }],
    ['issued before, without a reservation', issued('x', 'a1', key)],
  ])('refuses a serial that was %s', (_, entry) => {
    expect(() => written().ledger.append([entry], now)).toThrow(expect.objectContaining({ code: 'bad-serial' }));
  });

  it('refuses a CRL number that does not rise', () => {
    const crl = { ...entries[4], number: '4166' } as LedgerEntry;
    expect(() => written().ledger.append([crl], now)).toThrow(expect.objectContaining({ code: 'bad-crl' }));
  });

  it('keeps the first date of a revocation, and forgets the announcement', () => {
    const { ledger } = written();
    const revoke = (date: string): LedgerEntry => ({
      kind: 'revoke',
      serial: 'a1',
      app: 'weather',
      reason: 'superseded',
      date,
    });
    ledger.append([revoke('2026-06-01T00:00:00Z'), revoke('2026-07-01T00:00:00Z')], now);
    expect(ledger.revocationOf(0xa1n)?.date.toISOString()).toBe('2026-06-01T00:00:00.000Z');
    expect(ledger.announcements).toEqual([]);
    expect([...ledger.revocations]).toHaveLength(2);
  });

  it.each<[string, object]>([
    ['an app that is a path', issued('../../etc', 'a4', key)],
    ['an app that is the folder above', issued('..', 'a4', key)],
    ['an app that a terminal obeys', issued('\u001b[31mred', 'a4', key)],
    ['a month that is none', issued('weather', 'a4', key, '2026-13-01T00:00:00Z')],
    ['a reason that is none', { ...entries[2], reason: 'constructor' }],
    ['an announcement without a day', { ...entries[2], on: 'soon' }],
    ['a serial with a leading zero', { ...entries[3], serial: '0a3' }],
    ['a name that is no text', { ...issued('weather', 'a4', key), requestedBy: 5 }],
    ['a kind that is none', { kind: 'forgive' }],
  ])('neither reads nor writes %s, with whatever chain', (_, entry) => {
    const { bytes, ledger } = written();
    expect(() => ledger.append([entry as LedgerEntry], now)).toThrow(expect.objectContaining({ code: 'bad-entry' }));
    const line = JSON.stringify({ ...entry, at: '2026-11-21T12:00:00Z', prev: ledger.head });
    expect(Ledger.parseAsFarAsWhole(Buffer.concat([bytes, Buffer.from(`${line}\n`)]), 'l')).toMatchObject({
      torn: false,
      problem: { code: 'ledger-broken', line: entries.length + 1 },
    });
  });
});
