// SPDX-License-Identifier: MIT
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
        .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
        .join(',');
      const text = fix === undefined ? message : `${message}\nFix: ${fix}`;
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
