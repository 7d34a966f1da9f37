// SPDX-License-Identifier: MIT
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { changeTree, modes } from '../../../sandbox/github/git/tree.js';
import { GitWorld, refusalOf } from './git-world.js';

let world: GitWorld;

beforeEach(async () => {
  world = await GitWorld.open();
});

afterEach(() => world.close());

const at = { owner: 'jane', repo: 'hello' };
const fork = { owner: 'eve', repo: 'hello' };
const main = () => world.github.repository.branches.get('main')!;

interface Change {
  readonly files: Record<string, string | null>;
  readonly parents: readonly string[];
  readonly message?: string;
}

async function commit(octokit: Octokit, where: typeof at, { files, parents, message = 'change' }: Change) {
  const tree = Object.entries(files).map(([path, content]) => ({
    path,
    mode: '100644' as const,
    type: 'blob' as const,
    ...(content === null ? { sha: null } : { content }),
  }));
  const made = await octokit.rest.git.createTree({ ...where, base_tree: parents[0]!, tree });
  const { data } = await octokit.rest.git.createCommit({
    ...where,
    message,
    tree: made.data.sha,
    parents: [...parents],
  });
  return data.sha;
}

/** A branch of Eve's fork with one commit upon main. */
async function branch(name: string, files: Record<string, string | null>): Promise<string> {
  await world.eve.rest.repos.createFork(at);
  const sha = await commit(world.eve, fork, { files, parents: [main()] });
  await world.eve.rest.git.createRef({ ...fork, ref: `refs/heads/${name}`, sha });
  return sha;
}

const open = (name: string, more: object = {}) =>
  world.eve.rest.pulls.create({ ...at, head: `eve:${name}`, base: 'main', title: 'Hello', body: 'there', ...more });

const force = (name: string, sha: string) =>
  world.eve.rest.git.updateRef({ ...fork, ref: `heads/${name}`, sha, force: true });

const get = async (number = 1) => (await world.stranger.rest.pulls.get({ ...at, pull_number: number })).data;

/** What is shown once GitHub knows whether it can be merged. */
async function foundOut() {
  for (let attempt = 0; attempt < 100; attempt++) {
    const pull = await get();
    if (pull.mergeable !== null) return pull;
    await sleep(50);
  }
  throw new Error('it was never found out');
}

/** Events of the pull request since the last time. */
function news(): (string | undefined)[] {
  const fresh = world.events('pull_request').map(({ action, sender }) => `${action} by ${sender}`);
  world.told.length = 0;
  return fresh;
}

describe('a pull request from a fork', () => {
  it('is opened, and its commit is in the repository that it goes to', async () => {
    const sha = await branch('hi', { 'app/app.csr': 'request\n' });
    const { data } = await open('hi');
    expect(data).toMatchObject({
      number: 1,
      state: 'open',
      title: 'Hello',
      body: 'there',
      user: { login: 'eve' },
      head: { label: 'eve:hi', ref: 'hi', sha, repo: { full_name: 'eve/hello', fork: true } },
      base: { label: 'jane:main', ref: 'main', sha: main(), repo: { full_name: 'jane/hello' } },
      merged: false,
      mergeable: null,
      mergeable_state: 'unknown',
      maintainer_can_modify: true,
      commits: 1,
      additions: 1,
      deletions: 0,
      changed_files: 1,
      author_association: 'NONE',
    });
    expect(world.git(['rev-parse', 'refs/pull/1/head'])).toBe(sha);
    expect(world.git(['show', 'refs/pull/1/head:app/app.csr'])).toBe('request');
    expect(world.events('pull_request')).toMatchObject([
      { action: 'opened', sender: 'eve', facts: { number: 1, pull_request: { head: { sha } } } },
    ]);
    const issue = await world.eve.rest.issues.get({ ...at, issue_number: 1 });
    expect(issue.data).toMatchObject({ title: 'Hello', pull_request: { merged_at: null } });
  });

  it('is refused with the reason', async () => {
    await branch('hi', { a: '1' });
    const errors = async (more: object) => (await refusalOf(open('hi', more))).errors;
    expect(await errors({ head: 'eve:nothing' })).toMatchObject([{ field: 'head', code: 'invalid' }]);
    expect(await errors({ base: 'nothing' })).toMatchObject([{ field: 'base', code: 'invalid' }]);
    expect(await errors({ head: 'nobody:hi' })).toMatchObject([{ field: 'head', code: 'invalid' }]);
    expect(await errors({ head: 'eve:main' })).toMatchObject([{ message: 'No commits between main and eve:main' }]);
    expect(await errors({ title: ' ' })).toMatchObject([{ field: 'title', code: 'missing_field' }]);
    await open('hi');
    expect(await errors({})).toMatchObject([{ message: 'A pull request already exists for eve:hi.' }]);
    const root = await world.eve.rest.git.createTree({
      ...fork,
      tree: [{ path: 'x', mode: '100644', type: 'blob', content: 'x' }],
    });
    const orphan = await world.eve.rest.git.createCommit({ ...fork, message: 'x', tree: root.data.sha });
    await world.eve.rest.git.createRef({ ...fork, ref: 'refs/heads/orphan', sha: orphan.data.sha });
    expect(await errors({ head: 'eve:orphan' })).toMatchObject([
      { message: 'The eve:orphan branch has no history in common with main' },
    ]);
    const other = await refusalOf(
      world.client(world.github.tokens.outsider).rest.pulls.create({
        ...at,
        head: 'eve:hi',
        base: 'main',
        title: 'not mine',
      }),
    );
    expect(other.status).toBe(422);
  });

  it('shows its files as git does, page by page', async () => {
    const first = await branch('hi', { 'a.txt': 'one\ntwo\n', 'b.txt': 'b\n' });
    await open('hi');
    const text = Array.from({ length: 30 }, (_, n) => `${n}\n`).join('');
    const second = await commit(world.eve, fork, {
      files: { 'a.txt': 'one\n2\n', 'b.txt': null, long: text },
      parents: [first],
    });
    await force('hi', second);
    const { data } = await world.stranger.rest.pulls.listFiles({ ...at, pull_number: 1 });
    expect(data.map(({ filename, status, additions, patch }) => [filename, status, additions, patch])).toEqual([
      ['a.txt', 'added', 2, '@@ -0,0 +1,2 @@\n+one\n+2'],
      ['long', 'added', 30, expect.stringContaining('@@ -0,0 +1,30 @@\n+0\n+1')],
    ]);
    expect(data[0]!.contents_url).toBe(`${world.github.api}/repos/eve/hello/contents/a.txt?ref=${second}`);
    const page = await world.stranger.rest.pulls.listFiles({ ...at, pull_number: 1, per_page: 1, page: 2 });
    expect(page.data.map(({ filename }) => filename)).toEqual(['long']);
    expect(page.headers.link).toContain('rel="prev"');
    const commits = await world.stranger.rest.pulls.listCommits({ ...at, pull_number: 1 });
    expect(commits.data.map(({ sha }) => sha)).toEqual([first, second]);
    expect(commits.data[0]).toMatchObject({
      author: { login: 'eve' },
      committer: { login: 'eve' },
      commit: { author: { name: 'Eve', email: 'eve@example.org' } },
    });
  });

  it('drops patches and counts once an answer is too large', async () => {
    const lines = (count: number) => 'x\n'.repeat(count);
    await branch('hi', { a: lines(15_000), b: lines(6_000), c: lines(20_001), d: 'd\n' });
    await open('hi');
    const { data } = await world.stranger.rest.pulls.listFiles({ ...at, pull_number: 1 });
    expect(data.map(({ filename, additions, patch }) => [filename, additions, patch !== undefined])).toEqual([
      ['a', 15_000, true],
      ['b', 0, false],
      ['c', 20_001, false],
      ['d', 0, false],
    ]);
    const alone = await world.stranger.rest.pulls.listFiles({ ...at, pull_number: 1, per_page: 1, page: 4 });
    expect(alone.data[0]).toMatchObject({ additions: 1, patch: '@@ -0,0 +1 @@\n+d' });
  });

  it('lists 250 commits and 3,000 files at most, and counts all', async () => {
    const { network } = world.github.repository.git;
    const blob = network.objects.write('blob', Buffer.from('x\n'));
    const first = network.commit(main());
    const changes = Array.from({ length: 3001 }, (_, n) => ({ path: `f${n}`, mode: modes.file, id: blob }));
    const tree = changeTree(network.objects, first.tree, changes);
    let tip = first.id;
    for (let n = 0; n < 260; n++) tip = network.writeCommit({ ...first, tree, parents: [tip], message: `${n}` }).id;
    await world.eve.rest.repos.createFork(at);
    await world.eve.rest.git.createRef({ ...fork, ref: 'refs/heads/long', sha: tip });
    expect((await open('long')).data).toMatchObject({ commits: 260, changed_files: 3001 });
    const { pulls } = world.stranger.rest;
    const last = await pulls.listCommits({ ...at, pull_number: 1, per_page: 100, page: 3 });
    expect(last.data.map(({ commit: { message } }) => message)).toHaveLength(50);
    expect(last.data.at(-1)!.commit.message).toBe('249');
    expect((await pulls.listFiles({ ...at, pull_number: 1, per_page: 100, page: 30 })).data).toHaveLength(100);
    expect((await pulls.listFiles({ ...at, pull_number: 1, per_page: 100, page: 31 })).data).toHaveLength(0);
  });

  it('finds out whether it can be merged only when it is asked, and after the answer', async () => {
    const sha = await branch('hi', { a: '1\n' });
    await open('hi');
    expect(await get()).toMatchObject({ mergeable: null, merge_commit_sha: null });
    const known = await foundOut();
    expect(known).toMatchObject({ mergeable: true, mergeable_state: 'clean' });
    expect(
      world.git(['rev-parse', 'refs/pull/1/merge', 'refs/pull/1/merge^1', 'refs/pull/1/merge^2']).split('\n'),
    ).toEqual([known.merge_commit_sha, main(), sha]);
    const next = await commit(world.jane, at, { files: { a: '2\n' }, parents: [main()] });
    await world.jane.rest.git.updateRef({ ...at, ref: 'heads/main', sha: next });
    expect((await get()).mergeable).toBeNull();
    expect(await foundOut()).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
    expect(() => world.git(['rev-parse', '--verify', '-q', 'refs/pull/1/merge'])).toThrow();
  });
});

describe('a push to the head branch', () => {
  it('moves the head, tells who pushed, and leaves closed pull requests alone', async () => {
    const first = await branch('hi', { a: '1' });
    await open('hi');
    news();
    const second = await commit(world.eve, fork, { files: { a: '2' }, parents: [first] });
    await force('hi', second);
    expect(world.events('pull_request')).toMatchObject([
      {
        action: 'synchronize',
        sender: 'eve',
        facts: { before: first, after: second, pull_request: { head: { sha: second } } },
      },
    ]);
    expect(world.git(['rev-parse', 'refs/pull/1/head'])).toBe(second);
    await world.eve.rest.pulls.update({ ...at, pull_number: 1, state: 'closed' });
    news();
    const third = await commit(world.eve, fork, { files: { a: '3' }, parents: [second] });
    await force('hi', third);
    expect(news()).toEqual([]);
    expect((await get()).head.sha).toBe(second);
    await world.eve.rest.pulls.update({ ...at, pull_number: 1, state: 'open' });
    expect(await get()).toMatchObject({ state: 'open', head: { sha: third }, closed_at: null });
    expect(news()).toEqual(['reopened by eve']);
  });

  it('closes the pull request where it goes, or has nothing any more that the base has not', async () => {
    const sha = await branch('hi', { a: '1' });
    await open('hi');
    news();
    await force('hi', main());
    expect(await get()).toMatchObject({ state: 'closed', merged: false, head: { sha } });
    expect(news()).toEqual(['closed by eve']);
    await force('hi', sha);
    await world.eve.rest.pulls.update({ ...at, pull_number: 1, state: 'open' });
    await world.eve.rest.git.deleteRef({ ...fork, ref: 'heads/hi' });
    expect(await get()).toMatchObject({ state: 'closed', merged: false });
    expect(news()).toEqual(['reopened by eve', 'closed by eve']);
  });

  it('while it is closed forbids to reopen it, where history was changed', async () => {
    const sha = await branch('hi', { a: '1' });
    await open('hi');
    const reopen = () => world.eve.rest.pulls.update({ ...at, pull_number: 1, state: 'open' });
    const why = async () => (await refusalOf(reopen())).errors;
    await world.eve.rest.pulls.update({ ...at, pull_number: 1, state: 'closed' });
    await force('hi', await commit(world.eve, fork, { files: { a: '2' }, parents: [main()] }));
    expect(await why()).toMatchObject([
      { field: 'state', message: 'state cannot be changed. The hi branch was force-pushed or recreated.' },
    ]);
    await world.eve.rest.git.deleteRef({ ...fork, ref: 'heads/hi' });
    expect(await why()).toMatchObject([{ message: 'state cannot be changed. The hi branch has been deleted.' }]);
    await world.eve.rest.git.createRef({ ...fork, ref: 'refs/heads/hi', sha });
    expect((await reopen()).data.state).toBe('open');
  });

  it('by rebase leaves an approval where the patch is the same: at the new head', async () => {
    const sha = await branch('hi', { a: '1\n' });
    await open('hi');
    const review = await world.jane.rest.pulls.createReview({ ...at, pull_number: 1, event: 'APPROVE' });
    expect(review.data.commit_id).toBe(sha);
    const base = await commit(world.jane, at, { files: { b: '1' }, parents: [main()] });
    await world.jane.rest.git.updateRef({ ...at, ref: 'heads/main', sha: base });
    const rebased = await commit(world.eve, fork, { files: { a: '1\n' }, parents: [base] });
    await force('hi', rebased);
    const [shown] = (await world.jane.rest.pulls.listReviews({ ...at, pull_number: 1 })).data;
    expect(shown).toMatchObject({ state: 'APPROVED', commit_id: rebased });
    await force('hi', await commit(world.eve, fork, { files: { a: '2\n' }, parents: [base] }));
    const [still] = (await world.jane.rest.pulls.listReviews({ ...at, pull_number: 1 })).data;
    expect(still).toMatchObject({ state: 'APPROVED', commit_id: rebased });
  });
});

describe('a push to the base branch', () => {
  const land = async (sha: string) => {
    const merge = await commit(world.jane, at, { files: { a: '1' }, parents: [main(), sha], message: 'land' });
    await world.jane.rest.git.updateRef({ ...at, ref: 'heads/main', sha: merge });
    return merge;
  };

  it('that contains the head marks the pull request as merged, by whoever pushed', async () => {
    const sha = await branch('hi', { a: '1' });
    await open('hi');
    news();
    const merge = await land(sha);
    expect(await get()).toMatchObject({
      state: 'closed',
      merged: true,
      merged_by: { login: 'jane' },
      merge_commit_sha: merge,
    });
    expect(world.told.map(({ event, action }) => [event, action])).toEqual([
      ['push', undefined],
      ['pull_request', 'closed'],
    ]);
    expect(world.events('pull_request')[0]!.facts).toMatchObject({ pull_request: { merged: true } });
    const answer = await world.eve.rest.pulls.checkIfMerged({ ...at, pull_number: 1 });
    expect(answer.status).toBe(204);
    expect((await refusalOf(world.eve.rest.pulls.update({ ...at, pull_number: 1, state: 'open' }))).status).toBe(422);
    const of = await world.eve.rest.repos.listPullRequestsAssociatedWithCommit({ ...at, commit_sha: sha });
    expect(of.data.map(({ number }) => number)).toEqual([1]);
  });

  it('may show only later, or never', async () => {
    const { settings } = world.github.repository;
    settings.mergedAfter = 60;
    const sha = await branch('hi', { a: '1' });
    await open('hi');
    await land(sha);
    expect((await get()).state).toBe('open');
    await sleep(150);
    expect(await get()).toMatchObject({ state: 'closed', merged: true });
    settings.mergedAfter = 'never';
    const other = await branch('ho', { b: '1' });
    await open('ho');
    await land(other);
    await sleep(50);
    expect(await get(2)).toMatchObject({ state: 'open', merged: false });
  });

  it('that is taken back before it shows leaves the pull request open', async () => {
    world.github.repository.settings.mergedAfter = 60;
    const sha = await branch('hi', { a: '1' });
    await open('hi');
    const before = main();
    await land(sha);
    await world.jane.rest.git.updateRef({ ...at, ref: 'heads/main', sha: before, force: true });
    await sleep(150);
    expect(await get()).toMatchObject({ state: 'open', merged: false });
  });

  it('does not change what the pull request shows', async () => {
    await branch('hi', { a: '1' });
    await open('hi');
    const before = await get();
    const sha = await commit(world.jane, at, { files: { b: '1' }, parents: [main()] });
    await world.jane.rest.git.updateRef({ ...at, ref: 'heads/main', sha });
    const after = await get();
    expect(after.base.sha).toBe(before.base.sha);
    expect(after.base.sha).not.toBe(main());
    expect(after.changed_files).toBe(1);
  });
});

describe('a head branch', () => {
  it('is brought up to date with the base', async () => {
    const sha = await branch('hi', { a: '1' });
    await open('hi');
    const update = (octokit = world.eve) => octokit.rest.pulls.updateBranch({ ...at, pull_number: 1 });
    expect((await refusalOf(update())).status).toBe(422);
    const base = await commit(world.jane, at, { files: { b: '1' }, parents: [main()] });
    await world.jane.rest.git.updateRef({ ...at, ref: 'heads/main', sha: base });
    expect((await refusalOf(update(world.client(world.github.tokens.outsider)))).status).toBe(403);
    expect((await update(world.jane)).status).toBe(202);
    const { head } = await get();
    expect(world.git(['rev-parse', `${head.sha}^1`, `${head.sha}^2`]).split('\n')).toEqual([sha, base]);
    expect(world.events('pull_request').at(-1)).toMatchObject({ action: 'synchronize', sender: 'jane' });
  });

  it('may go with its whole fork; the pull request stays', async () => {
    const sha = await branch('hi', { a: '1' });
    await open('hi');
    await world.eve.rest.repos.delete(fork);
    expect(await get()).toMatchObject({ state: 'open', head: { label: 'eve:hi', repo: null, sha } });
    expect((await world.stranger.rest.pulls.listFiles({ ...at, pull_number: 1 })).data).toHaveLength(1);
    await world.jane.rest.pulls.update({ ...at, pull_number: 1, state: 'closed' });
    const again = world.jane.rest.pulls.update({ ...at, pull_number: 1, state: 'open' });
    expect((await refusalOf(again)).errors).toMatchObject([
      { message: 'state cannot be changed. The repository that submitted this pull request has been deleted.' },
    ]);
  });
});

describe('merging', () => {
  const merge = (more: object = {}) => world.jane.rest.pulls.merge({ ...at, pull_number: 1, ...more });

  const isVerified = async () => {
    const { data } = await world.jane.rest.git.getCommit({ ...at, commit_sha: main() });
    return data.verification.verified;
  };

  it('makes a merge commit by whoever merges', async () => {
    const sha = await branch('hi', { a: '1' });
    await open('hi');
    const before = main();
    expect(await refusalOf(merge({ sha: before }))).toMatchObject({
      status: 409,
      message: 'Head branch was modified. Review and try the merge again.',
    });
    expect((await refusalOf(world.eve.rest.pulls.merge({ ...at, pull_number: 1 }))).status).toBe(404);
    const { data } = await merge({ sha });
    expect(data).toMatchObject({ merged: true, sha: main() });
    expect(world.git(['log', '-1', '--format=%P|%an|%cn|%s|%b', 'main'])).toBe(
      `${before} ${sha}|jane|GitHub|Merge pull request #1 from eve/hi|Hello\n`.trimEnd(),
    );
    expect(await get()).toMatchObject({ merged: true, merged_by: { login: 'jane' }, merge_commit_sha: data.sha });
    expect(await isVerified()).toBe(true);
    expect((await refusalOf(merge())).status).toBe(405);
  });

  it.each(['squash', 'rebase'] as const)('by %s leaves no merge commit', async (method) => {
    const first = await branch('hi', { a: '1' });
    const second = await commit(world.eve, fork, { files: { b: '2' }, parents: [first], message: 'second' });
    await force('hi', second);
    await open('hi');
    const next = await commit(world.jane, at, { files: { c: '3' }, parents: [main()] });
    await world.jane.rest.git.updateRef({ ...at, ref: 'heads/main', sha: next });
    await merge({ merge_method: method });
    const subjects = world.git(['log', '--format=%s', `${next}..main`]).split('\n');
    expect(subjects).toEqual(method === 'squash' ? ['Hello (#1)'] : ['second', 'change']);
    expect(world.git(['ls-tree', '--name-only', 'main']).split('\n')).toEqual(['README.md', 'a', 'b', 'c']);
    expect((await get()).merged).toBe(true);
    expect(await isVerified()).toBe(method === 'squash');
  });

  it('is refused in conflict, as a draft, and by rules', async () => {
    await branch('hi', { a: '1' });
    await open('hi', { draft: true });
    expect((await refusalOf(merge())).status).toBe(405);
    world.github.repository.pulls.get(1)!.draft = false;
    world.github.repository.rulesets.push({ id: 1, name: 'x', include: ['~ALL'], rules: ['update'], bypass: {} });
    expect((await refusalOf(merge())).message).toContain('Cannot update this protected ref.');
    world.github.repository.rulesets.length = 0;
    const next = await commit(world.jane, at, { files: { a: '3' }, parents: [main()] });
    await world.jane.rest.git.updateRef({ ...at, ref: 'heads/main', sha: next });
    expect(await refusalOf(merge())).toMatchObject({ status: 405, message: 'Pull Request is not mergeable' });
  });
});

describe('the list', () => {
  it('is filtered and sorted as asked', async () => {
    for (const name of ['one', 'two', 'three']) {
      await branch(name, { [name]: '1' });
      await open(name);
    }
    await world.eve.rest.pulls.update({ ...at, pull_number: 2, state: 'closed', title: 'new title' });
    const list = async (query: object) =>
      (await world.stranger.rest.pulls.list({ ...at, ...query })).data.map(({ number }) => number);
    expect(await list({})).toEqual([3, 1]);
    expect(await list({ state: 'all', direction: 'asc' })).toEqual([1, 2, 3]);
    expect(await list({ head: 'eve:one' })).toEqual([1]);
    expect(await list({ head: 'jane:one' })).toEqual([]);
    expect(await list({ base: 'other' })).toEqual([]);
    const page = await world.stranger.rest.pulls.list({ ...at, state: 'all', per_page: 2 });
    expect(page.headers.link).toContain('page=2>; rel="next"');
    expect(page.data[0]).not.toHaveProperty('merged');
  });

  it('shows a label that was made when it was put on, without a description', async () => {
    await branch('hi', { a: '1' });
    await open('hi');
    await world.jane.rest.issues.addLabels({ ...at, issue_number: 1, labels: ['new'] });
    const { data } = await world.stranger.rest.pulls.list(at);
    expect(data[0]?.labels).toMatchObject([{ name: 'new', description: null }]);
  });

  it('of a pull request with another base: it is edited', async () => {
    await branch('hi', { a: '1' });
    await open('hi');
    await world.jane.rest.git.createRef({ ...at, ref: 'refs/heads/stable', sha: main() });
    news();
    await world.eve.rest.pulls.update({ ...at, pull_number: 1, base: 'stable' });
    expect(world.events('pull_request')).toMatchObject([
      { action: 'edited', facts: { changes: { base: { ref: { from: 'main' }, sha: { from: main() } } } } },
    ]);
    expect((await refusalOf(world.eve.rest.pulls.update({ ...at, pull_number: 1, base: 'no' }))).status).toBe(422);
    const other = world.client(world.github.tokens.outsider).rest.pulls.update({ ...at, pull_number: 1, title: 'x' });
    expect((await refusalOf(other)).status).toBe(403);
  });
});
