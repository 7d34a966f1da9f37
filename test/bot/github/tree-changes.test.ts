// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import type { GitObjects, TreeEntry } from '../../../bot/github/git-objects.js';
import { TreeChanges } from '../../../bot/github/tree-changes.js';

interface Shape {
  readonly [name: string]: Shape | string;
}

/** Trees in memory: a text is a file with that hash, `MODE HASH` one of another mode. */
class Trees {
  readonly trees = new Map<string, TreeEntry[]>();
  reads = 0;

  add(shape: Shape): string {
    const entries = Object.entries(shape).map(([path, value]): TreeEntry => {
      if (typeof value !== 'string') return { path, mode: '040000', type: 'tree', sha: this.add(value), size: 0 };
      const [sha = '', mode = '100644'] = value.split(' ').reverse();
      return {
        path: path.replace(/#\d$/, ''),
        mode,
        type: mode === '160000' ? 'commit' : 'blob',
        sha,
        size: sha.length,
      };
    });
    const name = JSON.stringify(entries);
    this.trees.set(name, entries);
    return name;
  }

  async changes(before: readonly Shape[], after: Shape, limits = { folders: 100, changes: 100 }) {
    const objects = {
      tree: async (sha: string) => {
        this.reads++;
        return this.trees.get(sha);
      },
    } as unknown as GitObjects;
    const reader = new TreeChanges(objects, limits);
    const changes = await reader.between(
      before.map((shape) => this.add(shape)),
      this.add(after),
    );
    return { changes, reader };
  }
}

const changes = async (before: readonly Shape[], after: Shape) => (await new Trees().changes(before, after)).changes;

describe('what a commit changes', () => {
  it('is what was added, modified and deleted, in folders of any depth', async () => {
    const before = { 'README.md': 'r', news: { 'news.csr': 'a', 'news.crt': 'b' }, mail: { 'mail.csr': 'c' } };
    const after = { 'README.md': 'r', news: { 'news.csr': 'x' }, mail: { 'mail.csr': 'c' }, a: { b: { c: 'n' } } };
    expect(await changes([before], after)).toEqual([
      { path: 'a/b/c', status: 'added', mode: '100644', blob: 'n' },
      { path: 'news/news.crt', status: 'deleted' },
      { path: 'news/news.csr', status: 'modified', mode: '100644', blob: 'x' },
    ]);
  });

  it('is a mode as well', async () => {
    expect(await changes([{ x: 'a' }], { x: '120000 a' })).toEqual([
      { path: 'x', status: 'modified', mode: '120000', blob: 'a' },
    ]);
  });

  it('has no content where it is a submodule', async () => {
    expect(await changes([{}], { x: '160000 a' })).toEqual([{ path: 'x', status: 'added', mode: '160000' }]);
  });

  it('is all of it without a parent', async () => {
    expect(await changes([], { x: { y: 'a' } })).toHaveLength(1);
  });

  it('is a file that takes the place of a folder, and the other way round', async () => {
    const folder = { x: { y: 'a' } };
    const file = { x: 'b' };
    expect(await changes([folder], file)).toEqual([
      { path: 'x', status: 'added', mode: '100644', blob: 'b' },
      { path: 'x/y', status: 'deleted' },
    ]);
    expect(await changes([file], folder)).toEqual([
      { path: 'x', status: 'deleted' },
      { path: 'x/y', status: 'added', mode: '100644', blob: 'a' },
    ]);
  });

  it('hides no file behind another whose name looks the same', async () => {
    // two names that are no UTF-8 are the same text in JSON
    const found = await changes([{ '\ufffd': 'a' }], { '\ufffd': 'a', '\ufffd#2': 'key' });
    expect(found).toEqual([{ path: '\ufffd', status: 'added', mode: '100644', blob: 'key' }]);
  });
});

describe('what a merge changes', () => {
  it('is nothing of what it took from either side', async () => {
    const ours = { base: 'old', mine: { x: 'a' } };
    const theirs = { base: 'new', other: { y: 'b' } };
    expect(await changes([ours, theirs], { base: 'new', mine: { x: 'a' }, other: { y: 'b' } })).toEqual([]);
  });

  it('is what it has other than both', async () => {
    const found = await changes(
      [
        { x: 'a', z: 'c' },
        { x: 'b', z: 'c' },
      ],
      { x: 'evil', key: 'k' },
    );
    expect(found).toEqual([
      { path: 'key', status: 'added', mode: '100644', blob: 'k' },
      { path: 'x', status: 'modified', mode: '100644', blob: 'evil' },
      { path: 'z', status: 'deleted' },
    ]);
  });

  it('is not the absence of a file that one side never had', async () => {
    expect(await changes([{ x: 'a' }, { x: { y: 'b' } }], { x: { y: 'b', n: 'new' } })).toEqual([
      { path: 'x/n', status: 'added', mode: '100644', blob: 'new' },
    ]);
  });
});

describe('the reading', () => {
  it('looks into no folder that is the same', async () => {
    const trees = new Trees();
    const apps = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`app${index}`, { csr: `${index}` }]));
    await trees.changes([apps], { ...apps, news: { csr: 'x' } });
    // both roots, one folder
    expect(trees.reads).toBe(3);
  });

  it('ends at its limits, and says so', async () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`file${index}`, `${index}`]));
    const files = await new Trees().changes([{}], many, { folders: 10, changes: 5 });
    expect(files.changes).toHaveLength(5);
    expect(files.reader.truncated).toBe(true);

    const deep = { a: { b: { c: { d: 'x' } } } };
    const folders = await new Trees().changes([{}], deep, { folders: 2, changes: 5 });
    expect(folders.changes).toEqual([]);
    expect(folders.reader.truncated).toBe(true);
  });

  it('tells the size of every blob that it came across', async () => {
    const { reader } = await new Trees().changes([{}], { x: 'abc', y: '160000 z' });
    expect([...reader.sizes]).toEqual([['abc', 3]]);
  });
});
