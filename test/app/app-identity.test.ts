// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readAppIdentity } from '../../src/app/app-identity.js';
import { info } from './support/documents.js';

const read = (text: string | Uint8Array) => readAppIdentity(Buffer.from(text));

describe('readAppIdentity', () => {
  it('reads id and version, whatever else is wrong with the file', () => {
    expect(read(info())).toEqual({ id: 'news', version: '1.2.3' });
    expect(read('<info><version>soon</version><id>My App</id><shipped/></info>')).toEqual({
      id: 'My App',
      version: 'soon',
    });
  });

  it.each([
    ['nothing', '', /is not XML: The file has no root element/],
    ['half of it', '<info><id>a</id>', /<info> is not closed/],
    ['another root', '<foo><id>a</id><version>1</version></foo>', /has no <id>/],
    ['no id', info({ id: '' }), /has no <id> in <info>/],
    ['an empty version', info({ version: '<version/>' }), /has no <version> in <info>/],
    ['bytes', Buffer.from([0xff, 0xfe]), /not UTF-8/],
    ['two megabytes', `<info>${' '.repeat(2_000_000)}</info>`, /too large/],
  ])('%s is an error with a hint', (_what, content, message) => {
    expect(() => read(content)).toThrow(
      expect.objectContaining({
        code: 'info-unreadable',
        message: expect.stringMatching(message),
        hint: expect.stringMatching(/\.$/),
      }),
    );
  });

  it('loads neither libxml2 nor anything else from the registry: other commands start with it', () => {
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(
        /^(?:import|export) (?!type).*? from '([^']+)'/gms,
      )) {
        expect(from).toMatch(/^(\.|node:)/);
        if (from.startsWith('.')) visit(join(dirname(file), from.replace(/\.js$/, '.ts')));
      }
    };
    visit(fileURLToPath(new URL('../../src/app/app-identity.ts', import.meta.url)));
    expect(seen.size).toBeGreaterThan(4);
    expect([...seen].filter((file) => readFileSync(file, 'utf8').includes('xmllint-wasm'))).toEqual([]);
  });
});
