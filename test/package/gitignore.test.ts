// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stageApp } from '../../src/package/stage.js';
import { needs } from '../support/needs.js';

const itGit = needs('git', 'git') ? it : it.skip;

/** Every name that a property may aim at, in folders three deep. */
const names = [
  'a',
  'b',
  'ab',
  'ba',
  'abc',
  '.a',
  'a.b',
  'a b',
  'a ',
  ' a',
  '[a]',
  '!a',
  '#a',
  'a\\',
  '-',
  '*',
  ']',
  'é',
  'A',
];
const folders = ['', 'a/', 'ab/', 'a/b/', 'b/a/', 'a/b/a/', 'foo/a/b/', '**/'];
const tree = folders
  .flatMap((folder) => names.map((name) => folder + name))
  .filter((path) => !folders.some((folder) => folder.startsWith(`${path}/`)));

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'gitignore-'));
  execFileSync('git', ['init', '-q', root]);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Files = Readonly<Record<string, string | Buffer>>;

function write(dir: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
}

/** What git would not ignore, from `dir`. */
function byGit(dir: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-o', '-z', '--exclude-per-directory=.nextcloudignore', '.'], {
    cwd: dir,
  });
  return listed
    .toString()
    .split('\0')
    .filter((path) => path !== '' && !/(^|\/)\.nextcloudignore$/.test(path))
    .sort();
}

function byUs(dir: string): string[] {
  return stageApp(dir)
    .files.map(({ path }) => path)
    .sort();
}

describe('.nextcloudignore and git', () => {
  /** [what, ignore files and other files]: each in a folder of its own, all judged by one run of git */
  const table: [string, Files][] = [
    ['nothing', { '.nextcloudignore': '' }],
    ['a name at any depth', { '.nextcloudignore': 'tests\n' }],
    ['anchored', { '.nextcloudignore': '/tests\n' }],
    ['anchored by a slash within', { '.nextcloudignore': 'js/tests\n' }],
    ['folders only', { '.nextcloudignore': 'tests/\nREADME.md/\n' }],
    ['negation', { '.nextcloudignore': '*.md\n!README.md\n' }],
    ['the last one counts', { '.nextcloudignore': '!README.md\n*.md\n' }],
    ['what lies in a folder that is left out cannot be taken back', { '.nextcloudignore': 'js\n!js/main.js\n' }],
    ['but beside a wildcard it can', { '.nextcloudignore': 'js/*\n!js/main.js\n' }],
    ['two stars at the start', { '.nextcloudignore': '**/tests\n' }],
    ['two stars within', { '.nextcloudignore': 'js/**/a.js\n' }],
    ['two stars at the end', { '.nextcloudignore': 'js/**\n!js/main.js\n' }],
    ['two stars beside other characters', { '.nextcloudignore': 'js**/a.js\n/js/te**\n' }],
    ['three stars', { '.nextcloudignore': 'js/***/a.js\n' }],
    ['two stars and an escaped slash', { '.nextcloudignore': 'js/**\\/a.js\n' }],
    ['comment, and a hash escaped', { '.nextcloudignore': '# README.md\n\\#odd\n' }],
    ['an exclamation mark escaped', { '.nextcloudignore': '\\!odd\n' }],
    ['blanks at the end', { '.nextcloudignore': 'README.md  \nblank\\ \n' }],
    ['a tab at the end stays', { '.nextcloudignore': 'README.md\t\n' }],
    ['blanks at the start stay', { '.nextcloudignore': ' README.md\n' }],
    ['CRLF', { '.nextcloudignore': 'README.md\r\ntests/\r\n\r\n' }],
    ['CR alone is no line end', { '.nextcloudignore': 'README.md\rtests\n' }],
    ['CR at the end without LF', { '.nextcloudignore': 'README.md\r' }],
    ['CR behind blanks', { '.nextcloudignore': 'README.md  \r\n' }],
    ['no line end at the end', { '.nextcloudignore': 'README.md' }],
    ['byte order mark', { '.nextcloudignore': '\ufeffREADME.md\n' }],
    ['byte order mark before a comment', { '.nextcloudignore': '\ufeff#README.md\n' }],
    ['byte order mark in the second line', { '.nextcloudignore': '\n\ufeffREADME.md\n' }],
    ['NUL', { '.nextcloudignore': 'README.md\0x\n\0tests\n' }],
    ['case', { '.nextcloudignore': 'readme.md\n' }],
    ['set', { '.nextcloudignore': '[A-R]EADME.md\n' }],
    ['negated set', { '.nextcloudignore': '[!A-Q]*.md\n' }],
    ['negated set, the other way', { '.nextcloudignore': '[^R]*.md\n' }],
    ['a set does not match a slash', { '.nextcloudignore': '/js[/]main.js\n/js[!a]main.js\n/js?main.js\n' }],
    ['an open set', { '.nextcloudignore': '[a\n*.js[\n' }],
    ['bracket first in a set', { '.nextcloudignore': '[]x]odd\n[!]]x\n' }],
    ['range with an escape', { '.nextcloudignore': '[\\A-\\R]EADME.md\n' }],
    ['range upside down', { '.nextcloudignore': '[R-A]EADME.md\n' }],
    ['minus first and last', { '.nextcloudignore': '[-x]odd\n[x-]odd\n' }],
    ['range after a class', { '.nextcloudignore': '[[:digit:]-x]odd\n' }],
    ['unknown class', { '.nextcloudignore': '[[:vowel:]]*\n' }],
    ['broken class', { '.nextcloudignore': '[[:digit]odd\n[[:]odd\n[[::]]odd\n' }],
    ['a backslash at the end', { '.nextcloudignore': 'README.md\\\nback\\\\\n' }],
    ['only a slash, only stars', { '.nextcloudignore': '/\n//\n!\n!/\n' }],
    ['all', { '.nextcloudignore': '*\n!appinfo\n!appinfo/info.xml\n' }],
    ['all folders', { '.nextcloudignore': '*/\n' }],
    ['two slashes at the end', { '.nextcloudignore': 'tests//\n//tests\njs//main.js\n' }],
    ['dots', { '.nextcloudignore': './README.md\n../x\n' }],
    ['a file further down is nearer', { '.nextcloudignore': '*.js\n', 'js/.nextcloudignore': '!main.js\n' }],
    ['and is anchored in its folder', { 'js/.nextcloudignore': '/tests\n/js/main.js\nREADME.md\n' }],
    [
      'and is not read where the folder is left out',
      { '.nextcloudignore': 'js/\n', 'js/.nextcloudignore': '!main.js\n' },
    ],
    ['a question mark is one byte', { '.nextcloudignore': '?.txt\n' }],
    ['two question marks are an accented letter', { '.nextcloudignore': '??.txt\n' }],
    ['a set is a set of bytes', { '.nextcloudignore': '[é].txt\n' }],
    ['Latin-1 in the ignore file', { '.nextcloudignore': Buffer.from('\xe9.txt\n', 'latin1') }],
    ['a folder is called so', { '.nextcloudignore/README.md': '' }],
  ];
  const app: Files = Object.fromEntries(
    [
      'appinfo/info.xml',
      'README.md',
      'js/main.js',
      'js/README.md',
      'js/a.js',
      'js/x/a.js',
      'js/x/y/a.js',
      'js/tests/a.js',
      'tests/x.php',
      'lib/tests/x.php',
      'lib/tests.php',
      '#odd',
      '!odd',
      'blank ',
      'back\\',
      ']odd',
      '-odd',
      'xodd',
      'odd',
      '1odd',
      '[odd',
      '[aodd',
      ':odd',
      '[a',
      'é.txt',
      'ü.txt',
      'x.txt',
      ']x',
      'xx',
      'README.md\t',
      ' README.md',
      'README.md\r',
      'js[/z',
    ].map((path) => [path, '']),
  );

  itGit('agree on every line of the table', () => {
    const dir = join(root, 'table');
    table.forEach(([, files], index) => write(join(dir, String(index)), { ...app, ...files }));
    const git = byGit(dir);
    const asGit = table.map(([what], index) => [
      what,
      git.filter((path) => path.startsWith(`${index}/`)).map((path) => path.slice(`${index}/`.length)),
    ]);
    expect(table.map(([what], index) => [what, byUs(join(dir, String(index)))])).toEqual(asGit);
    // A table in which nothing is ever left out, or everything, would prove nothing.
    expect(new Set(asGit.map(([, files]) => files?.length)).size).toBeGreaterThan(8);
  });

  itGit('agree on every byte in every POSIX class', () => {
    const classes = [
      'alnum',
      'alpha',
      'blank',
      'cntrl',
      'digit',
      'graph',
      'lower',
      'print',
      'punct',
      'space',
      'upper',
      'xdigit',
    ];
    const dir = join(root, 'classes');
    const bytes = Array.from({ length: 127 }, (_, index) => index + 1).filter((byte) => byte !== 0x2f);
    const files = Object.fromEntries(bytes.map((byte) => [`x${String.fromCharCode(byte)}x`, '']));
    for (const name of classes) write(join(dir, name), { ...files, '.nextcloudignore': `x[[:${name}:]]x\n` });
    const git = byGit(dir);
    for (const name of classes) {
      const left = git.filter((path) => path.startsWith(`${name}/`)).map((path) => path.slice(name.length + 1));
      expect([name, byUs(join(dir, name))]).toEqual([name, left]);
      expect(left.length).toBeLessThan(bytes.length);
    }
  });

  const pieces = [
    'a',
    'b',
    'ab',
    'a',
    'b',
    '/',
    '/',
    '*',
    '*',
    '**',
    '**/',
    '/**',
    '?',
    '!',
    '#',
    ' ',
    '\\',
    '[',
    ']',
    '[ab]',
    '[!a]',
    '[^b-]',
    '[[:alpha:]]',
    '[[:punct:]x]',
    '[a-',
    '-',
    '.',
    'foo',
    'é',
    '\\ ',
    '\t',
    '\r',
    '[]-a]',
    '[[:',
    ':]',
    'A',
  ];
  const line = fc.array(fc.constantFrom(...pieces), { maxLength: 7 }).map((parts) => parts.join(''));
  const ignoreFile = fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n'));

  itGit('agree on any ignore files', () => {
    const dir = join(root, 'any');
    write(dir, Object.fromEntries(tree.map((path) => [path, ''])));
    fc.assert(
      fc.property(ignoreFile, ignoreFile, (top, nested) => {
        write(dir, { '.nextcloudignore': top, 'a/.nextcloudignore': nested });
        expect(byUs(dir)).toEqual(byGit(dir));
      }),
      { numRuns: 120 },
    );
  });

  it('is not slowed down by a hostile pattern', () => {
    const dir = join(root, 'hostile');
    const lines = [
      `${'*a'.repeat(40)}b`,
      `${'**/a/'.repeat(40)}b`,
      `${'a*/**/'.repeat(30)}b`,
      `x${'[a-z]*'.repeat(40)}0`,
    ];
    write(dir, {
      '.nextcloudignore': lines.join('\n'),
      [`${'a/'.repeat(60)}${'a'.repeat(250)}`]: '',
      ['x'.repeat(250)]: '',
    });
    const start = performance.now();
    expect(stageApp(dir).files).toHaveLength(2);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
