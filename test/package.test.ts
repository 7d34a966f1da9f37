// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { version } from '../common/version.js';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
  bin: Record<string, string>;
  scripts: Record<string, string>;
};

it('says the same version in the program and in package.json', () => {
  expect(version).toBe(manifest.version);
});

it('names only scripts that are there', () => {
  const files = Object.values(manifest.scripts).flatMap((line) => line.match(/(?:scripts|test)\/\S+/g) ?? []);
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).not.toBe('');
});
