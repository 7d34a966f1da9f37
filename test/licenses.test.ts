// SPDX-License-Identifier: MIT
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';

interface Licenses {
  licencesOf(modules: readonly string[]): string;
  modulesOf(stats: unknown): string[];
}
const { licencesOf, modulesOf } = (await import(new URL('../scripts/licenses.mjs', import.meta.url).href)) as Licenses;

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'licenses-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A module of a package with this manifest and these files. */
function moduleOf(path: string, manifest: object, files: Record<string, string> = {}): string {
  const at = join(folder, 'node_modules', path);
  mkdirSync(join(at, 'lib'), { recursive: true });
  const texts = { 'package.json': JSON.stringify({ name: path.split('node_modules/').at(-1), ...manifest }), ...files };
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(at, name), text);
  return join(at, 'lib', 'index.js');
}

/** `NAME VERSION, SPDX` of each package in a list. */
function titlesIn(list: string): string[] {
  const lines = list.split('\n');
  return lines.filter((line, at) => line !== '' && lines[at + 1] === '='.repeat(line.length));
}

describe('the list of licences', () => {
  it('names each package once, in order, with every text that it ships', () => {
    const b = moduleOf('b', { version: '2.0.0', license: 'MIT' }, { LICENSE: 'B\r\ntext\n', 'NOTICE.md': 'notice' });
    const list = licencesOf([
      b,
      b,
      '/somewhere/src/ours.js',
      moduleOf('b/node_modules/a', { version: '1.0.0', license: '(MIT OR Apache-2.0)' }, { 'licence-MIT.txt': 'A' }),
      moduleOf('@scope/c', { version: '3.0.0', license: 'ISC' }, { 'license.js': 'code' }),
    ]);
    expect(titlesIn(list)).toEqual(['@scope/c 3.0.0, ISC', 'a 1.0.0, (MIT OR Apache-2.0)', 'b 2.0.0, MIT']);
    expect(list).toContain('\nB\ntext\n\nnotice\n');
    expect(list).toContain('\n(the package ships no licence text)\n');
    expect(list).not.toContain('code');
    expect(list).not.toContain(folder);
  });

  it.each<[what: string, manifest: object]>([
    ['no licence', { version: '1.0.0' }],
    ['an empty licence', { version: '1.0.0', license: '' }],
    ['the old form of a licence', { version: '1.0.0', license: { type: 'MIT' } }],
    ['a licence that is elsewhere', { version: '1.0.0', license: 'SEE LICENSE IN file' }],
    ['no right to be used', { version: '1.0.0', license: 'UNLICENSED' }],
    ['no version', { license: 'MIT' }],
  ])('is not written where a package has %s', (what, manifest) => {
    const file = moduleOf(what.replaceAll(' ', '-'), manifest, { LICENSE: 'text' });
    expect(() => licencesOf([file])).toThrow(/licence|version/);
  });

  it('is of modules within modules, too', () => {
    const inner = { nameForCondition: '/a/node_modules/b/c.js' };
    const external = { nameForCondition: null, name: 'external "node:fs"' };
    expect(modulesOf({ modules: [{ nameForCondition: '/x.js', modules: [inner] }, external] })).toEqual([
      '/x.js',
      inner.nameForCondition,
    ]);
  });
});

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { version: string; license?: string; dev?: boolean }>;
};
const locked = new Map(
  Object.entries(packages).map(([path, { version, license, dev }]) => [
    `${path.split('node_modules/').at(-1)} ${version}, ${license}`,
    dev !== true,
  ]),
);

describe.each(readdirSync(join(root, 'dist')).filter((name) => name !== 'package.json'))('dist/%s', (program) => {
  const at = join(root, 'dist', program);
  const titles = titlesIn(readFileSync(join(at, 'licenses.txt'), 'utf8'));

  it('lists packages as they are locked, with their licences, and none that is for development', () => {
    expect(titles).not.toEqual([]);
    expect(titles.filter((title) => locked.get(title) !== true)).toEqual([]);
    expect(titles).toEqual(titles.toSorted());
  });

  it('lists every package whose modules the bundle names', () => {
    const code = readdirSync(at).filter((name) => name.endsWith('.js'));
    const named = code.flatMap((name) =>
      Array.from(
        readFileSync(join(at, name), 'utf8').matchAll(/(?:MODULE: \S*|\.)\/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g),
        ([, found = '']) => found,
      ),
    );
    const listed = new Set(titles.map((title) => title.split(' ')[0]));
    expect(new Set(named).size).toBeGreaterThan(0);
    expect([...new Set(named)].filter((name) => !listed.has(name))).toEqual([]);
  });
});
