// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { GitData } from '../../../sandbox/github/git/git-data.js';
import type { GitRepository } from '../../../sandbox/github/git/git-repository.js';
import { mergeTrees } from '../../../sandbox/github/git/merge-trees.js';
import { changeTree, emptyTree, type Mode, modes } from '../../../sandbox/github/git/tree.js';

let data: GitData;
let repository: GitRepository;

beforeEach(() => {
  data = new GitData();
  repository = data.open('jane', 'hello', { defaultBranch: 'main' });
});

afterEach(() => data.close());

type Content = string | null | { readonly mode: Mode; readonly text: string };

function tree(from: string, files: Readonly<Record<string, Content>>): string {
  const { objects } = repository.network;
  const changes = Object.entries(files).map(([path, content]) => {
    const { mode, text } =
      typeof content === 'object' && content !== null ? content : { mode: modes.file, text: content };
    return { path, mode, id: text === null ? null : objects.write('blob', Buffer.from(text, 'latin1')) };
  });
  return changeTree(objects, from, changes);
}

const numbers = (to: number) => Array.from({ length: to }, (_, n) => `${n}\n`).join('');

describe('what differs between two trees', () => {
  it('is told with status, counts and hunks, as git does', async () => {
    const before = tree(emptyTree, {
      'a.txt': 'a\nb\nc\n',
      'old.txt': numbers(50),
      'we ird"\u00e9\n.txt': 'x',
      bin: '\0\x01',
      link: { mode: modes.symlink, text: 'a.txt' },
      script: 'echo\n',
    });
    const after = tree(before, {
      'a.txt': 'a\nB\nc\n',
      'old.txt': null,
      'new/name.txt': `${numbers(50)}more\n`,
      'we ird"\u00e9\n.txt': null,
      bin: '\0\x02',
      link: 'text\n',
      empty: '',
      script: { mode: modes.executable, text: 'echo\n' },
    });
    const changes = await repository.network.diffs.changes(before, after);
    expect(changes.map((change) => ({ ...change, id: undefined }))).toEqual([
      { status: 'modified', path: 'a.txt', additions: 1, deletions: 1, patch: '@@ -1,3 +1,3 @@\n a\n-b\n+B\n c' },
      { status: 'modified', path: 'bin', additions: 0, deletions: 0 },
      { status: 'added', path: 'empty', additions: 0, deletions: 0 },
      {
        status: 'changed',
        path: 'link',
        additions: 1,
        deletions: 1,
        patch: '@@ -1 +0,0 @@\n-a.txt\n\\ No newline at end of file\n@@ -0,0 +1 @@\n+text',
      },
      {
        status: 'renamed',
        path: 'new/name.txt',
        previousPath: 'old.txt',
        additions: 1,
        deletions: 0,
        patch: '@@ -48,3 +48,4 @@\n 47\n 48\n 49\n+more',
      },
      { status: 'modified', path: 'script', additions: 0, deletions: 0 },
      {
        status: 'removed',
        path: 'we ird"\u00e9\n.txt',
        additions: 0,
        deletions: 1,
        patch: '@@ -1 +0,0 @@\n-x\n\\ No newline at end of file',
      },
    ]);
    expect(await repository.network.diffs.changes(after, after)).toEqual([]);
  });

  it('keeps many questions apart, and lines that look like the end or the beginning of a diff', async () => {
    const text = 'end 0000\ndiff --git a/x b/x\n@@ -1 +1 @@\n\nend\n';
    const trees = Array.from({ length: 40 }, (_, n) => tree(emptyTree, { [`f${n}`]: `${text}${n}\n` }));
    const answers = await Promise.all(trees.map((to) => repository.network.diffs.changes(emptyTree, to)));
    answers.forEach((changes, n) => {
      const lines = `${text}${n}`.split('\n').map((line) => `+${line}`);
      expect(changes).toMatchObject([{ path: `f${n}`, patch: `@@ -0,0 +1,6 @@\n${lines.join('\n')}` }]);
    });
  });

  it('fails where a tree is not there, and goes on afterwards', async () => {
    await expect(repository.network.diffs.changes(emptyTree, '1'.repeat(40))).rejects.toThrow('does not find');
    const after = tree(emptyTree, { a: '1' });
    expect(await repository.network.diffs.changes(emptyTree, after)).toHaveLength(1);
  });
});

describe('a merge', () => {
  const commit = (id: string, ...parents: string[]) => {
    const person = { name: 'x', email: 'x@y', date: new Date(0), zone: '+0000' };
    return repository.network.writeCommit({ tree: id, parents, author: person, committer: person, message: 'x' }).id;
  };

  it.each<[string, Record<string, Content>, Record<string, Content>]>([
    ['of different files', { 'b/one': '1' }, { 'b/two': '2' }],
    ['of the same change', { 'a/x': 'same' }, { 'a/x': 'same' }],
    ['of a removal and something else', { 'a/x': null }, { 'a/y': '2' }],
    ['of both ends of a file', { long: `begin\n${numbers(20)}` }, { long: `${numbers(20)}end\n` }],
    ['in conflict', { 'a/x': '1' }, { 'a/x': '2' }],
    ['of a removal and a change', { 'a/x': null }, { 'a/x': '2' }],
    ['of a file and a folder', { new: '1' }, { 'new/file': '2' }],
    ['of a mode and a text', { 'a/x': { mode: modes.executable, text: 'x\n' } }, { 'a/x': 'y\n' }],
  ])('%s is what git makes of it', async (_, ours, theirs) => {
    const base = tree(emptyTree, { 'a/x': 'x\n', 'a/y': 'y\n', long: numbers(20) });
    const root = commit(base);
    const [one, other] = [commit(tree(base, ours), root), commit(tree(base, theirs), root)];
    let expected: string | undefined;
    try {
      const words = [`--git-dir=${repository.folder}`, 'merge-tree', '--write-tree', '--no-messages', one, other];
      expected = execFileSync('git', words, { encoding: 'utf8' }).trim();
    } catch {
      expected = undefined;
    }
    expect(await mergeTrees(repository.network, one, other)).toBe(expected);
  });
});
