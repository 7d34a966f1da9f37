// SPDX-License-Identifier: MIT

/** Style of the report: light or dark as the reader has it, one column on a telephone, and ink saved on paper. */
export const reportStyle = `
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
