// SPDX-License-Identifier: MIT
import { type Finding, inReadingOrder, type Severity } from '../finding.js';

const marks: Readonly<Record<Severity, string>> = { error: '❌', hold: '✋', warning: '⚠️', info: 'ℹ️' };

/** A table for job summaries and comments. Every text is hostile: it is shown as it is and cannot become markup. */
export function renderMarkdown(findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  const rows = inReadingOrder(findings).map(({ severity, rule, message, fix, file, line }) => {
    const place = file === undefined ? '' : escapeMarkdown(line === undefined ? file : `${file}:${line}`);
    return `| ${marks[severity]} ${severity} | ${place} | ${escapeMarkdown(message)} | ${escapeMarkdown(fix ?? '')} | ${rule} |`;
  });
  return `${['| | where | what | fix | rule |', '|---|---|---|---|---|', ...rows].join('\n')}\n`;
}

/** Text that shows as itself in GitHub's Markdown: no markup, no HTML, no mention, no link, no second line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~$-]/g, '\\$&')
    .replace(/@/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//')
    .replace(/www\./gi, 'www\u200b.');
}
