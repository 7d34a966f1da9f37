// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { Ledger } from '../../../ca/ledger/ledger.js';
import type { LedgerEntry } from '../../../ca/ledger/ledger-line.js';
import { reportPage } from '../../../ca/report/report-page.js';
import { statistics } from '../../../ca/report/statistics.js';
import { ledgerOf } from '../support/knowledge.js';

const now = new Date('2026-11-21T12:00:00Z');
const keys = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)] as const;

function issue(app: string, serial: string, key: string, notBefore: string, more: object = {}): LedgerEntry {
  const notAfter = `${Number(notBefore.slice(0, 4)) + 10}${notBefore.slice(4)}`;
  return { kind: 'issue', serial, app, key, fingerprint: serial.padStart(64, '0'), notBefore, notAfter, ...more };
}

const ledger = ledgerOf(
  issue('one', 'a1', keys[0], '2025-02-03T00:00:00Z', { requestedAt: '2025-02-01T00:00:00Z' }),
  issue('one', 'a2', keys[1], '2026-02-03T00:00:00Z', { requestedAt: '2026-02-02T12:00:00Z', reason: 'lost key' }),
  issue('two', 'a3', keys[2], '2026-05-01T00:00:00Z', { requestedAt: '2026-04-21T00:00:00Z' }),
  issue('two', 'a4', keys[2], '2026-06-01T00:00:00Z', { requestedAt: '2026-04-21T00:00:00Z' }),
  { kind: 'revoke', serial: 'a1', app: 'one', reason: 'superseded', date: '2026-03-01T00:00:00Z' },
  {
    kind: 'announce',
    serial: 'a3',
    app: 'two',
    reason: 'superseded',
    on: '2027-01-01T00:00:00Z',
    why: '<script>alert(1)</script>',
  },
);

it('counts what the ledger says', () => {
  const numbers = statistics(ledger, now);
  expect(numbers).toMatchObject({ apps: 2, certificates: 4, revoked: 1 });
  expect([...numbers.expiries]).toEqual([
    ['2036 Q1', 1],
    ['2036 Q2', 1],
  ]);
  expect(numbers.years).toEqual([
    { year: '2025', issued: 1, revoked: 0 },
    { year: '2026', issued: 3, revoked: 1 },
  ]);
  expect(numbers.replacements).toEqual([
    { app: 'two', on: new Date('2026-06-01'), newKey: false, after: 31, reason: 'not recorded' },
    { app: 'one', on: new Date('2026-02-03'), newKey: true, after: 365, reason: 'lost key' },
  ]);
  expect(numbers.waiting).toEqual([
    { year: '2025', count: 1, median: 2, ninetieth: 2, longest: 2 },
    { year: '2026', count: 2, median: 10, ninetieth: 10, longest: 10 },
  ]);
});

it('is one page that fetches nothing and runs nothing', () => {
  const page = reportPage(ledger, now);
  expect(page).toContain('<!doctype html>');
  expect(page).not.toMatch(/<script|<link|<img|https?:|@import|url\(/);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page.match(/<svg/g)).toHaveLength(2);
  expect(page).toContain('<title>2026, issued: 3</title>');
  for (const element of ['table', 'figure', 'svg', 'tbody', 'p', 'h2']) {
    const opened = page.match(new RegExp(`<${element}[ >]`, 'g'))?.length;
    expect([element, opened]).toEqual([element, page.match(new RegExp(`</${element}>`, 'g'))?.length]);
  }
});

it('says so where there is nothing', () => {
  const page = reportPage(new Ledger(), now);
  expect(page).toContain('There is no revocation list.');
  expect(page).toContain('<p>None.</p>');
});
