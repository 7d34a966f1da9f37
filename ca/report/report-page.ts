// SPDX-License-Identifier: MIT
import type { Ledger } from '../ledger/ledger.js';
import { serialText } from '../x509/serial.js';
import { barChart, type BarGroup } from './bar-chart.js';
import { escapeHtml } from './escape-html.js';
import { htmlTable } from './html-table.js';
import { reportStyle } from './report-style.js';
import { statistics, type Statistics } from './statistics.js';

const day = 86_400_000;
const newestReplacements = 20;
/** days before the end of the list from which it is told in another colour */
const listEndsSoon = 30;

/**
 * One self-contained page, drawn from the ledger alone: no script, nothing fetched.
 * @param soonDays how long before their end certificates are to be renewed
 */
export function reportPage(ledger: Ledger, now: Date, soonDays = 180): string {
  const numbers = statistics(ledger, now, soonDays);
  const title = `Certificates on ${dayOf(now)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${reportStyle}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>What the ledger of the certificate authority says at ${now.toISOString().slice(11, 16)} UTC.</p>
</header>
<main>
${[overview(ledger, numbers, now, soonDays), expiries(numbers, now, soonDays), years(numbers), announced(ledger, now), replacements(numbers), waiting(numbers)].join('\n')}
</main>
<footer>${ledger.lineCount} lines, head <code>${ledger.head}</code></footer>
</body>
</html>
`;
}

function overview(ledger: Ledger, numbers: Statistics, now: Date, soonDays: number): string {
  const { apps, certificates, revoked, soon, over } = numbers;
  const facts: [label: string, value: string, note: string, kind: string][] = [
    [
      'Apps',
      String(apps),
      over === 0 ? 'with a certificate that counts' : `with one that counts; ${over} more are over`,
      '',
    ],
    ['Issued', String(certificates), 'certificates since the beginning', ''],
    ['Revoked', String(revoked), 'serials, for ever', ' class="second"'],
    ['Ending', String(soon.length), `within ${soonDays} days`, ' class="soon"'],
    ['Announced', String(ledger.announcements.length), 'revocations to come', ' class="soon"'],
    listFact(ledger, now),
  ];
  const shown = facts.map(
    ([label, value, note, kind]) =>
      `<div${kind}><dt>${label}</dt><dd>${escapeHtml(value)}<small>${escapeHtml(note)}</small></dd></div>`,
  );
  return `<dl class="facts">\n${shown.join('\n')}\n</dl>`;
}

function listFact({ crl }: Ledger, now: Date): [string, string, string, string] {
  if (crl === undefined) return ['Revocation list', 'none', 'there is no revocation list', ' class="second"'];
  const left = Math.floor((new Date(crl.nextUpdate).getTime() - now.getTime()) / day);
  const note = left < 0 ? `is over since ${crl.nextUpdate.slice(0, 10)}` : `good until ${crl.nextUpdate.slice(0, 10)}`;
  const kind = left < 0 ? 'second' : left < listEndsSoon ? 'soon' : 'good';
  return ['Revocation list', `№ ${crl.number}`, `${crl.entries} entries, ${note}`, ` class="${kind}"`];
}

function expiries({ expiries: counts, soon }: Statistics, now: Date, soonDays: number): string {
  const heading = '<h2>What ends when</h2>';
  const names = [...counts.keys()];
  if (names.length === 0) return `<section>${heading}<p>No certificate counts.</p></section>`;
  const [firstYear, lastYear] = [Number(names[0]?.slice(0, 4)), Number(names.at(-1)?.slice(0, 4))];
  const isSoon = new Set(soon.map(({ quarter }) => quarter));
  const groups = Array.from({ length: lastYear - firstYear + 1 }, (_, at): BarGroup => {
    const label = String(firstYear + at);
    const bars = [1, 2, 3, 4].map((quarter) => {
      const name = `${label} Q${quarter}`;
      return { name, value: counts.get(name) ?? 0, kind: isSoon.has(name) ? 'soon' : 'first' };
    });
    return { label, bars };
  });
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const chart = barChart({
    id: 'ends',
    title: 'Certificates by the quarter in which they end',
    description: `${total} certificates end from ${names[0] ?? ''} to ${names.at(-1) ?? ''}; the table below has the numbers.`,
    legend:
      soon.length === 0
        ? []
        : [
            ['soon', `some end within ${soonDays} days`],
            ['first', 'later'],
          ],
    groups,
  });
  const columns = ['year', 'Q1', 'Q2', 'Q3', 'Q4', 'all'].map((head, at) =>
    at === 0 ? { head } : { head, kind: 'number' as const },
  );
  const rows = groups.map(({ label, bars }) => {
    const values = bars.map(({ value }) => value);
    return [label, ...values.map(String), String(values.reduce((sum, value) => sum + value, 0))];
  });
  const list = soon.map(({ app, serial, notAfter }) => {
    return [dayOf(notAfter), app, serialText(serial), String(daysBetween(now, notAfter))];
  });
  const soonTable =
    list.length === 0
      ? ''
      : `<details${list.length <= newestReplacements ? ' open' : ''}><summary>Those that end within ${soonDays} days</summary>${htmlTable([{ head: 'on', kind: 'date' }, { head: 'app' }, { head: 'serial' }, { head: 'days left', kind: 'number' }], list)}</details>`;
  return `<section>${heading}
${chart}
<details><summary>The same as a table</summary>${htmlTable(columns, rows)}</details>
${soonTable}</section>`;
}

function years({ years: rows }: Statistics): string {
  const heading = '<h2>Issued and revoked</h2>';
  if (rows.length === 0) return `<section>${heading}<p>Nothing yet.</p></section>`;
  const chart = barChart({
    id: 'years',
    title: 'Certificates issued and serials revoked, by year',
    description: `From ${rows[0]?.year ?? ''} to ${rows.at(-1)?.year ?? ''}; the table below has the numbers.`,
    legend: [
      ['first', 'issued'],
      ['second', 'revoked'],
    ],
    groups: rows.map(({ year, issued, revoked }) => ({
      label: year,
      bars: [
        { name: `${year}, issued`, value: issued, kind: 'first' },
        { name: `${year}, revoked`, value: revoked, kind: 'second' },
      ],
    })),
  });
  const table = htmlTable(
    [{ head: 'year' }, { head: 'issued', kind: 'number' }, { head: 'revoked', kind: 'number' }],
    rows.map(({ year, issued, revoked }) => [year, String(issued), String(revoked)]),
  );
  return `<section>${heading}\n${chart}\n<details><summary>The same as a table</summary>${table}</details></section>`;
}

function announced({ announcements }: Ledger, now: Date): string {
  const heading = '<h2>Announced revocations</h2>';
  if (announcements.length === 0) return `<section>${heading}<p>None.</p></section>`;
  const rows = announcements
    .toSorted((a, b) => a.on.getTime() - b.on.getTime())
    .map(({ on, app, serial, reason, why }) => {
      const left = daysBetween(now, on);
      return [dayOf(on), left < 0 ? 'due' : String(left), app, serialText(serial), reason, why ?? ''];
    });
  const columns = [
    { head: 'on', kind: 'date' },
    { head: 'days left', kind: 'number' },
    ...['app', 'serial', 'reason', 'because'].map((head) => ({ head })),
  ] as const;
  return `<section>${heading}
<p>Replacing is not revoking: until the day, everything that was released with the old certificate can be installed.</p>
${htmlTable(columns, rows)}</section>`;
}

function replacements({ replacements: all }: Statistics): string {
  const heading = '<h2>Replacements</h2>';
  if (all.length === 0) return `<section>${heading}<p>None.</p></section>`;
  const reasons = new Map<string, number>();
  for (const { reason, newKey } of all) {
    const kind = `${newKey ? 'new key' : 'same key'}: ${reason}`;
    reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
  }
  const most = Math.max(...reasons.values());
  const byReason = [...reasons]
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, count]) => [reason, String(count), { share: count / most }]);
  const newest = all
    .slice(0, newestReplacements)
    .map(({ on, app, newKey, after, reason }) => [dayOf(on), app, newKey ? 'new' : 'same', String(after), reason]);
  const columns = [
    { head: 'on', kind: 'date' },
    { head: 'app' },
    { head: 'key' },
    { head: 'after days', kind: 'number' },
    { head: 'reason' },
  ] as const;
  return `<section>${heading}
<p>${all.length} in all, by reason:</p>
${htmlTable([{ head: 'reason' }, { head: 'count', kind: 'number' }, { head: '', kind: 'bar' }], byReason)}
<h3>${all.length > newestReplacements ? `The newest ${newestReplacements}` : 'Each of them'}</h3>
${htmlTable(columns, newest)}</section>`;
}

function waiting({ waiting: rows }: Statistics): string {
  const heading = '<h2>From request to certificate</h2>';
  if (rows.length === 0) {
    return `<section>${heading}<p>Not known: the ledger was built without the history of the repository.</p></section>`;
  }
  const longest = Math.max(...rows.map(({ ninetieth }) => ninetieth), 0.1);
  const cells = rows.map(({ year, count, median, ninetieth, longest: last }) => [
    year,
    String(count),
    ...[median, ninetieth, last].map((days) => days.toFixed(1)),
    { share: ninetieth / longest, upTo: median / longest },
  ]);
  const columns = [
    { head: 'year' },
    ...['certificates', 'median days', '9 of 10 within', 'longest'].map((head) => ({ head, kind: 'number' }) as const),
    { head: 'median, 9 of 10', kind: 'bar' },
  ] as const;
  return `<section>${heading}
<p>Days from the first commit of a request to its certificate.</p>
${htmlTable(columns, cells)}</section>`;
}

function daysBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / day);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
