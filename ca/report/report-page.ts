// SPDX-License-Identifier: MIT
import type { Ledger } from '../ledger/ledger.js';
import { serialText } from '../x509/serial.js';
import { barChart } from './bar-chart.js';
import { escapeHtml } from './escape-html.js';
import { statistics, type Statistics } from './statistics.js';

const newestReplacements = 40;

const style = `
:root { color-scheme: light dark; --a: #0b6bcb; --b: #c0392b; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
figure { margin: 1rem 0; overflow-x: auto; } figcaption { font-weight: 600; }
svg { font-size: 12px; } svg text { text-anchor: middle; fill: currentColor; }
.series0 { fill: var(--a); background: var(--a); } .series1 { fill: var(--b); background: var(--b); }
.legend span { display: inline-block; width: .8em; height: .8em; margin-left: 1em; }
table { border-collapse: collapse; } th, td { text-align: left; padding: .25rem .9rem .25rem 0; border-bottom: 1px solid #8884; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
`;

/** One self-contained page, drawn from the ledger alone: no script, nothing fetched. */
export function reportPage(ledger: Ledger, now: Date): string {
  const numbers = statistics(ledger, now);
  const sections = [
    overview(ledger, numbers, now),
    expiries(numbers),
    years(numbers),
    announced(ledger),
    replacements(numbers),
    waiting(numbers),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Certificates on ${dayOf(now)}</title>
<style>${style}</style>
</head>
<body>
<h1>Certificates on ${dayOf(now)}</h1>
${sections.join('\n')}
</body>
</html>
`;
}

function overview(ledger: Ledger, { apps, certificates, revoked }: Statistics, now: Date): string {
  const { crl } = ledger;
  const list =
    crl === undefined
      ? 'There is no revocation list.'
      : `The revocation list has the number ${crl.number} and ${crl.entries} entries; it ${new Date(crl.nextUpdate) <= now ? '<strong>is over</strong> since' : 'has to be renewed by'} ${crl.nextUpdate.slice(0, 10)}.`;
  return `<p>${apps} apps with a certificate that counts; ${certificates} certificates issued, ${revoked} serials revoked. ${list}</p>
<p>Ledger: ${ledger.lineCount} lines, head <code>${ledger.head.slice(0, 16)}</code>.</p>`;
}

function expiries({ expiries: counts }: Statistics): string {
  const bars = [...counts].map(([label, value]) => ({ label: label.replace(' ', '\u00a0').slice(2), values: [value] }));
  return `<h2>What ends when</h2>${barChart({ title: 'Certificates by the quarter in which they end', series: ['certificates'], bars })}`;
}

function years({ years: rows }: Statistics): string {
  const bars = rows.map(({ year, issued, revoked }) => ({ label: year, values: [issued, revoked] }));
  return `<h2>Issued and revoked</h2>${barChart({ title: 'Certificates issued and serials revoked, by year', series: ['issued', 'revoked'], bars })}`;
}

function announced({ announcements }: Ledger): string {
  if (announcements.length === 0) return '<h2>Announced revocations</h2><p>None.</p>';
  const rows = announcements
    .toSorted((a, b) => a.on.getTime() - b.on.getTime())
    .map(({ on, app, serial, reason, why }) => [dayOf(on), app, serialText(serial), reason, why ?? '']);
  return `<h2>Announced revocations</h2>${table(['on', 'app', 'serial', 'reason', 'because'], rows)}`;
}

function replacements({ replacements: all }: Statistics): string {
  const reasons = new Map<string, number>();
  for (const { reason, newKey } of all) {
    const kind = `${newKey ? 'new key' : 'same key'}: ${reason}`;
    reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
  }
  const byReason = [...reasons].toSorted(([, a], [, b]) => b - a).map(([reason, count]) => [reason, String(count)]);
  const newest = all
    .slice(0, newestReplacements)
    .map(({ on, app, newKey, after, reason }) => [dayOf(on), app, newKey ? 'new' : 'same', String(after), reason]);
  return `<h2>Replacements</h2>
<p>${all.length} in all${all.length > newestReplacements ? `; the newest ${newestReplacements} are listed` : ''}.</p>
${table(['reason', 'count'], byReason, [1])}
${table(['on', 'app', 'key', 'after days', 'reason'], newest, [3])}`;
}

function waiting({ waiting: rows }: Statistics): string {
  const heading = '<h2>From request to certificate</h2>';
  if (rows.length === 0)
    return `${heading}<p>Not known: the ledger was built without the history of the repository.</p>`;
  const cells = rows.map(({ year, count, median, ninetieth, longest }) => [
    year,
    String(count),
    ...[median, ninetieth, longest].map((days) => days.toFixed(1)),
  ]);
  return `${heading}${table(['year', 'certificates', 'median days', '9 of 10 within', 'longest'], cells, [1, 2, 3, 4])}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[], numbers: readonly number[] = []): string {
  const cell = (name: 'td' | 'th') => (text: string, at: number) =>
    `<${name}${numbers.includes(at) ? ' class="number"' : ''}>${escapeHtml(text)}</${name}>`;
  const lines = rows.map((row) => `<tr>${row.map(cell('td')).join('')}</tr>`);
  return `<table>\n<thead><tr>${head.map(cell('th')).join('')}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table>`;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
