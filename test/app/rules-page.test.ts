// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { rulesPage } from '../../scripts/rules-page.js';
import { appRules } from '../../src/app/rules/app-rules.js';
import { changelogRules } from '../../src/app/rules/changelog-rules.js';
import { metadataRules } from '../../src/app/rules/metadata-rules.js';

it('docs/rules.md is what the rules say (else: node scripts/run.mjs scripts/rules-page.ts)', () => {
  expect(readFileSync(fileURLToPath(new URL('../../docs/rules.md', import.meta.url)), 'utf8')).toBe(rulesPage());
});

it('every rule is on the page, under an id of its own', () => {
  const ids = [...appRules, ...metadataRules, ...changelogRules].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(rulesPage().split(`| \`${id}\` |`)).toHaveLength(2);
  }
});
