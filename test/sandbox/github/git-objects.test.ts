// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import type { Commit, Signature } from '../../../sandbox/github/git/commit.js';
import { GitData } from '../../../sandbox/github/git/git-data.js';
import type { GitRepository } from '../../../sandbox/github/git/git-repository.js';
import { commitsBetween, isAncestor, log, logOf, mergeBase } from '../../../sandbox/github/git/history.js';
import {
  changeTree,
  emptyTree,
  entryAt,
  modes,
  readTree,
  treeEntry,
  writeTree,
} from '../../../sandbox/github/git/tree.js';

let data: GitData;
let repository: GitRepository;

beforeEach(() => {
  data = new GitData();
  repository = data.open('jane', 'hello', { defaultBranch: 'main' });
});

afterEach(() => data.close());

const git = (...words: string[]) =>
  execFileSync('git', [`--git-dir=${repository.folder}`, ...words], { encoding: 'utf8' }).trimEnd();

const jane = (seconds: number): Signature => ({
  name: 'Jane Döe',
  email: 'jane@example.org',
  date: new Date(seconds * 1000),
  zone: '+0200',
});

let clock = 1_700_000_000;

function commit(parents: readonly string[], files: Readonly<Record<string, string | null>>, at = clock++): Commit {
  const { objects } = repository.network;
  const [first] = parents;
  const tree = changeTree(
    objects,
    first === undefined ? emptyTree : repository.network.commit(first).tree,
    Object.entries(files).map(([path, text]) => ({
      path,
      mode: modes.file,
      id: text === null ? null : objects.write('blob', Buffer.from(text)),
    })),
  );
  const person = jane(at);
  return repository.network.writeCommit({
    tree,
    parents,
    author: person,
    committer: person,
    message: 'Wörds\n\nmore\n',
  });
}

describe('objects', () => {
  it('are what git makes of the same bytes, and git finds nothing wrong with them', () => {
    const first = commit([], { 'a.txt': 'a\n', 'a/b.txt': 'b\n', 'a.b': 'c' });
    repository.refs.set('refs/heads/main', first.id);
    expect(git('fsck', '--strict')).toBe('');
    expect(git('rev-parse', 'main')).toBe(first.id);
    expect(git('ls-tree', '-r', '--name-only', 'main').split('\n')).toEqual(['a.b', 'a.txt', 'a/b.txt']);
    expect(git('cat-file', 'blob', 'main:a/b.txt')).toBe('b');
    expect(git('log', '-1', '--format=%an <%ae> %ad|%B', '--date=raw')).toBe(
      `Jane Döe <jane@example.org> ${first.author.date.getTime() / 1000} +0200|Wörds\n\nmore`,
    );
  });

  it('that git made are read, signed commits and annotated tags among them', () => {
    const first = commit([], { 'a.txt': 'a\n' });
    const raw = git('cat-file', 'commit', first.id).replace(
      '\n\n',
      '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n\n',
    );
    const input = { input: `${raw}\n`, encoding: 'utf8' as const };
    const where = `--git-dir=${repository.network.folder}`;
    const signed = execFileSync('git', [where, 'hash-object', '-t', 'commit', '-w', '--stdin'], input).trim();
    const found = repository.network.commit(signed);
    expect(found.signature).toBe('-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----');
    expect(found.payload).toBe(`${git('cat-file', 'commit', first.id)}\n`);
    execFileSync('git', [where, '-c', 'user.name=x', '-c', 'user.email=x@y', 'tag', '-a', '-m', 'one', 'v1', signed]);
    repository.refs.set('refs/tags/v1', execFileSync('git', [where, 'rev-parse', 'v1'], { encoding: 'utf8' }).trim());
    expect(repository.resolve('v1')?.id).toBe(signed);
    expect(repository.resolve(signed.slice(0, 8))?.id).toBe(signed);
    expect(repository.resolve('nothing')).toBeUndefined();
  });

  it('keep file names that are no UTF-8', () => {
    const { objects } = repository.network;
    const blob = objects.write('blob', Buffer.from('x'));
    const odd = { ...treeEntry('\u00e9', modes.file, blob), bytes: Buffer.from([0xe9]) };
    const tree = writeTree(objects, [odd]);
    const changed = changeTree(objects, tree, [{ path: 'b', mode: modes.file, id: blob }]);
    expect(readTree(objects, changed).map(({ bytes }) => bytes.toString('latin1'))).toEqual(['b', '\u00e9']);
  });

  it('take away folders that become empty', () => {
    const { objects } = repository.network;
    const first = commit([], { 'a/b/c.txt': '1', 'd.txt': '2' });
    const second = commit([first.id], { 'a/b/c.txt': null });
    expect(entryAt(objects, first.tree, 'a/b')?.mode).toBe(modes.folder);
    expect(readTree(objects, second.tree).map(({ name }) => name)).toEqual(['d.txt']);
    expect(entryAt(objects, second.tree, 'd.txt/e')).toBeUndefined();
  });
});

describe('refs', () => {
  it('are files that git reads, and are found again', () => {
    const { id } = commit([], { a: '1' });
    repository.refs.set('refs/heads/main', id);
    repository.refs.set('refs/heads/feature/one', id);
    repository.refs.set('refs/pull/1/head', id);
    expect(git('for-each-ref', '--format=%(refname)').split('\n')).toEqual([
      'refs/heads/feature/one',
      'refs/heads/main',
      'refs/pull/1/head',
    ]);
    expect(repository.refs.collides('refs/heads/feature')).toBe(true);
    expect(repository.refs.collides('refs/heads/main/x')).toBe(true);
    expect(repository.refs.collides('refs/heads/main')).toBe(false);
    repository.refs.delete('refs/heads/feature/one');
    repository.refs.set('refs/heads/feature', id);
    expect(git('rev-parse', 'feature')).toBe(id);
    const again = data.open('jane', 'hello', { defaultBranch: 'main' });
    expect(again.refs.list().map(([name]) => name)).toEqual([
      'refs/heads/feature',
      'refs/heads/main',
      'refs/pull/1/head',
    ]);
  });

  it('of a fork name commits of the whole network', () => {
    const { id } = commit([], { a: '1' });
    const fork = data.open('eve', 'hello', { parent: repository, defaultBranch: 'main' });
    fork.refs.set('refs/heads/main', id);
    expect(execFileSync('git', [`--git-dir=${fork.folder}`, 'cat-file', '-t', 'main'], { encoding: 'utf8' })).toBe(
      'commit\n',
    );
  });
});

describe('history', () => {
  /** A random graph of commits, all made within the same few seconds, and what git says about it. */
  it('is what git says, in any graph and whatever the clocks said', () => {
    let random = 42;
    const below = (limit: number) => {
      random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
      return random % limit;
    };
    const ids: string[] = [];
    for (let n = 0; n < 60; n++) {
      const parents = [...new Set(Array.from({ length: 1 + below(2) }, () => ids[ids.length - 1 - below(6)]))];
      const known = parents.filter((parent) => parent !== undefined);
      const file = `f${below(3)}`;
      const { id } = commit(known, { [file]: String(below(2)), [`n${n % 7}`]: String(n) }, 1_700_000_000 + below(5));
      if (!ids.includes(id)) ids.push(id);
      repository.refs.set(`refs/heads/b${n}`, id);
    }
    const read = repository.network.commit;
    const lines = (...words: string[]) =>
      git(...words)
        .split('\n')
        .filter((line) => line !== '');
    for (let n = 0; n < 40; n++) {
      const [one = '', other = ''] = [ids[below(ids.length)], ids[below(ids.length)]];
      const between = commitsBetween(read, one, other).map(({ id }) => id);
      expect(new Set(between)).toEqual(new Set(lines('rev-list', `${one}..${other}`)));
      between.forEach((id, at) => {
        for (const parent of read(id).parents) expect(between.indexOf(parent)).toBeLessThan(at);
      });
      const bases = spawnBases(one, other);
      expect(mergeBase(read, one, other) ?? 'none').toEqual(expect.stringMatching(bases));
      expect(isAncestor(read, one, other)).toBe(lines('rev-list', other).includes(one));
    }
    const tip = ids.at(-1)!;
    expect([...log(read, [tip])].map(({ id }) => id)).toHaveLength(lines('rev-list', tip).length);
    const at = (tree: string) => entryAt(repository.network.objects, tree, 'f1')?.id;
    const touched = [...logOf(read, tip, at)].map(({ id }) => id);
    expect(new Set(touched)).toEqual(new Set(lines('rev-list', tip, '--', 'f1')));
  });

  const spawnBases = (one: string, other: string) => {
    try {
      return new RegExp(`^(${git('merge-base', '--all', one, other).replaceAll('\n', '|')})$`);
    } catch {
      return /^none$/;
    }
  };
});
