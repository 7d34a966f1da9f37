// SPDX-License-Identifier: MIT
import { type Finding, inReadingOrder } from '../finding.js';

/** For people at a terminal: one line per finding, its fix below. Empty where there is nothing to say. */
export function renderText(findings: readonly Finding[]): string {
  return inReadingOrder(findings)
    .map(({ severity, rule, message, fix, ...at }) => {
      const place = placeOf(at);
      return `${place}${severity}: ${message} [${rule}]\n${fix === undefined ? '' : `  fix: ${fix}\n`}`;
    })
    .map(printable)
    .join('');
}

/** `file:line:column: `, as compilers write it, so that editors and terminals make a link of it. */
export function placeOf({ file, line, column }: Pick<Finding, 'file' | 'line' | 'column'>): string {
  return file === undefined ? '' : `${[file, line, column].filter((part) => part !== undefined).join(':')}: `;
}

/** Control characters of hostile names must not reach a terminal. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, (character) => {
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}
