// SPDX-License-Identifier: MIT
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GitWorld } from './git-world.js';

let world: GitWorld;
let folder: string;

beforeEach(async () => {
  world = await GitWorld.open();
  folder = mkdtempSync(join(tmpdir(), 'git-http-'));
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

const at = { owner: 'jane', repo: 'hello' };
const { maintainer, outsider } = {
  maintainer: () => world.github.tokens.maintainer,
  outsider: () => world.github.tokens.outsider,
};
const main = () => world.github.repository.branches.get('main')!;
const run = promisify(execFile);

/** Git as a person runs it. @returns what it printed */
async function git(...words: string[]): Promise<string> {
  const options = ['-c', 'user.name=Jane', '-c', 'user.email=jane@users.noreply.github.com'];
  const environment = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_GLOBAL: '/dev/null' };
  const { stdout, stderr } = await run('git', [...options, ...words], { cwd: folder, env: environment });
  return stdout + stderr;
}

/** What git complained of. */
async function complaint(...words: string[]): Promise<string> {
  return git(...words).then(
    () => '',
    (error: unknown) => (error as { stderr: string }).stderr,
  );
}

const address = (token?: string, name = 'jane/hello.git') =>
  `${world.github.web.replace('//', token === undefined ? '//' : `//x:${token}@`)}/${name}`;

async function clone(token?: string, name?: string): Promise<void> {
  await git('clone', '-q', address(token, name), '.');
}

async function commit(file: string, text = 'x\n'): Promise<string> {
  writeFileSync(join(folder, file), text);
  await git('add', '-A');
  await git('commit', '-q', '-m', `add ${file}`);
  return (await git('rev-parse', 'HEAD')).trim();
}

describe('git over HTTP', () => {
  it('clones, pushes and fetches, and what is there stays sound', async () => {
    await clone(maintainer());
    const before = main();
    const sha = await commit('a.txt');
    await git('push', '-q', 'origin', 'HEAD:main', 'HEAD:refs/tags/v1');
    expect(main()).toBe(sha);
    expect(world.told.map(({ event, sender, facts }) => [event, sender, facts.ref])).toEqual([
      ['push', 'jane', 'refs/heads/main'],
      ['create', 'jane', 'v1'],
      ['push', 'jane', 'refs/tags/v1'],
    ]);
    expect(world.events('push')[0]!.facts).toMatchObject({
      before,
      after: sha,
      pusher: { name: 'jane' },
      commits: [{ id: sha, added: ['a.txt'], author: { username: 'jane' } }],
    });
    await world.jane.rest.repos.createOrUpdateFileContents({ ...at, path: 'b.txt', message: 'b', content: 'Yg==' });
    await git('pull', '-q', '--ff-only', 'origin', 'main');
    expect((await git('rev-parse', 'HEAD')).trim()).toBe(main());
    expect(await git('fsck', '--strict')).not.toMatch(/error|missing/);
    expect(world.git(['fsck', '--strict'])).not.toMatch(/error|missing/);
    await git('clone', '-q', '--depth', '1', address(undefined, 'jane/hello'), 'shallow');
    await git('-c', 'protocol.version=0', 'clone', '-q', address(), 'old');
    expect((await git('-C', 'old', 'log', '--format=%s')).trim().split('\n')).toHaveLength(3);
  });

  it('moves pull requests, and serves their refs to everyone', async () => {
    await world.eve.rest.repos.createFork(at);
    const eve = world.github.state.addToken(world.github.state.user('eve')!);
    await clone(eve, 'eve/hello.git');
    await git('checkout', '-q', '-b', 'topic');
    const first = await commit('a.txt');
    await git('push', '-q', 'origin', 'topic');
    const pull = await world.eve.rest.pulls.create({ ...at, head: 'eve:topic', base: 'main', title: 'Hello' });
    expect(pull.data.head.sha).toBe(first);
    await git('commit', '-q', '--amend', '-m', 'again');
    await git('push', '-q', '--force', 'origin', 'topic');
    const second = (await git('rev-parse', 'HEAD')).trim();
    expect(world.events('pull_request').map(({ action, sender }) => [action, sender])).toEqual([
      ['opened', 'eve'],
      ['synchronize', 'eve'],
    ]);
    expect(await git('ls-remote', address(), 'refs/pull/1/head')).toBe(`${second}\trefs/pull/1/head\n`);
    await git('fetch', '-q', address(), 'refs/pull/1/head');
    await git('fetch', '-q', address(), first);
    expect(await complaint('push', address(maintainer()), 'HEAD:refs/pull/1/head')).toContain(
      'deny updating a hidden ref',
    );
  });

  it('lets a maintainer push to the branch of a pull request, unless its author minds', async () => {
    await world.eve.rest.repos.createFork(at);
    await world.eve.rest.repos.createOrUpdateFileContents({
      owner: 'eve',
      repo: 'hello',
      path: 'a',
      message: 'a',
      content: 'MQ==',
    });
    const create = world.eve.rest.pulls.create({ ...at, head: 'eve:main', base: 'main', title: 'Hello' });
    const { number } = (await create).data;
    await clone(maintainer(), 'eve/hello.git');
    const sha = await commit('b');
    await git('push', '-q', 'origin', 'main');
    expect(world.events('pull_request').at(-1)).toMatchObject({
      action: 'synchronize',
      sender: 'jane',
      facts: { after: sha },
    });
    expect(await complaint('push', 'origin', 'HEAD:other')).toContain('permission denied');
    await world.eve.rest.pulls.update({ ...at, pull_number: number, maintainer_can_modify: false });
    await commit('c');
    expect(await complaint('push', 'origin', 'main')).toContain('403');
  });

  it('asks who pushes, and refuses whoever may not', async () => {
    await clone();
    await commit('a');
    expect(await complaint('push', 'origin', 'main')).toContain('could not read Username');
    expect(await complaint('push', address('ghp_wrong'), 'main')).toMatch(/Authentication failed|401/);
    expect(await complaint('push', address(outsider()), 'main')).toContain('403');
    expect(await complaint('clone', address(outsider(), 'jane/nothing.git'), 'x')).toMatch(/not found/i);
    world.github.state.addRepository('jane/secret', { private: true });
    expect(await complaint('clone', address(undefined, 'jane/secret.git'), 'x')).toContain('could not read Username');
    expect(await complaint('clone', address(outsider(), 'jane/secret.git'), 'x')).toMatch(/not found/i);
    await git('clone', '-q', address(maintainer(), 'jane/secret.git'), 'x');
  });

  it('obeys the rules, says which, and leaves the rest of a push alone', async () => {
    await clone(maintainer());
    const before = main();
    const sha = await commit('a');
    world.github.repository.rulesets.push({
      id: 1,
      name: 'x',
      include: ['~DEFAULT_BRANCH'],
      rules: ['non_fast_forward', 'update'],
      bypass: {},
    });
    const said = await complaint('push', 'origin', 'HEAD:main', 'HEAD:side');
    expect(said).toContain('remote: error: GH013: Repository rule violations found for refs/heads/main.');
    expect(said).toContain('remote: - Cannot update this protected ref.');
    expect(said).toContain('! [remote rejected] HEAD -> main (push declined due to repository rule violations)');
    expect(main()).toBe(before);
    expect(world.github.repository.branches.get('side')).toBe(sha);
    expect(await complaint('push', '--atomic', 'origin', 'HEAD:main', 'HEAD:other')).toContain('atomic push failed');
    expect(world.github.repository.branches.names()).toEqual(['main', 'side']);
    expect(await complaint('push', 'origin', ':main')).toContain('refusing to delete the current branch');
    await git('push', '-q', 'origin', ':side');
    expect(world.github.repository.branches.names()).toEqual(['main']);
  });

  it('takes no tree with a name that git itself would not check out', async () => {
    await clone(maintainer());
    const blob = (await git('hash-object', '-w', '.git/HEAD')).trim();
    const bytes = Buffer.concat([Buffer.from('100644 ..\0'), Buffer.from(blob, 'hex')]);
    writeFileSync(join(folder, 'tree'), bytes);
    const tree = (await git('hash-object', '-w', '-t', 'tree', '--literally', 'tree')).trim();
    const sha = (await git('commit-tree', '-m', 'x', '-p', 'HEAD', tree)).trim();
    expect(await complaint('push', 'origin', `${sha}:refs/heads/evil`)).toContain('unpack');
    expect(world.github.repository.branches.has('evil')).toBe(false);
  });
});
