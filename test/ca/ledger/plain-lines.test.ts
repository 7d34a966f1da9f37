// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type RevocationReason, revocationReasons } from '../../../ca/crl/revocation-reason.js';
import { serialOf, timeOf } from '../../../ca/crl/revocation-words.js';
import { IssueLine } from '../../../ca/ledger/issue-line.js';
import { checkLine, type EntryOf, type LedgerEntry, timeText } from '../../../ca/ledger/ledger-line.js';
import { RevokeLine } from '../../../ca/ledger/revoke-line.js';

const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const serial = fc.stringMatching(/^[1-9a-f][0-9a-f]{0,39}$/);
const time = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map(timeText);
const app = fc.oneof(fc.stringMatching(/^[a-z0-9_./-]{0,32}$/), fc.string({ unit: 'grapheme' }));
const end = fc.record(
  { imported: fc.constant(true as const), more: fc.constant(true as const), at: time, prev: hex(64) },
  { requiredKeys: ['at', 'prev'] },
);
const names = Object.keys(revocationReasons) as RevocationReason[];
const revoke = fc
  .tuple(serial, fc.option(app, { nil: undefined }), fc.constantFrom(...names), time)
  .map(([digits, id, reason, date]): EntryOf<'revoke'> => ({
    kind: 'revoke',
    serial: digits,
    ...(id !== undefined && { app: id }),
    reason,
    date,
  }));
const issue = fc
  .record(
    {
      ...{ serial, app, key: hex(64), fingerprint: hex(64), notBefore: time, notAfter: time },
      ...{ profile: app, reason: app, requestedAt: time, requestedBy: app, pullRequest: fc.nat() },
    },
    { requiredKeys: ['serial', 'app', 'key', 'fingerprint', 'notBefore', 'notAfter'] },
  )
  .map((fields): EntryOf<'issue'> => ({ kind: 'issue', ...fields }));
/** in the middle of other bytes, as a line stands in a file */
const textOf = (entry: LedgerEntry, rest: object): string => JSON.stringify({ ...entry, ...rest });
const inFile = (text: string): { bytes: Buffer; start: number } => ({ bytes: Buffer.from(`"x"\n${text}\n`), start: 4 });
/** A right line of ASCII alone, in which nothing is escaped. */
const isPlain = (text: string): boolean =>
  /^[^\\\x7f-\uffff]*$/.test(text) && typeof checkLine(JSON.parse(text)) === 'object';

function read(text: string) {
  const { bytes, start } = inFile(text);
  const latin1 = bytes.toString('latin1', start, bytes.length - 1);
  return { revoke: RevokeLine.read(latin1, bytes, start), issue: IssueLine.read(latin1, bytes, start) };
}

function says(line: RevokeLine): object {
  const { serial: digits, app: id, reason } = line;
  expect(serialOf(line)).toBe(digits);
  return { serial: digits, app: id, reason, date: timeText(new Date(timeOf(line))) };
}

describe('a plain line', () => {
  it('of a revocation says what JSON.parse makes of it', () => {
    fc.assert(
      fc.property(revoke, end, (entry, rest) => {
        const text = textOf(entry, rest);
        const line = read(text).revoke;
        expect(line !== undefined).toBe(isPlain(text));
        const { serial: digits, app: id, reason, date } = entry;
        if (line !== undefined) expect(says(line)).toEqual({ serial: digits, app: id, reason, date });
      }),
    );
  });

  it('of a certificate says what JSON.parse makes of it', () => {
    fc.assert(
      fc.property(issue, end, (entry, rest) => {
        const text = textOf(entry, rest);
        const line = read(text).issue;
        expect(line !== undefined).toBe(isPlain(text));
        if (line !== undefined) expect([line.serial, line.parse()]).toEqual([entry.serial, JSON.parse(text)]);
      }),
    );
  });

  it('is none that JSON.parse and the forms of the fields would refuse', () => {
    fc.assert(
      fc.property(fc.oneof(revoke, issue), end, fc.nat(), fc.nat(255), (entry, rest, at, octet) => {
        const bytes = Buffer.from(textOf(entry, rest));
        bytes[at % bytes.length] = octet;
        const { revoke: revocation, issue: certificate } = read(bytes.toString('latin1'));
        if (revocation ?? certificate) expect(checkLine(JSON.parse(bytes.toString('utf8')))).toHaveProperty('kind');
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['another order', '{"serial":"a1","kind":"revoke"'],
    ['blanks', '{"kind": "revoke","serial":"a1"'],
    ['a leading zero', '{"kind":"revoke","serial":"0a1"'],
    ['a capital', '{"kind":"revoke","serial":"A1"'],
  ])('is none with %s', (_, begin) => {
    const rest = `"reason":"superseded","date":"2026-11-21T12:00:00Z","at":"2026-11-21T12:00:00Z","prev":"${'0'.repeat(64)}"}`;
    expect(read(`{"kind":"revoke","serial":"a1",${rest}`).revoke?.serial).toBe('a1');
    expect(read(`${begin},${rest}`).revoke).toBeUndefined();
  });
});
