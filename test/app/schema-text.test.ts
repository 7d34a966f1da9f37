// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { databaseSchema, infoSchema } from '../../src/app/schema-text.js';
import { needs } from '../support/needs.js';
import { info } from './support/documents.js';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const itXmllint = needs('xmllint', 'libxml2-utils') ? it : it.skip;

describe('the embedded schemas', () => {
  it.each([
    ['schema/info.xsd', infoSchema],
    ['schema/database.xsd', databaseSchema],
  ])('are %s (else: node scripts/schema-text.mjs)', (path, embedded) => {
    expect(embedded).toBe(readFileSync(at(path), 'utf8'));
  });

  itXmllint('are schemas to Debian’s xmllint as well', () => {
    const judge = (schema: string, document: string): string =>
      execFileSync('xmllint', ['--noout', '--schema', at(schema), '-'], {
        input: document,
        stdio: 'pipe',
        encoding: 'utf8',
      });
    expect(() => judge('schema/info.xsd', info())).not.toThrow();
    expect(() => judge('schema/info.xsd', info({ id: '<id>N</id>' }))).toThrow(/facet 'pattern'/);
    expect(() =>
      judge('schema/database.xsd', '<database><table><name>t</name><declaration/></table></database>'),
    ).not.toThrow();
    expect(() => judge('schema/database.xsd', '<database/>')).toThrow(/Missing child/);
  });
});
