// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { Ledger } from '../../../ca/ledger/ledger.js';
import type { LedgerEntry } from '../../../ca/ledger/ledger-line.js';
import { reportPage } from '../../../ca/report/report-page.js';
import { reportStyle } from '../../../ca/report/report-style.js';
import { statistics } from '../../../ca/report/statistics.js';
import { ledgerOf } from '../support/knowledge.js';
import { sampleLedger } from '../support/sample-ledger.js';

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
  const numbers = statistics(ledger, now, 3700);
  expect(numbers).toMatchObject({ apps: 2, over: 0, certificates: 4, revoked: 1 });
  expect(numbers.soon.map(({ app, quarter }) => [app, quarter])).toEqual([
    ['one', '2036 Q1'],
    ['two', '2036 Q2'],
  ]);
  expect(statistics(ledger, new Date('2036-03-01'), 10)).toMatchObject({ apps: 1, over: 1, soon: [] });
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

it('is the same for the eye and for the ear', () => {
  const page = reportPage(sampleLedger(now), now);
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const drawings = [...page.matchAll(/<svg[^>]*>/g)].map(([tag]) => tag);
  expect(drawings).toHaveLength(2);
  for (const tag of drawings) {
    expect(tag).toContain('role="img"');
    const [, labels = ''] = /aria-labelledby="([^"]+)"/.exec(tag) ?? [];
    expect(labels.split(' ').map((id) => ids.has(id))).toEqual([true, true]);
  }
  // what is drawn stands in a table, too
  expect(page.match(/The same as a table/g)).toHaveLength(2);
  expect(page.match(/<th(?! [^>]*scope="col")[^>e]*>/g)).toBeNull();
  expect(page).toContain('<html lang="en">');
});

it.each([
  ['by day', 0],
  ['by night', 1],
])('has colours that can be told from the paper %s', (_, at) => {
  const scheme = reportStyle.split('@media (prefers-color-scheme: dark)')[at] ?? '';
  const colour = (name: string): number => {
    const [, hex = ''] = new RegExp(`--${name}: #([0-9a-f]{6})`).exec(scheme) ?? [];
    const linear = [0, 2, 4].map((from) => {
      const part = parseInt(hex.slice(from, from + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return linear[0]! * 0.2126 + linear[1]! * 0.7152 + linear[2]! * 0.0722;
  };
  const contrast = (one: string, other: string): number => {
    const [dark, light] = [colour(one), colour(other)].toSorted((a, b) => a - b);
    return (light! + 0.05) / (dark! + 0.05);
  };
  // WCAG 2.2: 4.5 for text (1.4.3), 3 for what is drawn (1.4.11)
  for (const text of ['ink', 'soft'])
    for (const ground of ['paper', 'card']) expect(contrast(text, ground)).toBeGreaterThan(4.5);
  for (const shape of ['first', 'second', 'soon', 'good']) expect(contrast(shape, 'card')).toBeGreaterThan(3);
});

it('tells how the revocation list stands', () => {
  const crl = { kind: 'crl', number: '7', thisUpdate: '2026-01-01T00:00:00Z', sha256: keys[0], entries: 1 } as const;
  const fact = (nextUpdate: string): string =>
    /<div class="(\w+)"><dt>Revocation list<\/dt>.*?<\/div>/.exec(
      reportPage(ledgerOf({ ...crl, nextUpdate }), now),
    )?.[0] ?? '';
  expect(fact('2027-06-01T00:00:00Z')).toMatch(/good.*№ 7.*good until 2027-06-01/);
  expect(fact('2026-12-01T00:00:00Z')).toMatch(/class="soon"/);
  expect(fact('2026-11-01T00:00:00Z')).toMatch(/class="second".*is over since 2026-11-01/);
});

it('says so where there is nothing', () => {
  const page = reportPage(new Ledger(), now);
  expect(page).toContain('there is no revocation list');
  expect(page).toContain('No certificate counts.');
  expect(page.match(/<p>None.<\/p>/g)).toHaveLength(2);
});
