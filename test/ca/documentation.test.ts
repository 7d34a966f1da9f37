// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { policySettings } from '../../ca/policy.js';
import { reviewRules } from '../../ca/review/review.js';

const text = readFileSync(new URL('../../docs/authority.md', import.meta.url), 'utf8');

/** Rows of a Markdown table, without the padding that a formatter may add. */
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.replace(/ +\|/g, ' |').replace(/\| +/g, '| '));

function shown(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  return typeof value === 'number' || typeof value === 'string' ? String(value) : 'not set';
}

it.each(Object.values(policySettings).map((setting) => [setting.at, setting] as const))(
  'tells of the setting %s',
  (_, setting) => {
    expect(rows).toContain(`| \`${setting.at}\` | ${shown(setting.default)} | ${setting.means} |`);
  },
);

it.each(reviewRules.map((rule) => [rule.id, rule] as const))('tells of the rule %s', (_, { id, severity, message }) => {
  expect(rows).toContain(`| \`${id}\` | ${severity} | ${message} |`);
});
