// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { FolderTree } from '../../src/integrity/folder-tree.js';
import { needs } from '../support/needs.js';
import { thrown } from './support/thrown.js';
import { sha512, temporaryFolder, writeTree } from './support/tree.js';

const parent = temporaryFolder();
const itPipe = needs('mkfifo', 'coreutils') ? it : it.skip;

it('takes links as the server does: to a file its content, to a folder nothing, to nowhere false', () => {
  const root = writeTree(parent, { 'lib/a.php': 'a' });
  symlinkSync('lib/a.php', join(root, 'file'));
  symlinkSync('lib', join(root, 'folder'));
  symlinkSync('nowhere', join(root, 'broken'));
  symlinkSync('circle', join(root, 'circle'));
  const tree = new FolderTree(root, 'app');
  expect(Object.fromEntries(tree.paths.map((path) => [path, tree.hash(path)]))).toEqual({
    'lib/a.php': sha512('a'),
    file: sha512('a'),
    broken: false,
    circle: false,
  });
  expect(tree.findings.map(({ rule, file }) => `${rule} ${file}`).toSorted()).toEqual(
    ['broken', 'circle', 'file', 'folder'].map((file) => `check-symbolic-link ${file}`),
  );
});

it('reads names that are no UTF-8, in folders too', () => {
  const root = writeTree(parent, { 'appinfo/info.xml': 'i' });
  writeFileSync(Buffer.concat([Buffer.from(`${root}/caf`), Buffer.of(0xe9)]), 'x');
  const tree = new FolderTree(root, 'app');
  expect(tree.paths.toSorted()).toEqual(['appinfo/info.xml', 'caf\udce9']);
  expect(tree.hash('caf\udce9')).toBe(sha512('x'));
  expect(Buffer.from(tree.read('caf\udce9')!).toString()).toBe('x');
  expect(tree.read('missing')).toBeUndefined();
});

itPipe('does not wait for pipes, nor for a link to one', () => {
  const root = writeTree(parent, {});
  execFileSync('mkfifo', [join(root, 'pipe')]);
  symlinkSync('pipe', join(root, 'link'));
  const tree = new FolderTree(root, 'app');
  expect(tree.paths.map((path) => tree.hash(path))).toEqual([false, false]);
  expect(tree.paths.map((path) => tree.read(path))).toEqual([undefined, undefined]);
  expect(tree.findings.filter(({ rule }) => rule === 'check-special-file')).toHaveLength(2);
});

it('says which folder cannot be read', () => {
  expect(thrown(() => new FolderTree(join(parent, 'missing'), 'app'))).toMatchObject({
    code: 'folder-unreadable',
    outcome: 'unusable',
  });
});

it('does not read a signature of any size', () => {
  const root = writeTree(parent, { 'appinfo/signature.json': '' });
  truncateSync(join(root, 'appinfo/signature.json'), 64 * 1024 * 1024 + 1);
  expect(thrown(() => new FolderTree(root, 'app').read('appinfo/signature.json'))).toMatchObject({
    code: 'file-too-large',
    outcome: 'unusable',
  });
});
