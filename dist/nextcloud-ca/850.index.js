"use strict";
exports.id = 850;
exports.ids = [850];
exports.modules = {

/***/ 9850:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  report: () => (/* binding */ report)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var x509_serial = __webpack_require__(2040);
;// CONCATENATED MODULE: ./build/bundle/ca/report/escape-html.js
// SPDX-License-Identifier: MIT
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Text for the inside of an element or of a quoted attribute. */
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}

;// CONCATENATED MODULE: ./build/bundle/ca/report/bar-chart.js
// SPDX-License-Identifier: MIT

/** in units of the drawing, which is scaled to the width of the page */
const [width, height, left, bar_chart_top, bottom] = [960, 220, 36, 18, 26];
const widestGroup = 128;
const widestBar = 40;
/** A bar chart as inline SVG: lines for the scale, a value over each bar, and all of it in words too. */
function barChart({ id, title, description, legend, groups }) {
    const highest = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
    const step = niceStep(highest);
    const most = Math.ceil(highest / step) * step;
    const y = (value) => round(bar_chart_top + height - (value / most) * height);
    const slot = Math.min((width - left) / Math.max(1, groups.length), widestGroup);
    const marks = Array.from({ length: most / step + 1 }, (_, at) => at * step);
    const scale = marks.map((mark) => `<line class="scale" x1="${left}" x2="${width}" y1="${y(mark)}" y2="${y(mark)}"/><text class="mark" x="${left - 6}" y="${y(mark) + 4}">${mark}</text>`);
    const drawn = groups.map(({ label, bars }, at) => {
        const start = left + at * slot;
        const bar = Math.min((slot * 0.84) / Math.max(1, bars.length), widestBar);
        const first = start + (slot - bar * bars.length) / 2;
        const shapes = bars.map(({ name, value, kind }, index) => {
            const x = first + index * bar;
            const shape = `<rect class="${kind}" x="${round(x + bar * 0.06)}" y="${y(value)}" width="${round(bar * 0.88)}" height="${round(bar_chart_top + height - y(value))}" rx="1.5"/>`;
            const number = value === 0 ? '' : `<text x="${round(x + bar / 2)}" y="${round(y(value) - 4)}">${value}</text>`;
            return `<g><title>${escapeHtml(`${name}: ${value}`)}</title>${shape}${number}</g>`;
        });
        return `${shapes.join('')}<text class="label" x="${round(start + slot / 2)}" y="${bar_chart_top + height + 18}">${escapeHtml(label)}</text>`;
    });
    return `<figure>
<figcaption>${escapeHtml(title)}${legendOf(legend)}</figcaption>
<div class="wide"><svg viewBox="0 0 ${width} ${bar_chart_top + height + bottom}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${escapeHtml(title)}</title>
<desc id="${id}-desc">${escapeHtml(description)}</desc>
${[...scale, ...drawn].join('\n')}
</svg></div>
</figure>`;
}
function legendOf(legend) {
    const items = legend.map(([kind, meaning]) => `<li><span class="${kind}"></span>${escapeHtml(meaning)}</li>`);
    return items.length < 2 ? '' : `<ul class="legend">${items.join('')}</ul>`;
}
/** 1, 2 or 5 and zeros, so that there are no more than six lines */
function niceStep(highest) {
    const tens = 10 ** Math.max(0, Math.floor(Math.log10(highest)) - 1);
    return [1, 2, 5, 10, 20, 50].map((factor) => factor * tens).find((step) => highest / step <= 5) ?? highest;
}
function round(value) {
    return Math.round(value * 10) / 10;
}

;// CONCATENATED MODULE: ./build/bundle/ca/report/html-table.js
// SPDX-License-Identifier: MIT

/** A table with a head; every text is escaped. */
function htmlTable(columns, rows) {
    const opened = (name, at, more = '') => {
        const kind = columns[at]?.kind;
        return `<${name}${kind === undefined ? '' : ` class="${kind}"`}${more}>`;
    };
    const head = columns.map((column, at) => `${opened('th', at, ' scope="col"')}${escapeHtml(column.head)}</th>`);
    const lines = rows.map((row) => {
        const cells = row.map((cell, at) => {
            return `${opened('td', at)}${typeof cell === 'string' ? escapeHtml(cell) : drawn(cell)}</td>`;
        });
        return `<tr>${cells.join('')}</tr>`;
    });
    return `<div class="wide"><table>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table></div>`;
}
function drawn({ share, upTo }) {
    const percent = (part) => `${Math.round(part * 1000) / 10}%`;
    if (upTo === undefined)
        return `<span style="--share:${percent(share)}" aria-hidden="true"></span>`;
    const median = percent(share === 0 ? 0 : upTo / share);
    return `<span class="range" style="--share:${percent(share)};--median:${median}" aria-hidden="true"></span>`;
}

;// CONCATENATED MODULE: ./build/bundle/ca/report/report-style.js
// SPDX-License-Identifier: MIT
/** Style of the report: light or dark as the reader has it, one column on a telephone, and ink saved on paper. */
const reportStyle = `
:root {
  color-scheme: light dark;
  --paper: #f6f7f9; --card: #ffffff; --line: #dfe3e8; --ink: #16202c; --soft: #566272;
  --first: #2563a8; --second: #b3401f; --soon: #c27c00; --good: #23744a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12161c; --card: #1a2028; --line: #303946; --ink: #e8ecf1; --soft: #9ba8b7;
    --first: #6aaae8; --second: #ee8262; --soon: #f0b541; --good: #66c795;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 72rem;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  background: var(--paper); color: var(--ink);
}
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; letter-spacing: -.02em; }
h2 { margin: 0 0 .75rem; font-size: 1.2rem; }
h3 { margin: 1.5rem 0 .5rem; font-size: .95rem; }
header p { margin: .35rem 0 0; color: var(--soft); }
code { font: .9em ui-monospace, "DejaVu Sans Mono", monospace; }
section { margin-top: 1.25rem; padding: 1.4rem 1.6rem 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
section > p { margin: 0 0 .75rem; max-width: 44rem; color: var(--soft); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin: 1.5rem 0 0; }
.facts div { padding: .9rem 1.1rem 1rem; background: var(--card); border: 1px solid var(--line); border-top: 3px solid var(--first); border-radius: 10px; }
.facts .soon { border-top-color: var(--soon); } .facts .second { border-top-color: var(--second); } .facts .good { border-top-color: var(--good); }
dt { font-size: .85rem; color: var(--soft); }
dd { margin: 0; font-size: 1.75rem; font-weight: 650; line-height: 1.25; font-variant-numeric: tabular-nums; }
dd small { display: block; font-size: .82rem; font-weight: 400; color: var(--soft); }
figure { margin: 0; }
figcaption { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; font-size: .9rem; color: var(--soft); }
.legend { display: flex; gap: 1.1rem; margin: 0; padding: 0; list-style: none; }
.legend span { display: inline-block; width: .75em; height: .75em; margin-right: .4em; border-radius: 2px; }
.wide { overflow-x: auto; }
svg { display: block; width: 100%; min-width: 40rem; height: auto; margin-top: .5rem; }
svg text { font-size: 11px; text-anchor: middle; fill: var(--ink); font-variant-numeric: tabular-nums; }
svg .label { font-size: 12.5px; fill: var(--soft); } svg .mark { text-anchor: end; fill: var(--soft); }
.scale { stroke: var(--line); }
rect.first { fill: var(--first); } rect.second { fill: var(--second); } rect.soon { fill: var(--soon); }
span.first { background: var(--first); } span.second { background: var(--second); } span.soon { background: var(--soon); }
table { width: 100%; border-collapse: collapse; font-size: .92rem; }
th, td { padding: .38rem 1rem .38rem 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
th { font-size: .82rem; font-weight: 600; color: var(--soft); white-space: nowrap; }
tbody tr:last-child td { border-bottom: 0; }
.number { padding-right: 1.75rem; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.date { white-space: nowrap; font-variant-numeric: tabular-nums; }
.bar { width: 34%; padding-right: 0; }
.bar span { display: block; height: .7em; border-radius: 2px; background: var(--first); width: var(--share); min-width: 2px; }
.bar .range { background: linear-gradient(90deg, var(--first) var(--median), color-mix(in srgb, var(--first) 35%, transparent) 0); }
details { margin-top: .9rem; } summary { cursor: pointer; font-size: .88rem; color: var(--soft); }
footer { margin-top: 1.5rem; font-size: .85rem; color: var(--soft); overflow-wrap: anywhere; }
@media (max-width: 40rem) { section { padding: 1.1rem 1rem; } th, td { padding-right: .6rem; } .bar { display: none; } }
@media print {
  :root { --paper: #fff; --card: #fff; --line: #ccc; --ink: #000; --soft: #444; --first: #2563a8; --second: #b3401f; --soon: #c27c00; }
  body { padding: 0; max-width: none; font-size: 10pt; } svg { min-width: 0; } .facts { grid-template-columns: repeat(3, 1fr); }
  section, .facts div { border-radius: 0; break-inside: avoid; } section:has(tbody tr:nth-child(20)) { break-inside: auto; }
  tr { break-inside: avoid; } details:not([open]) { display: none; }
  rect, .legend span, .bar span { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

// EXTERNAL MODULE: ./build/bundle/ca/expiry/expiring.js
var expiring = __webpack_require__(6405);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/certificate-record.js
var certificate_record = __webpack_require__(5832);
;// CONCATENATED MODULE: ./build/bundle/ca/report/statistics.js
// SPDX-License-Identifier: MIT


const day = 86_400_000;
function statistics(ledger, now, soonDays) {
    const certificates = [...ledger.certificates()];
    const current = [...ledger.apps()].flatMap((app) => (0,certificate_record/* currentCertificate */.JQ)(ledger, app) ?? []);
    const counting = current
        .filter(({ notAfter }) => notAfter > now)
        .toSorted((a, b) => a.notAfter.getTime() - b.notAfter.getTime());
    const soonEnd = new Date(now.getTime() + soonDays * day);
    const issued = count(certificates.map(({ notBefore }) => yearOf(notBefore)));
    const revoked = count([...ledger.revocations].map(({ date }) => yearOf(date)));
    const years = allYears([...issued.keys(), ...revoked.keys()].map(Number));
    return {
        apps: counting.length,
        over: current.length - counting.length,
        soon: counting
            .filter(({ notAfter }) => notAfter <= soonEnd)
            .map((record) => ({ ...record, quarter: (0,expiring/* quarterOf */.Or)(record.notAfter) })),
        certificates: certificates.length,
        revoked: ledger.revocations.size,
        expiries: count(counting.map(({ notAfter }) => (0,expiring/* quarterOf */.Or)(notAfter))),
        years: years.map((year) => ({ year, issued: issued.get(year) ?? 0, revoked: revoked.get(year) ?? 0 })),
        replacements: [...ledger.apps()]
            .flatMap((app) => replacementsOf(ledger.certificatesOf(app)))
            .toSorted((a, b) => b.on.getTime() - a.on.getTime()),
        waiting: waitingTimes(certificates),
    };
}
function replacementsOf(records) {
    return records.slice(1).map(({ app, key, notBefore, reason }, at) => {
        const before = records[at];
        return {
            app,
            on: notBefore,
            newKey: before?.key !== key,
            after: Math.round((notBefore.getTime() - (before?.notBefore.getTime() ?? 0)) / day),
            reason: reason ?? 'not recorded',
        };
    });
}
/** The first certificate of a key counts: a second one was not waited for by anybody. */
function waitingTimes(certificates) {
    const seen = new Set();
    const days = new Map();
    for (const { key, requestedAt, notBefore } of certificates.toSorted((a, b) => a.notBefore.getTime() - b.notBefore.getTime())) {
        if (requestedAt === undefined || seen.has(key) || requestedAt > notBefore)
            continue;
        seen.add(key);
        const year = yearOf(notBefore);
        days.set(year, [...(days.get(year) ?? []), (notBefore.getTime() - requestedAt.getTime()) / day]);
    }
    return [...days].map(([year, values]) => {
        const sorted = values.toSorted((a, b) => a - b);
        const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
        return { year, count: sorted.length, median: at(0.5), ninetieth: at(0.9), longest: at(1) };
    });
}
function count(names) {
    const counts = new Map();
    for (const name of names)
        counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
}
/** From the first to the last, also those in which nothing happened. */
function allYears(years) {
    if (years.length === 0)
        return [];
    const first = Math.min(...years);
    return Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => String(first + at));
}
function yearOf(date) {
    return String(date.getUTCFullYear());
}

;// CONCATENATED MODULE: ./build/bundle/ca/report/report-page.js






const report_page_day = 86_400_000;
const newestReplacements = 20;
/** days before the end of the list from which it is told in another colour */
const listEndsSoon = 30;
/**
 * One self-contained page, drawn from the ledger alone: no script, nothing fetched.
 * @param soonDays how long before their end certificates are to be renewed
 */
function reportPage(ledger, now, soonDays = 180) {
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
function overview(ledger, numbers, now, soonDays) {
    const { apps, certificates, revoked, soon, over } = numbers;
    const facts = [
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
    const shown = facts.map(([label, value, note, kind]) => `<div${kind}><dt>${label}</dt><dd>${escapeHtml(value)}<small>${escapeHtml(note)}</small></dd></div>`);
    return `<dl class="facts">\n${shown.join('\n')}\n</dl>`;
}
function listFact({ crl }, now) {
    if (crl === undefined)
        return ['Revocation list', 'none', 'there is no revocation list', ' class="second"'];
    const left = Math.floor((new Date(crl.nextUpdate).getTime() - now.getTime()) / report_page_day);
    const note = left < 0 ? `is over since ${crl.nextUpdate.slice(0, 10)}` : `good until ${crl.nextUpdate.slice(0, 10)}`;
    const kind = left < 0 ? 'second' : left < listEndsSoon ? 'soon' : 'good';
    return ['Revocation list', `№ ${crl.number}`, `${crl.entries} entries, ${note}`, ` class="${kind}"`];
}
function expiries({ expiries: counts, soon }, now, soonDays) {
    const heading = '<h2>What ends when</h2>';
    const names = [...counts.keys()];
    if (names.length === 0)
        return `<section>${heading}<p>No certificate counts.</p></section>`;
    const [firstYear, lastYear] = [Number(names[0]?.slice(0, 4)), Number(names.at(-1)?.slice(0, 4))];
    const isSoon = new Set(soon.map(({ quarter }) => quarter));
    const groups = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => {
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
        legend: soon.length === 0
            ? []
            : [
                ['soon', `some end within ${soonDays} days`],
                ['first', 'later'],
            ],
        groups,
    });
    const columns = ['year', 'Q1', 'Q2', 'Q3', 'Q4', 'all'].map((head, at) => at === 0 ? { head } : { head, kind: 'number' });
    const rows = groups.map(({ label, bars }) => {
        const values = bars.map(({ value }) => value);
        return [label, ...values.map(String), String(values.reduce((sum, value) => sum + value, 0))];
    });
    const list = soon.map(({ app, serial, notAfter }) => {
        return [dayOf(notAfter), app, (0,x509_serial/* serialText */.S7)(serial), String(daysBetween(now, notAfter))];
    });
    const soonTable = list.length === 0
        ? ''
        : `<details${list.length <= newestReplacements ? ' open' : ''}><summary>Those that end within ${soonDays} days</summary>${htmlTable([{ head: 'on', kind: 'date' }, { head: 'app' }, { head: 'serial' }, { head: 'days left', kind: 'number' }], list)}</details>`;
    return `<section>${heading}
${chart}
<details><summary>The same as a table</summary>${htmlTable(columns, rows)}</details>
${soonTable}</section>`;
}
function years({ years: rows }) {
    const heading = '<h2>Issued and revoked</h2>';
    if (rows.length === 0)
        return `<section>${heading}<p>Nothing yet.</p></section>`;
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
    const table = htmlTable([{ head: 'year' }, { head: 'issued', kind: 'number' }, { head: 'revoked', kind: 'number' }], rows.map(({ year, issued, revoked }) => [year, String(issued), String(revoked)]));
    return `<section>${heading}\n${chart}\n<details><summary>The same as a table</summary>${table}</details></section>`;
}
function announced({ announcements }, now) {
    const heading = '<h2>Announced revocations</h2>';
    if (announcements.length === 0)
        return `<section>${heading}<p>None.</p></section>`;
    const rows = announcements
        .toSorted((a, b) => a.on.getTime() - b.on.getTime())
        .map(({ on, app, serial, reason, why }) => {
        const left = daysBetween(now, on);
        return [dayOf(on), left < 0 ? 'due' : String(left), app, (0,x509_serial/* serialText */.S7)(serial), reason, why ?? ''];
    });
    const columns = [
        { head: 'on', kind: 'date' },
        { head: 'days left', kind: 'number' },
        ...['app', 'serial', 'reason', 'because'].map((head) => ({ head })),
    ];
    return `<section>${heading}
<p>Replacing is not revoking: until the day, everything that was released with the old certificate can be installed.</p>
${htmlTable(columns, rows)}</section>`;
}
function replacements({ replacements: all }) {
    const heading = '<h2>Replacements</h2>';
    if (all.length === 0)
        return `<section>${heading}<p>None.</p></section>`;
    const reasons = new Map();
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
    ];
    return `<section>${heading}
<p>${all.length} in all, by reason:</p>
${htmlTable([{ head: 'reason' }, { head: 'count', kind: 'number' }, { head: '', kind: 'bar' }], byReason)}
<h3>${all.length > newestReplacements ? `The newest ${newestReplacements}` : 'Each of them'}</h3>
${htmlTable(columns, newest)}</section>`;
}
function waiting({ waiting: rows }) {
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
        ...['certificates', 'median days', '9 of 10 within', 'longest'].map((head) => ({ head, kind: 'number' })),
        { head: 'median, 9 of 10', kind: 'bar' },
    ];
    return `<section>${heading}
<p>Days from the first commit of a request to its certificate.</p>
${htmlTable(columns, cells)}</section>`;
}
function daysBetween(from, to) {
    return Math.floor((to.getTime() - from.getTime()) / report_page_day);
}
function dayOf(date) {
    return date.toISOString().slice(0, 10);
}

// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository = __webpack_require__(3460);
// EXTERNAL MODULE: ./build/bundle/ca/cli/repository-option.js + 5 modules
var repository_option = __webpack_require__(2994);
;// CONCATENATED MODULE: ./build/bundle/ca/cli/report.js
// SPDX-License-Identifier: MIT





const report = {
    name: 'report',
    usage: '--repository DIR --out FILE.html',
    summary: 'Writes one page to look at: what ends when, what was issued, revoked, replaced, and what is announced.',
    options: {
        repository: repository_option/* repositoryOption */.cx,
        out: { type: 'string', value: 'FILE', help: 'the page, HTML' },
    },
    positionals: [0, 0],
    run: async (args, terminal) => {
        const out = args.required('out');
        const { ledger, policy } = await repository/* Repository */.LN.open((0,repository_option/* openStore */.Ch)(args, terminal));
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.resolve)(terminal.cwd, out), reportPage(ledger, new Date(), policy.renewalDays));
        terminal.out(`${out}\n`);
        return 'fine';
    },
};


/***/ }),

/***/ 6405:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Or: () => (/* binding */ quarterOf),
/* harmony export */   ZQ: () => (/* binding */ expiring),
/* harmony export */   g: () => (/* binding */ untilOf)
/* harmony export */ });
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5227);
/* harmony import */ var _common_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8647);
/* harmony import */ var _repository_repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3460);
// SPDX-License-Identifier: MIT



const day = 86_400_000;
/**
 * The certificates in the repository that end before `until`, by quarter: those that are there, count, and are not
 * revoked.
 */
async function expiring({ ledger, store }, now, until) {
    const ending = [...ledger.certificates()]
        .filter(({ notAfter, serial }) => notAfter <= until && ledger.revocationOf(serial) === undefined)
        .toSorted((a, b) => a.notAfter.getTime() - b.notAfter.getTime() || (a.app < b.app ? -1 : 1));
    const quarters = new Map();
    for (const record of ending) {
        const bytes = await store.read((0,_repository_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .certificatePath */ .f)(record.app));
        if (bytes === undefined || fingerprintOf(bytes) !== record.fingerprint)
            continue;
        const name = quarterOf(record.notAfter);
        const daysLeft = Math.floor((record.notAfter.getTime() - now.getTime()) / day);
        quarters.set(name, [...(quarters.get(name) ?? []), { record, daysLeft }]);
    }
    return [...quarters].map(([name, certificates]) => ({ name, certificates }));
}
function quarterOf(date) {
    return `${date.getUTCFullYear()} Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
}
/**
 * `180d` from now.
 * @throws InputError `bad-usage`
 */
function untilOf(within, now) {
    const days = /^(\d{1,5})d$/.exec(within)?.[1];
    if (days === undefined) {
        throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('bad-usage', `"${within}" is not a number of days.`, { hint: 'Give for example 180d.' });
    }
    return new Date(now.getTime() + Number(days) * day);
}
function fingerprintOf(bytes) {
    try {
        return _common_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .Certificate */ .us.fromPem(Buffer.from(bytes).toString('latin1')).fingerprint;
    }
    catch (error) {
        if (error instanceof _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d)
            return undefined;
        throw error;
    }
}


/***/ })

};
;