// SPDX-License-Identifier: MIT
import { type Finding, inReadingOrder } from '../finding.js';
import { printable } from './printable.js';

/** For people at a terminal: one line per finding, its fix below. Empty where there is nothing to say. */
export function renderText(findings: readonly Finding[]): string {
  return inReadingOrder(findings)
    .map(({ severity, rule, message, fix, ...at }) => {
      const what = printable(`${placeOf(at)}${severity}: ${message} [${rule}]`);
      return `${what}\n${fix === undefined ? '' : `  fix: ${printable(fix)}\n`}`;
    })
    .join('');
}

/** `file:line:column: `, as compilers write it, so that editors and terminals make a link of it. */
export function placeOf({ file, line, column }: Pick<Finding, 'file' | 'line' | 'column'>): string {
  return file === undefined ? '' : `${[file, line, column].filter((part) => part !== undefined).join(':')}: `;
}
