// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type RevocationReason, revocationReasons } from '../../../ca/crl/revocation-reason.js';
import { serialOf, timeOf } from '../../../ca/crl/revocation-words.js';
import { IssueLine } from '../../../ca/ledger/issue-line.js';
import { checkLine, type EntryOf, type LedgerEntry, timeText } from '../../../ca/ledger/ledger-line.js';
import { readPlain } from '../../../ca/ledger/read-plain.js';
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
const textOf = (entry: LedgerEntry, rest: object): string => JSON.stringify({ ...entry, ...rest });
/** A right line of ASCII alone, in which nothing is escaped. */
const isPlain = (text: string): boolean =>
  /^[^\\\x7f-\uffff]*$/.test(text) && typeof checkLine(JSON.parse(text)) === 'object';

/** In the middle of other bytes, as a line stands in a file. */
function read(line: string | Buffer, prev: string): RevokeLine | IssueLine | undefined {
  const bytes = Buffer.concat([Buffer.from('"x"\n'), Buffer.from(line), Buffer.from('\n')]);
  return readPlain(bytes, 4, bytes.length - 1, prev);
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
        const line = read(text, rest.prev);
        expect(line instanceof RevokeLine).toBe(isPlain(text));
        const { serial: digits, app: id, reason, date } = entry;
        if (line instanceof RevokeLine) expect(says(line)).toEqual({ serial: digits, app: id, reason, date });
      }),
    );
  });

  it('of a certificate says what JSON.parse makes of it', () => {
    fc.assert(
      fc.property(issue, end, (entry, rest) => {
        const text = textOf(entry, rest);
        const line = read(text, rest.prev);
        expect(line instanceof IssueLine).toBe(isPlain(text));
        if (line instanceof IssueLine) expect([line.serial, line.parse()]).toEqual([entry.serial, JSON.parse(text)]);
      }),
    );
  });

  it('is none that JSON.parse and the forms of the fields would refuse, or that carries another hash', () => {
    fc.assert(
      fc.property(fc.oneof(revoke, issue), end, fc.nat(), fc.nat(255), (entry, rest, at, octet) => {
        const bytes = Buffer.from(textOf(entry, rest));
        bytes[at % bytes.length] = octet;
        const line = read(bytes, rest.prev);
        if (line !== undefined)
          expect(checkLine(JSON.parse(bytes.toString('utf8')))).toMatchObject({ prev: rest.prev });
      }),
      { numRuns: 1000 },
    );
  });

  const prev = '0'.repeat(64);
  const said = '"reason":"superseded","date":"2026-11-21T12:00:00Z","at":"2026-11-21T12:00:00Z"';

  it.each([
    ['another order', `{"serial":"a1","kind":"revoke",${said},"prev":"${prev}"}`],
    ['blanks', `{"kind": "revoke","serial":"a1",${said},"prev":"${prev}"}`],
    ['a leading zero', `{"kind":"revoke","serial":"0a1",${said},"prev":"${prev}"}`],
    ['a capital', `{"kind":"revoke","serial":"A1",${said},"prev":"${prev}"}`],
    ['a field twice', `{"kind":"revoke","serial":"a1",${said},"prev":"${prev}","serial":"b2","prev":"${prev}"}`],
    ['a longer hash', `{"kind":"revoke","serial":"a1",${said},"prev":"0${prev}"}`],
    ['something behind it', `{"kind":"revoke","serial":"a1",${said},"prev":"${prev}"} `],
    ['no end', `{"kind":"revoke","serial":"a1",${said},"prev":"${prev}"`],
  ])('is none with %s', (_, line) => {
    expect(read(`{"kind":"revoke","serial":"a1",${said},"prev":"${prev}"}`, prev)?.serial).toBe('a1');
    expect(read(line, prev)).toBeUndefined();
  });
});
