// SPDX-License-Identifier: MIT
import { printable } from '../../common/render/printable.js';
import { phpJsonString } from './php-json.js';
import type { IntegrityResult } from './verdict.js';

/**
 * A verdict as `occ integrity:check-app` prints it without `--output` (server: core/Command/Base.php); empty when all is
 * well. What a terminal or GitHub's runner would obey is shown as `\x1b`, which the server does not do.
 */
export function renderOccText(result: IntegrityResult): string {
  const lines: string[] = [];
  for (const [category, entries] of Object.entries(result)) list(lines, '  - ', category, entries);
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function list(lines: string[], prefix: string, key: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) {
    lines.push(`${prefix}${key}: ${String(value)}`);
    return;
  }
  lines.push(`${prefix}${key}:`);
  for (const [name, inner] of Object.entries(value)) list(lines, `  ${prefix}`, name, inner);
}

/** A verdict as occ prints it with `--output=json`: `[]` when all is well, slashes escaped, no newline. */
export function renderOccJson(result: object): string {
  const entries = Object.entries(result);
  // An array whose keys count from 0 is a list to PHP; so is an empty one.
  const isList = entries.every(([key], index) => key === String(index));
  const items = entries.map(([key, value]) => `${isList ? '' : `${phpJsonString(key)}:`}${renderValue(value)}`);
  return isList ? `[${items.join(',')}]` : `{${items.join(',')}}`;
}

function renderValue(value: unknown): string {
  if (typeof value === 'object' && value !== null) return renderOccJson(value);
  return typeof value === 'string' ? phpJsonString(value) : 'false';
}
