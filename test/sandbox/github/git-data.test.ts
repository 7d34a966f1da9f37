// SPDX-License-Identifier: MIT
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addApp, addInstallation } from '../../../sandbox/github/app-registry.js';
import { GitWorld, refusalOf } from './git-world.js';

let world: GitWorld;

beforeEach(async () => {
  world = await GitWorld.open();
});

afterEach(() => world.close());

const at = { owner: 'jane', repo: 'hello' };
const main = () => world.github.repository.branches.get('main')!;

async function commit(files: Record<string, string | null>, parent = main(), message = 'change'): Promise<string> {
  const { rest } = world.jane;
  const tree = await rest.git.createTree({
    ...at,
    base_tree: parent,
    tree: Object.entries(files).map(([path, content]) => ({
      path,
      mode: '100644',
      type: 'blob',
      ...(content === null ? { sha: null } : { content }),
    })),
  });
  const made = await rest.git.createCommit({ ...at, message, tree: tree.data.sha, parents: [parent] });
  return made.data.sha;
}

describe('blobs, trees and commits', () => {
  it('are made over REST, and git reads them', async () => {
    const { rest } = world.jane;
    const text = await rest.git.createBlob({ ...at, content: 'h\u00e9llo\n' });
    const bytes = await rest.git.createBlob({
      ...at,
      content: Buffer.alloc(100, 7).toString('base64'),
      encoding: 'base64',
    });
    const tree = await rest.git.createTree({
      ...at,
      base_tree: main(),
      tree: [
        { path: 'a/text', mode: '100644', type: 'blob', sha: text.data.sha },
        { path: 'a/tool', mode: '100755', type: 'blob', sha: bytes.data.sha },
        { path: 'link', mode: '120000', type: 'blob', content: 'a/text' },
        { path: 'module', mode: '160000', type: 'commit', sha: '1'.repeat(40) },
      ],
    });
    expect(tree.data.tree.map(({ path, mode, type, size }) => [path, mode, type, size])).toEqual([
      ['README.md', '100644', 'blob', 8],
      ['a', '040000', 'tree', undefined],
      ['link', '120000', 'blob', 6],
      ['module', '160000', 'commit', undefined],
    ]);
    const made = await rest.git.createCommit({
      ...at,
      message: 'Files\n\nof all kinds\n',
      tree: tree.data.sha,
      parents: [main()],
      author: { name: 'Eve', email: 'eve@example.org', date: '2024-05-06T07:08:09+02:00' },
    });
    expect(made.data).toMatchObject({
      message: 'Files\n\nof all kinds',
      author: { name: 'Eve', date: '2024-05-06T05:08:09Z' },
      committer: { name: 'Eve', date: '2024-05-06T05:08:09Z' },
      verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
    });
    await rest.git.createRef({ ...at, ref: 'refs/heads/kinds', sha: made.data.sha });
    expect(world.git(['ls-tree', '-r', 'kinds']).split('\n').slice(1)).toEqual([
      `100644 blob ${text.data.sha}\ta/text`,
      `100755 blob ${bytes.data.sha}\ta/tool`,
      expect.stringMatching(/^120000 blob .*\tlink$/),
      `160000 commit ${'1'.repeat(40)}\tmodule`,
    ]);
    expect(world.git(['log', '-1', '--format=%ad', '--date=iso', 'kinds'])).toBe('2024-05-06 07:08:09 +0200');
    expect(world.git(['fsck', '--strict'])).not.toMatch(/error|missing/);
    const blob = await rest.git.getBlob({ ...at, file_sha: bytes.data.sha });
    expect(blob.data.content.split('\n')[0]).toHaveLength(60);
    expect(Buffer.from(blob.data.content, 'base64')).toEqual(Buffer.alloc(100, 7));
    const signed = await rest.git.createCommit({
      ...at,
      message: 'signed',
      tree: tree.data.sha,
      signature: '-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n',
    });
    expect(signed.data.verification).toMatchObject({
      verified: false,
      reason: 'unknown_key',
      payload: expect.stringContaining('\n\nsigned'),
    });
    expect(signed.data.author).toMatchObject({ name: 'jane', email: expect.stringContaining('jane@users.noreply') });
  });

  it('are signed by GitHub where an App makes them and names nobody', async () => {
    const { state, repository } = world.github;
    const { publicKey } = generateKeyPairSync('ed25519');
    const app = addApp(state, { name: 'Robot', slug: 'robot', publicKey });
    const installation = addInstallation(state, app, repository.account, { contents: 'write' });
    const robot = world.client(state.addInstallationToken(installation).token);
    const named = { name: 'robot[bot]', email: app.bot.emails[0] ?? '' };
    const { data: tip } = await world.jane.rest.git.getCommit({ ...at, commit_sha: main() });
    const wish = { ...at, message: 'x', tree: tip.tree.sha, parents: [tip.sha] };
    const unsigned = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

    const { data: signed } = await robot.rest.git.createCommit(wish);
    expect(signed).toMatchObject({
      author: named,
      committer: { name: 'GitHub', email: 'noreply@github.com' },
      verification: { verified: true, reason: 'valid', verified_at: signed.committer.date },
    });
    const { signature, payload } = signed.verification;
    const stored = world.git(['cat-file', 'commit', signed.sha]);
    expect(stored).toContain(`gpgsig ${signature?.replaceAll('\n', '\n ')}`);
    expect(payload?.trimEnd()).toBe(stored.replace(/^gpgsig .*\n(?: .*\n)*/m, ''));
    const { data: shown } = await world.stranger.rest.repos.getCommit({ ...at, ref: signed.sha });
    expect(shown).toMatchObject({
      author: { login: 'robot[bot]', type: 'Bot' },
      committer: { login: 'web-flow' },
      commit: { verification: { verified: true } },
    });
    const put = { ...at, path: 'robot', message: 'put', content: '' };
    const { data: file } = await robot.rest.repos.createOrUpdateFileContents(put);
    expect(file.commit.verification).toMatchObject({ verified: true, reason: 'valid' });

    const others = [
      robot.rest.git.createCommit({ ...wish, author: named }),
      robot.rest.git.createCommit({ ...wish, committer: { ...named, date: '2024-05-06T07:08:09Z' } }),
      world.jane.rest.git.createCommit({ ...wish, author: named }),
      world.jane.rest.git.createCommit(wish),
    ];
    for (const { data } of await Promise.all(others)) expect(data.verification).toEqual(unsigned);
    // a signature goes with what was signed, and with nothing else
    const copied = { ...wish, message: 'y', author: named, signature: signature ?? '' };
    const { data: forged } = await world.jane.rest.git.createCommit(copied);
    expect(forged.verification).toMatchObject({ verified: false, signature });
  });

  it('are taken away by `sha: null`, and refused where they are malformed', async () => {
    const { rest } = world.jane;
    const first = await commit({ 'a/b': '1', c: '2' });
    const second = await commit({ 'a/b': null }, first);
    const tree = await rest.git.getTree({ ...at, tree_sha: second });
    expect(tree.data.tree.map(({ path }) => path)).toEqual(['README.md', 'c']);
    const make = (entry: object) =>
      refusalOf(rest.git.createTree({ ...at, base_tree: first, tree: [{ mode: '100644', type: 'blob', ...entry }] }));
    for (const path of ['../x', 'a/../b', '.git/config', 'a//b', '/a', '.GIT', '']) {
      expect(await make({ path, content: 'x' })).toMatchObject({ status: 422 });
    }
    expect(await make({ path: 'x', sha: '2'.repeat(40) })).toMatchObject({ status: 422 });
    expect(await make({ path: 'nothing', sha: null })).toMatchObject({ status: 422 });
    expect(await refusalOf(rest.git.createTree({ ...at, base_tree: '2'.repeat(40), tree: [] }))).toMatchObject({
      status: 422,
      message: 'base_tree is not a valid tree oid',
    });
    expect(
      await refusalOf(rest.git.createCommit({ ...at, message: 'x', tree: '2'.repeat(40), parents: [] })),
    ).toMatchObject({ status: 422, message: 'Tree SHA does not exist' });
    expect(
      await refusalOf(rest.git.createCommit({ ...at, message: 'x', tree: tree.data.sha, parents: ['3'.repeat(40)] })),
    ).toMatchObject({ status: 422, message: 'Parent SHA does not exist or is not a commit object' });
  });

  it('are listed with what is below them, cut off after 7 MB', async () => {
    const { rest } = world.jane;
    const sha = await commit({ 'a/b/c': '1', 'a/d': '2' });
    const tree = await rest.git.getTree({ ...at, tree_sha: sha, recursive: '0' });
    expect(tree.data.tree.map(({ path }) => path)).toEqual(['README.md', 'a', 'a/b', 'a/b/c', 'a/d']);
    expect(tree.data.truncated).toBe(false);
    // The same tree of a hundred long names five hundred times: more than seven megabytes.
    const name = (n: number) => `f${n}`.padEnd(200, 'x');
    const files = Array.from({ length: 100 }, (_, n) => ({ path: name(n), mode: '100644', type: 'blob', content: '' }));
    const folder = await rest.git.createTree({ ...at, tree: files as never });
    const { sha: below } = folder.data;
    const folders = Array.from({ length: 500 }, (_, n) => ({
      path: `d${n}`,
      mode: '040000',
      type: 'tree',
      sha: below,
    }));
    const big = await rest.git.createTree({ ...at, tree: folders as never });
    const cut = await rest.git.getTree({ ...at, tree_sha: big.data.sha, recursive: '1' });
    expect(cut.data.truncated).toBe(true);
    expect(cut.data.tree.length).toBeLessThan(40_000);
  });

  it('take no writing from whoever may not', async () => {
    const write = (octokit: typeof world.jane) => refusalOf(octokit.rest.git.createBlob({ ...at, content: 'x' }));
    expect(await write(world.eve)).toMatchObject({ status: 404 });
    expect(await write(world.stranger)).toMatchObject({ status: 401 });
    expect(await write(world.client(world.github.tokens.readOnlyWorkflow))).toMatchObject({
      status: 403,
      message: 'Resource not accessible by integration',
    });
  });
});

describe('refs', () => {
  it('are made, moved forward, forced back and deleted, each told as a push', async () => {
    const { rest } = world.jane;
    const before = main();
    const sha = await commit({ a: '1' });
    const side = await commit({ b: '1' });
    const made = await rest.git.createRef({ ...at, ref: 'refs/heads/feature/x', sha });
    expect(made.data).toMatchObject({ ref: 'refs/heads/feature/x', object: { type: 'commit', sha } });
    expect(await refusalOf(rest.git.createRef({ ...at, ref: 'refs/heads/feature/x', sha }))).toMatchObject({
      status: 422,
      message: 'Reference already exists',
    });
    expect(await refusalOf(rest.git.createRef({ ...at, ref: 'refs/heads/feature', sha }))).toMatchObject({
      status: 422,
    });
    expect(await refusalOf(rest.git.createRef({ ...at, ref: 'heads/feature', sha }))).toMatchObject({ status: 422 });
    await rest.git.updateRef({ ...at, ref: 'heads/main', sha });
    expect(await refusalOf(rest.git.updateRef({ ...at, ref: 'heads/main', sha: side }))).toMatchObject({
      status: 422,
      message: 'Update is not a fast forward',
    });
    expect(main()).toBe(sha);
    await rest.git.updateRef({ ...at, ref: 'heads/main', sha: side, force: true });
    expect(world.git(['rev-parse', 'main'])).toBe(side);
    await rest.git.deleteRef({ ...at, ref: 'heads/feature/x' });
    expect(await refusalOf(rest.git.getRef({ ...at, ref: 'heads/feature/x' }))).toMatchObject({ status: 404 });
    expect(await refusalOf(rest.git.deleteRef({ ...at, ref: 'heads/feature/x' }))).toMatchObject({
      status: 422,
      message: 'Reference does not exist',
    });
    expect(world.told.map(({ event, sender, facts: { ref, forced } }) => [event, sender, ref, forced])).toEqual([
      ['create', 'jane', 'feature/x', undefined],
      ['push', 'jane', 'refs/heads/feature/x', false],
      ['push', 'jane', 'refs/heads/main', false],
      ['push', 'jane', 'refs/heads/main', true],
      ['delete', 'jane', 'feature/x', undefined],
      ['push', 'jane', 'refs/heads/feature/x', false],
    ]);
    const [first, second] = world.events('push').slice(1);
    expect(first!.facts).toMatchObject({
      before,
      after: sha,
      created: false,
      commits: [{ id: sha, added: ['a'], removed: [], modified: [], author: { username: 'jane' } }],
      head_commit: { id: sha },
    });
    expect(second!.facts).toMatchObject({ before: sha, after: side, commits: [{ id: side, added: ['b'] }] });
  });

  it('are refused where there is nothing to point to, or nothing that can be pointed from', async () => {
    const { rest } = world.jane;
    const sha = main();
    const message = (request: Promise<unknown>) => refusalOf(request).then((refusal) => refusal.message);
    const unknown = '4'.repeat(40);
    expect(await message(rest.git.updateRef({ ...at, ref: 'heads/main', sha: unknown }))).toBe('Object does not exist');
    expect(await message(rest.git.updateRef({ ...at, ref: 'heads/no', sha }))).toBe('Reference does not exist');
    expect(await message(rest.git.createRef({ ...at, ref: 'refs/heads/a..b', sha }))).toBe('Reference update failed');
    expect(await message(rest.git.createRef({ ...at, ref: `refs/heads/${sha}`, sha }))).toBe('Reference update failed');
    expect(await message(rest.git.createRef({ ...at, ref: 'refs/pull/9/head', sha }))).toBe('Reference update failed');
    const { tree } = world.github.repository.git.network.commit(sha);
    expect(await message(rest.git.createRef({ ...at, ref: 'refs/heads/tree', sha: tree }))).toBe(
      'Reference update failed',
    );
    expect(await refusalOf(rest.git.deleteRef({ ...at, ref: 'heads/main' }))).toMatchObject({ status: 422 });
    expect(world.told).toEqual([]);
  });

  it('are found by the beginning of their names', async () => {
    for (const ref of ['refs/heads/a', 'refs/heads/ab', 'refs/heads/b']) {
      await world.jane.rest.git.createRef({ ...at, ref, sha: main() });
    }
    const found = await world.stranger.rest.git.listMatchingRefs({ ...at, ref: 'heads/a' });
    expect(found.data.map(({ ref }) => ref)).toEqual(['refs/heads/a', 'refs/heads/ab']);
  });

  it('may be read as they were for a while, but not written so', async () => {
    const { rest } = world.jane;
    const before = main();
    world.github.repository.git.refs.lag = 300;
    const sha = await commit({ a: '1' });
    await rest.git.updateRef({ ...at, ref: 'heads/main', sha });
    const seen = async () => (await rest.git.getRef({ ...at, ref: 'heads/main' })).data.object.sha;
    expect(await seen()).toBe(before);
    expect((await rest.repos.getBranch({ ...at, branch: 'main' })).data.commit.sha).toBe(before);
    const late = await commit({ b: '1' }, before);
    expect((await refusalOf(rest.git.updateRef({ ...at, ref: 'heads/main', sha: late }))).status).toBe(422);
    await sleep(400);
    expect(await seen()).toBe(sha);
  });

  it('obey the rulesets, whoever is not on the bypass list', async () => {
    const { repository, state } = world.github;
    const bot = state.apps.values().next().value!;
    repository.rulesets.push(
      { id: 1, name: 'no force', include: ['~DEFAULT_BRANCH'], rules: ['non_fast_forward', 'deletion'], bypass: {} },
      { id: 2, name: 'bot only', include: ['refs/heads/main'], rules: ['update'], bypass: { apps: [bot.id] } },
    );
    const { rest } = world.jane;
    const sha = await commit({ a: '1' });
    expect(await refusalOf(rest.git.updateRef({ ...at, ref: 'heads/main', sha }))).toMatchObject({
      status: 422,
      message: 'Repository rule violations found\n\nCannot update this protected ref.\n\n',
    });
    const installation = [...state.installations.values()][0]!;
    const permissions = { contents: 'write' } as const;
    installation.permissions = permissions;
    const app = world.client(state.addInstallationToken(installation, { permissions }).token).rest;
    await app.git.updateRef({ ...at, ref: 'heads/main', sha });
    expect(main()).toBe(sha);
    const [parent] = repository.git.network.commit(sha).parents;
    expect(await refusalOf(app.git.updateRef({ ...at, ref: 'heads/main', sha: parent!, force: true }))).toMatchObject({
      status: 422,
      message: 'Repository rule violations found\n\nCannot force-push to this branch\n\n',
    });
    const branch = await rest.repos.getBranch({ ...at, branch: 'main' });
    expect(branch.data).toMatchObject({ protected: true, commit: { sha } });
    const list = await rest.repos.listBranches({ ...at, protected: true });
    expect(list.data.map(({ name }) => name)).toEqual(['main']);
  });

  it('take workflow files from an App only with its permission', async () => {
    const { state } = world.github;
    const installation = [...state.installations.values()][0]!;
    const sha = await commit({ '.github/workflows/a.yml': 'on: push\n' });
    const push = (permissions: Record<string, 'write'>) => {
      installation.permissions = permissions;
      const { rest } = world.client(state.addInstallationToken(installation).token);
      return rest.git.updateRef({ ...at, ref: 'heads/main', sha });
    };
    expect(await refusalOf(push({ contents: 'write' }))).toMatchObject({ status: 403 });
    expect((await push({ contents: 'write', workflows: 'write' })).status).toBe(200);
  });
});

describe('a folder for data', () => {
  it('keeps the repositories', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'github-data-'));
    try {
      const first = await GitWorld.open({ data: folder });
      const made = await first.jane.rest.git.createRef({ ...at, ref: 'refs/heads/kept', sha: tipOf(first) });
      await first.close();
      const second = await GitWorld.open({ data: folder });
      expect(second.github.repository.branches.get('kept')).toBe(made.data.object.sha);
      expect(second.github.repository.branches.get('main')).toBe(made.data.object.sha);
      await second.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  const tipOf = ({ github }: GitWorld) => github.repository.branches.get('main')!;
});
