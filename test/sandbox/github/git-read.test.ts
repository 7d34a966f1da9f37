// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GitWorld, refusalOf } from './git-world.js';

let world: GitWorld;

beforeEach(async () => {
  world = await GitWorld.open();
});

afterEach(() => world.close());

const at = { owner: 'jane', repo: 'hello' };
const main = () => world.github.repository.branches.get('main')!;

interface Entry {
  readonly path: string;
  readonly mode?: '100644' | '100755' | '120000' | '160000';
  readonly content?: string;
  readonly sha?: string | null;
}

async function commit(entries: readonly Entry[], message = 'change', author?: { name: string; email: string }) {
  const { rest } = world.jane;
  const tree = await rest.git.createTree({
    ...at,
    base_tree: main(),
    tree: entries.map(({ mode = '100644', ...rest }) => ({
      mode,
      type: mode === '160000' ? 'commit' : 'blob',
      ...rest,
    })),
  });
  const { data } = await rest.git.createCommit({
    ...at,
    message,
    tree: tree.data.sha,
    parents: [main()],
    ...(author && { author }),
  });
  await rest.git.updateRef({ ...at, ref: 'heads/main', sha: data.sha });
  return data.sha;
}

describe('contents', () => {
  const get = (path: string, more: object = {}) => world.stranger.rest.repos.getContent({ ...at, path, ...more });

  it('of files, folders, symbolic links and submodules are shown as GitHub shows them', async () => {
    await commit([
      { path: 'a/file.txt', content: 'text\n' },
      { path: 'a/to-file', mode: '120000', content: 'file.txt' },
      { path: 'a/outside', mode: '120000', content: '../../etc/passwd' },
      { path: 'module', mode: '160000', sha: '1'.repeat(40) },
      { path: '.gitmodules', content: '[submodule "module"]\n\tpath = module\n\turl = https://example.org/x.git\n' },
    ]);
    const file = (await get('a/file.txt')).data;
    expect(file).toMatchObject({ type: 'file', name: 'file.txt', size: 5, encoding: 'base64', content: 'dGV4dAo=\n' });
    expect(file).toMatchObject({ url: `${world.github.api}/repos/jane/hello/contents/a/file.txt?ref=main` });
    expect((await get('a')).data).toMatchObject([
      { name: 'file.txt', type: 'file' },
      { name: 'outside', type: 'symlink' },
      { name: 'to-file', type: 'symlink' },
    ]);
    expect((await get('')).data).toMatchObject([
      { name: '.gitmodules', type: 'file' },
      { name: 'README.md', type: 'file' },
      { name: 'a', type: 'dir', size: 0 },
      { name: 'module', type: 'file', download_url: null },
    ]);
    expect((await get('a/to-file')).data).toMatchObject({ type: 'file', path: 'a/file.txt', content: 'dGV4dAo=\n' });
    expect((await get('a/outside')).data).toMatchObject({ type: 'symlink', target: '../../etc/passwd' });
    expect((await get('module')).data).toMatchObject({
      type: 'submodule',
      submodule_git_url: 'https://example.org/x.git',
    });
    const raw = await get('a/file.txt', { mediaType: { format: 'raw' } });
    expect(raw.data).toBe('text\n');
    expect((await refusalOf(get('nothing'))).status).toBe(404);
    expect((await refusalOf(get('a', { ref: 'nothing' }))).message).toBe('No commit found for the ref nothing');
    expect((await get('README.md', { ref: main().slice(0, 10) })).status).toBe(200);
  });

  it('of large files have no content', async () => {
    await commit([{ path: 'large', content: 'x'.repeat(1024 * 1024 + 1) }]);
    expect((await get('large')).data).toMatchObject({ content: '', encoding: 'none', size: 1024 * 1024 + 1 });
    const raw = await get('large', { mediaType: { format: 'raw' } });
    expect(raw.data).toHaveLength(1024 * 1024 + 1);
  });

  it('are written one by one, each against what is there', async () => {
    const { repos } = world.jane.rest;
    const put = (more: object) =>
      repos.createOrUpdateFileContents({ ...at, path: 'a/b', message: 'put', content: '', ...more });
    const first = await put({ content: Buffer.from('one').toString('base64') });
    expect(first.status).toBe(201);
    expect(world.git(['show', 'main:a/b'])).toBe('one');
    expect(first.data.commit.sha).toBe(main());
    expect((await refusalOf(put({}))).status).toBe(422);
    expect(await refusalOf(put({ sha: '1'.repeat(40) }))).toMatchObject({ status: 409 });
    const sha = first.data.content!.sha!;
    expect((await put({ sha, content: Buffer.from('two').toString('base64') })).status).toBe(200);
    expect((await refusalOf(put({ path: 'a/../c' }))).status).toBe(422);
    expect((await refusalOf(put({ branch: 'no' }))).message).toBe('Branch no not found');
    const now = (await repos.getContent({ ...at, path: 'a/b' })).data as { sha: string };
    await repos.deleteFile({ ...at, path: 'a/b', message: 'gone', sha: now.sha });
    expect(world.git(['ls-tree', '--name-only', 'main'])).toBe('README.md');
    expect(world.events('push')).toHaveLength(3);
  });
});

describe('commits', () => {
  it('are listed by branch, path, author and time', async () => {
    const eve = { name: 'Eve', email: 'Eve@example.org' };
    const first = await commit([{ path: 'a/x', content: '1' }], 'first', eve);
    const second = await commit([{ path: 'b', content: '1' }], 'second', { name: 'No one', email: 'no@one' });
    const third = await commit([{ path: 'a/y', content: '1' }], 'third\n');
    const list = async (query: object) =>
      (await world.stranger.rest.repos.listCommits({ ...at, ...query })).data.map(({ sha }) => sha);
    expect((await list({})).slice(0, 3)).toEqual([third, second, first]);
    expect(await list({ path: 'a' })).toEqual([third, first]);
    expect(await list({ path: 'a/x', sha: second })).toEqual([first]);
    expect(await list({ author: 'eve' })).toEqual([first]);
    expect(await list({ author: 'no@one' })).toEqual([second]);
    expect(await list({ since: '2100-01-01T00:00:00Z' })).toEqual([]);
    expect(await list({ per_page: 1, page: 2 })).toEqual([second]);
    const { data } = await world.stranger.rest.repos.listCommits(at);
    expect(data.map(({ author, commit: { message } }) => [author?.login, message]).slice(0, 3)).toEqual([
      ['jane', 'third'],
      [undefined, 'second'],
      ['eve', 'first'],
    ]);
    expect(data[1]!.author).toBeNull();
    const contributors = await world.stranger.rest.repos.listContributors(at);
    expect(contributors.data.map(({ login, contributions }) => [login, contributions])).toEqual([
      ['eve', 1],
      ['jane', 1],
    ]);
  });

  it('are shown with their files, in pages of 300', async () => {
    const files = Array.from({ length: 305 }, (_, n) => ({
      path: `f${String(n).padStart(3, '0')}`,
      content: `${n}\n`,
    }));
    const sha = await commit(files);
    const get = (query: object = {}) => world.stranger.rest.repos.getCommit({ ...at, ref: 'main', ...query });
    const { data, headers } = await get();
    expect(data.sha).toBe(sha);
    expect(data.stats).toEqual({ additions: 305, deletions: 0, total: 305 });
    expect(data.files).toHaveLength(300);
    expect(data.files![0]).toMatchObject({ filename: 'f000', status: 'added', patch: '@@ -0,0 +1 @@\n+0' });
    expect(headers.link).toContain('rel="next"');
    expect((await get({ page: 2 })).data.files).toHaveLength(5);
    const renamed = await commit([
      { path: 'f000', sha: null },
      { path: 'new', content: '0\n' },
    ]);
    expect((await get({ ref: renamed })).data.files).toMatchObject([
      { filename: 'new', previous_filename: 'f000', status: 'renamed', changes: 0 },
    ]);
    expect(await refusalOf(get({ ref: '1'.repeat(40) }))).toMatchObject({
      status: 422,
      message: `No commit found for SHA: ${'1'.repeat(40)}`,
    });
  });

  it('are compared from the merge base', async () => {
    const base = main();
    const ahead = await commit([{ path: 'a', content: '1\n' }]);
    await world.jane.rest.git.createRef({ ...at, ref: 'refs/heads/side', sha: base });
    await world.jane.rest.repos.createOrUpdateFileContents({
      ...at,
      path: 'b',
      message: 'side',
      content: 'Mg==',
      branch: 'side',
    });
    const compare = async (basehead: string) =>
      (await world.stranger.rest.repos.compareCommitsWithBasehead({ ...at, basehead })).data;
    expect(await compare('main...side')).toMatchObject({
      status: 'diverged',
      ahead_by: 1,
      behind_by: 1,
      total_commits: 1,
      merge_base_commit: { sha: base },
      files: [{ filename: 'b', status: 'added' }],
    });
    expect(await compare(`${base}...main`)).toMatchObject({ status: 'ahead', commits: [{ sha: ahead }] });
    expect(await compare(`main...${base}`)).toMatchObject({ status: 'behind', files: [], commits: [] });
    expect(await compare('main...main')).toMatchObject({ status: 'identical' });
    await world.eve.rest.repos.createFork(at);
    expect(await compare('main...eve:side')).toMatchObject({ status: 'diverged' });
    expect((await refusalOf(compare('main...nothing'))).status).toBe(404);
  });
});

describe('a repository', () => {
  it('tells what it is and what the caller may do', async () => {
    const get = async (octokit = world.stranger) => (await octokit.rest.repos.get(at)).data;
    expect(await get()).toMatchObject({
      full_name: 'jane/hello',
      fork: false,
      default_branch: 'main',
      archived: false,
    });
    expect((await get()).permissions).toBeUndefined();
    expect((await get(world.jane)).permissions).toMatchObject({ admin: true, push: true });
    expect((await get(world.eve)).permissions).toEqual({
      admin: false,
      maintain: false,
      push: false,
      triage: false,
      pull: true,
    });
    const fork = await world.eve.rest.repos.createFork(at);
    expect(fork).toMatchObject({ status: 202, data: { full_name: 'eve/hello', fork: true } });
    expect((await world.eve.rest.repos.createFork(at)).data.id).toBe(fork.data.id);
    expect((await world.stranger.rest.repos.get({ owner: 'eve', repo: 'hello' })).data.parent?.full_name).toBe(
      'jane/hello',
    );
    expect(world.events('fork')).toHaveLength(1);
  });

  it('without commits has no branches', async () => {
    world.github.state.addRepository('jane/empty', { empty: true });
    const empty = { owner: 'jane', repo: 'empty' };
    expect((await world.jane.rest.repos.listBranches(empty)).data).toEqual([]);
    expect(await refusalOf(world.jane.rest.repos.listCommits(empty))).toMatchObject({ status: 409 });
  });
});
