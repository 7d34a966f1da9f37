"use strict";
exports.id = 102;
exports.ids = [102];
exports.modules = {

/***/ 7102:
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

const height = 180;
const bar_chart_top = 24;
const slot = 46;
/** A bar chart as inline SVG: every value stands above its bar, and the text is there for screen readers. */
function barChart({ title, series, bars }) {
    const highest = Math.max(1, ...bars.flatMap(({ values }) => values));
    const width = Math.max(bars.length * slot, 200);
    const barWidth = (slot - 12) / series.length;
    const shapes = bars.flatMap(({ label, values }, at) => [
        ...values.map((value, index) => {
            const tall = Math.round((value / highest) * height);
            const x = at * slot + 6 + index * barWidth;
            const y = bar_chart_top + height - tall;
            const number = value === 0 ? '' : `<text x="${x + barWidth / 2}" y="${y - 4}">${value}</text>`;
            const hint = `<title>${escapeHtml(`${label}, ${series[index] ?? ''}: ${value}`)}</title>`;
            return `<rect class="series${index}" x="${x}" y="${y}" width="${barWidth - 2}" height="${tall}">${hint}</rect>${number}`;
        }),
        `<text x="${at * slot + slot / 2}" y="${bar_chart_top + height + 16}">${escapeHtml(label)}</text>`,
    ]);
    const legend = series.length < 2
        ? ''
        : `<p class="legend">${series.map((name, index) => `<span class="series${index}"></span> ${escapeHtml(name)}`).join(' ')}</p>`;
    return `<figure><figcaption>${escapeHtml(title)}</figcaption>${legend}
<svg viewBox="0 0 ${width} ${bar_chart_top + height + 26}" width="${width}" role="img" aria-label="${escapeHtml(title)}">
${shapes.join('\n')}
</svg></figure>`;
}

// EXTERNAL MODULE: ./build/bundle/ca/expiry/expiring.js
var expiring = __webpack_require__(6405);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/certificate-record.js
var certificate_record = __webpack_require__(5832);
;// CONCATENATED MODULE: ./build/bundle/ca/report/statistics.js
// SPDX-License-Identifier: MIT


const day = 86_400_000;
function statistics(ledger, now) {
    const certificates = [...ledger.certificates()];
    const current = [...ledger.apps()].flatMap((app) => (0,certificate_record/* currentCertificate */.JQ)(ledger, app) ?? []);
    const ends = current.filter(({ notAfter }) => notAfter > now).map(({ notAfter }) => notAfter);
    const issued = count(certificates.map(({ notBefore }) => yearOf(notBefore)));
    const revoked = count([...ledger.revocations].map(({ date }) => yearOf(date)));
    const years = [...new Set([...issued.keys(), ...revoked.keys()])].toSorted();
    return {
        apps: current.length,
        certificates: certificates.length,
        revoked: ledger.revocations.size,
        expiries: count(ends.toSorted((a, b) => a.getTime() - b.getTime()).map(expiring/* quarterOf */.Or)),
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
function yearOf(date) {
    return String(date.getUTCFullYear());
}

;// CONCATENATED MODULE: ./build/bundle/ca/report/report-page.js




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
function reportPage(ledger, now) {
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
function overview(ledger, { apps, certificates, revoked }, now) {
    const { crl } = ledger;
    const list = crl === undefined
        ? 'There is no revocation list.'
        : `The revocation list has the number ${crl.number} and ${crl.entries} entries; it ${new Date(crl.nextUpdate) <= now ? '<strong>is over</strong> since' : 'has to be renewed by'} ${crl.nextUpdate.slice(0, 10)}.`;
    return `<p>${apps} apps with a certificate that counts; ${certificates} certificates issued, ${revoked} serials revoked. ${list}</p>
<p>Ledger: ${ledger.lineCount} lines, head <code>${ledger.head.slice(0, 16)}</code>.</p>`;
}
function expiries({ expiries: counts }) {
    const bars = [...counts].map(([label, value]) => ({ label: label.replace(' ', '\u00a0').slice(2), values: [value] }));
    return `<h2>What ends when</h2>${barChart({ title: 'Certificates by the quarter in which they end', series: ['certificates'], bars })}`;
}
function years({ years: rows }) {
    const bars = rows.map(({ year, issued, revoked }) => ({ label: year, values: [issued, revoked] }));
    return `<h2>Issued and revoked</h2>${barChart({ title: 'Certificates issued and serials revoked, by year', series: ['issued', 'revoked'], bars })}`;
}
function announced({ announcements }) {
    if (announcements.length === 0)
        return '<h2>Announced revocations</h2><p>None.</p>';
    const rows = announcements
        .toSorted((a, b) => a.on.getTime() - b.on.getTime())
        .map(({ on, app, serial, reason, why }) => [dayOf(on), app, (0,x509_serial/* serialText */.S7)(serial), reason, why ?? '']);
    return `<h2>Announced revocations</h2>${table(['on', 'app', 'serial', 'reason', 'because'], rows)}`;
}
function replacements({ replacements: all }) {
    const reasons = new Map();
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
function waiting({ waiting: rows }) {
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
function table(head, rows, numbers = []) {
    const cell = (name) => (text, at) => `<${name}${numbers.includes(at) ? ' class="number"' : ''}>${escapeHtml(text)}</${name}>`;
    const lines = rows.map((row) => `<tr>${row.map(cell('td')).join('')}</tr>`);
    return `<table>\n<thead><tr>${head.map(cell('th')).join('')}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table>`;
}
function dayOf(date) {
    return date.toISOString().slice(0, 10);
}

// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository = __webpack_require__(3460);
// EXTERNAL MODULE: ./build/bundle/ca/cli/repository-option.js + 1 modules
var repository_option = __webpack_require__(1948);
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
        const { ledger } = await repository/* Repository */.LN.open((0,repository_option/* openStore */.Ch)(args, terminal));
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.resolve)(terminal.cwd, out), reportPage(ledger, new Date()));
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