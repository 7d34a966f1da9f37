// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { policySettings } from '../../ca/policy.js';
import { auditRules } from '../../ca/ledger/audit.js';
import { commands } from '../../ca/cli/commands.js';
import { reviewRules } from '../../ca/review/review.js';
import { parseCommandLine } from '../../common/command.js';

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

it.each(auditRules.map((rule) => [rule.id, rule] as const))('tells of the audit rule %s', (_, rule) => {
  expect(rows).toContain(`| \`${rule.id}\` | ${rule.severity} | ${rule.message} |`);
});

/** Every command in a code block, put together where it goes on in the next line. */
const written = [...text.matchAll(/^```[a-z]*\n([\s\S]*?)^```$/gm)]
  .flatMap(([, block = '']) => block.replace(/\\\n\s*/g, '').split('\n'))
  .map((line) => line.trim())
  .filter((line) => line.startsWith('nextcloud-ca '));

it.each(written)('%s can be typed like that', async (line) => {
  const [, name = '', ...words] = (line.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).map((word) =>
    word.replace(/^['"]|['"]$/g, ''),
  );
  const command = await commands[name]!.load();
  const args = parseCommandLine('nextcloud-ca', command, words);
  if (command.options.repository !== undefined && name !== 'review') expect(args.text('repository')).toBeDefined();
});

it('has a command of each kind in its recipes', () => {
  expect(new Set(written.map((line) => line.split(' ')[1]))).toEqual(new Set(Object.keys(commands)));
});
