// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { graphqlSchema } from '../../../sandbox/github/graphql/schema-text.js';

it('the embedded GraphQL schema is the file (else: node scripts/schema-text.mjs)', () => {
  const file = new URL('../../../sandbox/github/contract/github.graphql', import.meta.url);
  expect(graphqlSchema).toBe(readFileSync(file, 'utf8'));
});
