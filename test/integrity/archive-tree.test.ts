// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { ArchiveTree } from '../../src/integrity/archive-tree.js';
import { needs } from '../support/needs.js';
import { type Files, sha512, temporaryFolder, writeTree } from './support/tree.js';

const parent = temporaryFolder();
const news = { 'news/appinfo/info.xml': '<info/>', 'news/appinfo/signature.json': '{}', 'news/lib/é.php': 'a' };

function archiveOf(files: Files, names: readonly string[], prepare?: (root: string) => void): string {
  const root = writeTree(parent, files);
  prepare?.(root);
  const archive = join(root, '..', `${Math.random()}.tar.gz`);
  execFileSync('tar', ['-C', root, '-czf', archive, '--', ...names]);
  return archive;
}

async function refusal(source: string | Uint8Array): Promise<unknown> {
  return ArchiveTree.open(source).then(
    () => {
      throw new Error('it was opened');
    },
    (error: unknown) => error,
  );
}

(needs('tar', 'tar') ? describe : describe.skip)('the inside of an archive', () => {
  it('has its files below the top folder, with their hashes', async () => {
    const tree = await ArchiveTree.open(archiveOf(news, ['news']));
    expect(tree.top).toBe('news');
    expect(tree.paths.toSorted()).toEqual(['appinfo/info.xml', 'appinfo/signature.json', 'lib/é.php']);
    expect(tree.hash('lib/é.php')).toBe(sha512('a'));
    expect(Buffer.from(tree.read('appinfo/signature.json')!).toString()).toBe('{}');
    expect(tree.read('core/signature.json')).toBeUndefined();
    expect(tree.findings).toEqual([]);
  });

  it('is read below “./” as well, with a word that the store would not', async () => {
    const tree = await ArchiveTree.open(archiveOf(news, ['./news']));
    expect(tree.paths.toSorted()).toEqual(['appinfo/info.xml', 'appinfo/signature.json', 'lib/é.php']);
    expect(tree.read('appinfo/info.xml')).toBeDefined();
    expect(new Set(tree.findings.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(tree.findings.map(({ rule }) => rule)).toContain('archive-name-dot-slash');
  });

  it('gives no content to links', async () => {
    const archive = archiveOf(news, ['news'], (root) => symlinkSync('lib/é.php', join(root, 'news/link')));
    const tree = await ArchiveTree.open(archive);
    expect(tree.hash('link')).toBe(false);
    expect(tree.findings.map(({ rule }) => rule)).toContain('archive-link');
  });

  it('is refused where there is no one top folder', async () => {
    const two = archiveOf({ ...news, 'mail/x': '' }, ['news', 'mail']);
    expect(await refusal(two)).toMatchObject({ code: 'archive-refused', outcome: 'refused' });
    expect(await refusal(gzipSync(Buffer.alloc(10240)))).toMatchObject({ code: 'archive-refused' });
  });

  it('is refused where a server could not unpack it', async () => {
    const file = join(parent, 'not-gzip.tar.gz');
    writeFileSync(file, 'no archive');
    expect(await refusal(file)).toMatchObject({ code: 'archive-refused', findings: [{ rule: 'archive-not-gzip' }] });
    const whole = execFileSync('cat', [archiveOf(news, ['news'])]);
    expect(await refusal(whole.subarray(0, whole.length - 20))).toMatchObject({ code: 'archive-refused' });
    expect(await refusal(join(parent, 'missing'))).toMatchObject({ code: 'archive-unreadable', outcome: 'unusable' });
  });
});
