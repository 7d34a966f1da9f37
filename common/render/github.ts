// SPDX-License-Identifier: MIT
import { printable } from './printable.js';
import { type Finding, inReadingOrder, type Severity } from '../finding.js';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  hold: 'warning',
  warning: 'warning',
  info: 'notice',
};

/** GitHub's workflow commands: annotations on the lines of the checkout. */
export function renderGithub(findings: readonly Finding[]): string {
  return inReadingOrder(findings)
    .map(({ severity, rule, message, fix, file, line, column }) => {
      const properties = Object.entries({ file, line, col: column, title: rule })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${escapeProperty(printable(String(value)))}`)
        .join(',');
      const text = [message, ...(fix === undefined ? [] : [`Fix: ${fix}`])].map(printable).join('\n');
      return `::${commands[severity]} ${properties}::${escapeData(text)}\n`;
    })
    .join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
