// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractArchive } from '../../src/package/extract-archive.js';
import { PackageError } from '../../src/package/package-error.js';
import { scratch, writeTree } from './app-tree.js';
import { entry, file, folder, longName, tarGz } from './raw-tar.js';

const root = scratch();
const target = () => join(mkdtempSync(join(root, 'x-')), 'target');
const info = file('news/appinfo/info.xml', '<info/>');

async function refusal(bytes: Buffer, dir: string): Promise<string | undefined> {
  return extractArchive(bytes, dir).then(
    () => undefined,
    (error: unknown) => (error instanceof PackageError ? error.code : String(error)),
  );
}

describe('extractArchive', () => {
  it('unpacks files and folders, from memory and from a path', async () => {
    const long = `news/${'d'.repeat(150)}/ü.php`;
    const bytes = tarGz(
      folder('news/'),
      info,
      folder('news/empty/'),
      longName(long),
      file(long.slice(0, 100), 'y'.repeat(70_000)),
      file('news/none', ''),
    );
    writeFileSync(join(root, 'good.tar.gz'), bytes);
    for (const source of [bytes, join(root, 'good.tar.gz')]) {
      const dir = target();
      const listing = await extractArchive(source, dir);
      expect(listing.entries).toHaveLength(5);
      expect(readFileSync(join(dir, 'news/appinfo/info.xml'), 'utf8')).toBe('<info/>');
      expect(readFileSync(join(dir, long), 'utf8')).toBe('y'.repeat(70_000));
      expect(readFileSync(join(dir, 'news/none'), 'utf8')).toBe('');
      expect(statSync(join(dir, 'news/empty')).isDirectory()).toBe(true);
    }
  });

  it.each([
    ['traversal', file('news/../../evil')],
    ['an absolute path', file(join(root, 'evil'))],
    ['a link', entry({ name: 'news/l', type: '2', linkname: 'appinfo' })],
    [
      'a link and a file through it',
      Buffer.concat([entry({ name: 'news/l', type: '2', linkname: '/tmp' }), file('news/l/evil')]),
    ],
    ['a hard link', entry({ name: 'news/h', type: '1', linkname: '/etc/passwd' })],
    ['a device', entry({ name: 'news/d', type: '3' })],
    ['a duplicate', info],
    ['a second folder', file('evil/x')],
  ])('unpacks nothing of an archive with %s', async (_what, evil) => {
    const dir = target();
    expect(await refusal(tarGz(info, evil), dir)).toBe('archive-refused');
    expect(existsSync(dir)).toBe(false);
    expect(existsSync(join(root, 'evil'))).toBe(false);
  });

  it('writes into empty folders only', async () => {
    const dir = writeTree(target(), { mine: 'precious' });
    expect(await refusal(tarGz(info), dir)).toBe('target-not-empty');
    expect(readdirSync(dir)).toEqual(['mine']);
  });
});
