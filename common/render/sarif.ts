// SPDX-License-Identifier: MIT
import { type Finding, inReadingOrder, type Severity } from '../finding.js';
import { renderJson } from './json.js';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  hold: 'warning',
  warning: 'warning',
  info: 'note',
};

/** SARIF 2.1.0, for GitHub's code scanning and editors. */
export function renderSarif(findings: readonly Finding[], tool: { name: string; version: string }): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].toSorted();
  const results = inReadingOrder(findings).map(({ rule, severity, message, fix, file, line, column }) => ({
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: levels[severity],
    message: { text: fix === undefined ? message : `${message} Fix: ${fix}` },
    locations:
      file === undefined
        ? []
        : [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(file) },
                ...(line !== undefined && {
                  region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
                }),
              },
            },
          ],
  }));
  const driver = { ...tool, rules: rules.map((id) => ({ id })) };
  return renderJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results }],
  });
}
