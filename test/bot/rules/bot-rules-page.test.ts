// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { botRulesPage } from '../../../scripts/rules-page.js';
import { decisionTable } from '../../../bot/rules/decision-table.js';
import { pullRequestRules } from '../../../bot/rules/pull-request-rules.js';
import { reviewRules } from '../../../ca/review/review.js';

const page = readFileSync(new URL('../../../docs/bot-rules.md', import.meta.url), 'utf8');

it('docs/bot-rules.md is what the rules say (else: node scripts/run.mjs scripts/rules-page.ts)', () => {
  expect(page).toBe(botRulesPage());
});

it('has every rule with its message, and every row', () => {
  for (const { id, message } of [...pullRequestRules, ...reviewRules]) {
    expect(page.split(`\n| \`${id}\` |`)).toHaveLength(2);
    expect(page).toContain(message.replaceAll('<', '&lt;'));
  }
  for (const { row, what } of decisionTable) expect(page).toContain(`| ${row} | ${what} |`);
});
