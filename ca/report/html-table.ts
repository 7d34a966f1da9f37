// SPDX-License-Identifier: MIT
import { escapeHtml } from './escape-html.js';

export interface Column {
  readonly head: string;
  /** class of its cells */
  readonly kind?: 'number' | 'date' | 'bar';
}

/** A cell that is a bar as long as its share of the longest, for the eye alone: the number stands in another cell. */
export interface ShareBar {
  readonly share: number;
  /** part of the longest, too, up to where the bar is dark */
  readonly upTo?: number;
}

/** A table with a head; every text is escaped. */
export function htmlTable(columns: readonly Column[], rows: readonly (readonly (string | ShareBar)[])[]): string {
  const opened = (name: string, at: number, more = ''): string => {
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

function drawn({ share, upTo }: ShareBar): string {
  const percent = (part: number): string => `${Math.round(part * 1000) / 10}%`;
  if (upTo === undefined) return `<span style="--share:${percent(share)}" aria-hidden="true"></span>`;
  const median = percent(share === 0 ? 0 : upTo / share);
  return `<span class="range" style="--share:${percent(share)};--median:${median}" aria-hidden="true"></span>`;
}
