// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bzip2 } from './support/bzip2.js';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { judgeXml } from '../../src/app/judge-xml.js';
import { type ArchiveJudgement, type OpenArchive, openArchive } from '../../src/store/acceptance.js';
import { needs } from '../support/needs.js';
import { appArchive, infoXml, type Member, tar, tarGz } from './support/tar.js';

const itPython = needs('python3', 'python3') ? it : it.skip;
const info: Member = { name: 'news/appinfo/info.xml', content: infoXml() };
const whole = appArchive();
const noFolder = 'No possible app folder found. App folder must contain only lowercase ASCII characters or underscores';
const twoFolders = 'More than one possible app folder found';
const git = (name: string): string =>
  `Blacklist rule "No .git directories": Directory ${name} is not allowed to be present in the app archive`;
const link = (name: string): string => `Symlinks and hard links can not be used for <TarInfo '${name}' at 0x>`;
const tooLarge = (name: string): string => `file <TarInfo '${name}' at 0x> was bigger than allowed 1048576 bytes`;
const notAnArchive = 'is not a valid tar.gz archive ';
/** the largest file that the store reads */
const largest = 1_047_552;

/** What the store says: nothing, a text with status 400, or 500. */
type Says = string | 500 | undefined;

const archives: Record<string, readonly [bytes: Uint8Array, says: Says]> = {
  'an app': [whole, undefined],
  'an app without entries for its folders': [tarGz([info]), undefined],
  'nothing at all': [Buffer.alloc(0), notAnArchive],
  'a text': [Buffer.from('<html>404</html>'), notAnArchive],
  'gzip around a text': [gzipSync('hello'.repeat(200)), notAnArchive],
  'gzip around nothing': [gzipSync(''), notAnArchive],
  'an empty tar': [tarGz([]), noFolder],
  'a plain tar': [tar([info]), 'not a gzip file'],
  'a tar in bzip2': [bzip2, 'not a gzip file'],
  'a gzip cut in the middle': [appArchive({ files: [noise('news/data')] }).subarray(0, 2000), 500],
  'a gzip with garbage behind it': [Buffer.concat([whole, Buffer.from('garbage')]), undefined],
  'a tar cut within a file': [gzipSync(tar([info, noise('news/data')]).subarray(0, 4000)), 'unexpected end of data'],
  'names that begin with ./': [
    tarGz([
      { name: './news/', type: 'folder' },
      { ...info, name: `./${info.name}` },
    ]),
    noFolder,
  ],
  'the folder as .': [
    tarGz([
      { name: './', type: 'folder' },
      { name: './appinfo/info.xml', content: infoXml() },
    ]),
    noFolder,
  ],
  'a folder in capitals': [appArchive({ folder: 'News' }), noFolder],
  'a source archive of GitHub': [appArchive({ folder: 'news-1.0.0' }), noFolder],
  'two folders': [tarGz([info, { name: 'mail/appinfo/info.xml', content: infoXml() }]), twoFolders],
  'a file named like an app beside it': [tarGz([info, { name: 'makefile', content: 'all:' }]), twoFolders],
  'files that are not named like an app beside it': [
    tarGz([info, { name: 'README.md' }, { name: 'package.json' }, { name: '.github/x' }, { name: 'my-app/x' }]),
    undefined,
  ],
  'a folder of one letter': [appArchive({ folder: 'n' }), undefined],
  'a folder with an underscore at its end': [appArchive({ folder: 'news_' }), undefined],
  'no info.xml': [tarGz([{ name: 'news/README.md' }]), 'Path news/appinfo/info.xml does not exist in package'],
  'info.xml as a symbolic link': [
    tarGz([
      { name: 'news/info.xml', content: infoXml() },
      { name: 'news/appinfo/info.xml', type: 'symlink', target: '../info.xml' },
    ]),
    link('news/appinfo/info.xml'),
  ],
  'appinfo as a symbolic link': [
    tarGz([{ name: 'news/appinfo', type: 'symlink', target: 'other' }, info]),
    link('news/appinfo'),
  ],
  'the app as a hard link': [tarGz([{ name: 'news', type: 'hardlink', target: 'x' }, info]), link('news')],
  'a changelog as a symbolic link': [
    tarGz([info, { name: 'news/CHANGELOG.de.md', type: 'symlink', target: 'CHANGELOG.md' }]),
    link('news/CHANGELOG.de.md'),
  ],
  'a link elsewhere': [
    tarGz([
      info,
      { name: 'news/lib/a', type: 'symlink', target: 'b' },
      { name: 'news/lib/c', type: 'hardlink', target: 'news/lib/d' },
    ]),
    undefined,
  ],
  'a name with a quote as a link': [
    tarGz([
      { ...info, name: 'news/appinfo/info.xml' },
      { name: 'news/CHANGELOG.md', type: 'hardlink', target: "it's" },
    ]),
    link('news/CHANGELOG.md'),
  ],
  'a link, then a file of the same name': [
    tarGz([{ name: 'news/appinfo/info.xml', type: 'symlink', target: 'x' }, info]),
    undefined,
  ],
  'a file, then a link of the same name': [
    tarGz([info, { name: 'news/appinfo/info.xml', type: 'symlink', target: 'x' }]),
    link('news/appinfo/info.xml'),
  ],
  'info.xml as a folder': [tarGz([{ name: 'news/appinfo/info.xml/', type: 'folder' }]), 500],
  'info.xml as a pipe': [tarGz([{ name: 'news/appinfo/info.xml', type: 'pipe' }]), 500],
  'info.xml that is not UTF-8': [tarGz([{ ...info, content: Buffer.from('<info>\xfc</info>', 'latin1') }]), 500],
  'a changelog that is not UTF-8': [tarGz([info, { name: 'news/CHANGELOG.md', content: Buffer.from([0xff]) }]), 500],
  'the largest changelog': [
    tarGz([info, { name: 'news/CHANGELOG.md', content: Buffer.alloc(largest, 'a') }]),
    undefined,
  ],
  'a changelog one byte larger': [
    tarGz([info, { name: 'news/CHANGELOG.md', content: Buffer.alloc(largest + 1, 'a') }]),
    tooLarge('news/CHANGELOG.md'),
  ],
  'an info.xml of 3 MiB': [
    tarGz([{ ...info, content: Buffer.alloc(3 * 1024 ** 2, ' ') }]),
    tooLarge('news/appinfo/info.xml'),
  ],
  'a large file elsewhere': [tarGz([info, { name: 'news/data', content: Buffer.alloc(2 * largest) }]), undefined],
  'a .git folder': [tarGz([info, { name: 'news/.git/', type: 'folder' }]), git('news/.git')],
  'a .git folder of a dependency': [
    tarGz([info, { name: 'news/vendor/x/.git/', type: 'folder' }]),
    git('news/vendor/x/.git'),
  ],
  'a folder whose name ends with .git': [tarGz([info, { name: 'news/foo.git/', type: 'folder' }]), git('news/foo.git')],
  '.git as a file, .github, .gitignore': [
    tarGz([info, { name: 'news/.git' }, { name: 'news/.github/', type: 'folder' }, { name: 'news/.gitignore' }]),
    undefined,
  ],
  'files in .git without an entry for it': [tarGz([info, { name: 'news/.git/config' }]), undefined],
  'a line break at the end of a name': [tarGz([info, { name: 'news/x.git\n', type: 'folder' }]), git('news/x.git\n')],
  'a line break at the end of a top name': [tarGz([info, { name: 'mail\n' }]), twoFolders],
  'a line break inside a name': [tarGz([info, { name: 'mail/a\nb' }]), undefined],
};

/** Bytes that gzip cannot shrink, the same each time. */
function noise(name: string): Member {
  const content = Buffer.alloc(20_000);
  for (let at = 0, state = 1; at < content.length; at++) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    content[at] = state >> 16;
  }
  return { name, content };
}

function answerOf({ refusals }: ArchiveJudgement): Says {
  const first = refusals.find(({ stage }) => stage === 'archive');
  if (first === undefined) return undefined;
  const [text] = Array.isArray(first.body) ? (first.body as string[]) : [];
  if (first.status === 500) return 500;
  return text?.replace(/^tmp\w+ /, '').replace(/ at 0x[0-9a-f]+>/, ' at 0x>');
}

describe('what the store says to an archive before it reads XML', () => {
  const answers = new Map<string, Says>();
  beforeAll(async () => {
    const opened = new Map<string, OpenArchive>();
    for (const [title, [bytes]] of Object.entries(archives)) opened.set(title, await openArchive(bytes, { name: 'a' }));
    const judged = await judgeXml([...opened.values()].flatMap(({ documents }) => documents));
    for (const [title, { documents, conclude }] of opened) {
      answers.set(title, answerOf(conclude(judged.splice(0, documents.length))));
    }
  });

  for (const [title, [, says]] of Object.entries(archives)) {
    it(`${title}: ${says ?? 'nothing'}`, () => {
      expect(answers.get(title)).toBe(says);
    });
  }
});

describe('what Python says to the same archives', () => {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  const answers = new Map<string, Says>();
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeAll(() => {
    const paths = Object.values(archives).map(([bytes], index) => {
      const path = join(folder, `${index}.tar.gz`);
      writeFileSync(path, bytes);
      return path;
    });
    const oracle = fileURLToPath(new URL('support/store-oracle.py', import.meta.url));
    const { stdout } = spawnSync('python3', [oracle], { input: JSON.stringify(paths), encoding: 'utf8' });
    const said = JSON.parse(stdout || '[]') as (readonly [number, string] | null)[];
    for (const [index, title] of Object.keys(archives).entries()) {
      const answer = said[index];
      answers.set(title, answer?.[0] === 500 ? 500 : answer?.[1]);
    }
  });

  for (const [title, [, says]] of Object.entries(archives)) {
    itPython(`${title}: the same`, () => {
      expect(answers.get(title)).toBe(says);
    });
  }
});
