// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BaseBranch, type Committed } from '../../../bot/github/base-branch.js';
import type { PreparedCommit } from '../../../bot/issue/prepared-commit.js';
import { objectsOf } from '../../../bot/github/github.js';
import { GithubStore } from '../../../bot/github/github-store.js';
import type { Effect } from '../../../sandbox/github/faults.js';
import { SteppingClock } from '../../support/stepping-clock.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
let base: string;

beforeEach(async () => {
  stage = await Stage.open({ clock: new SteppingClock() });
  base = await stage.seed({ 'news/news.csr': 'news', 'old/old.csr': 'old', 'authority/ledger.jsonl': 'one\n' });
});

afterEach(() => stage.close());

const prepared = (changes: Partial<PreparedCommit> = {}): PreparedCommit => ({
  before: base,
  parents: [base],
  changes: new Map([
    ['mail/mail.csr', Buffer.from('request')],
    ['mail/mail.crt', Buffer.from('certificate')],
    ['authority/ledger.jsonl', Buffer.from('one\ntwo\n')],
    ['news/news.csr', Buffer.from('news')],
    ['old/old.csr', undefined],
    ['never/there.csr', undefined],
  ]),
  message: 'Certify mail (#1)\n',
  ...changes,
});

const branch = (as = stage.github()) => new BaseBranch(as, 'main');
const text = async (path: string) => {
  const bytes = await new GithubStore(objectsOf(stage.github()), stage.main).read(path);
  return bytes && Buffer.from(bytes).toString();
};
const commitsOn = () => {
  const { git } = stage.server.repository;
  const found: string[] = [];
  for (let id: string | undefined = stage.main; id !== undefined; id = git.network.findCommit(id)?.parents[0]) {
    found.push(id);
  }
  return found;
};

describe('a commit on the base branch', () => {
  it('has all changes, or none', async () => {
    const committed = await branch().commit(prepared());
    expect(committed).toEqual({ kind: 'done', commit: stage.main });
    expect(await text('mail/mail.csr')).toBe('request');
    expect(await text('mail/mail.crt')).toBe('certificate');
    expect(await text('authority/ledger.jsonl')).toBe('one\ntwo\n');
    expect(await text('news/news.csr')).toBe('news');
    expect(await text('old/old.csr')).toBeUndefined();
    expect(stage.server.repository.git.network.findCommit(stage.main)?.parents).toEqual([base]);
  });

  it('writes what is new, and nothing else', async () => {
    const before = stage.server.requests.length;
    await branch().commit(prepared());
    const written = stage.server.requests.slice(before).filter(({ method }) => method === 'POST');
    // three blobs, tree, commit, ref
    expect(written).toHaveLength(6);
  });

  it('can be a merge of a pull request from a fork, which shows as merged then', async () => {
    const { number, head } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'request' });
    await branch().commit(prepared({ parents: [base, head] }));
    expect(stage.server.repository.pulls.get(number)?.merged).toBe(true);
  });

  it('is lost where the branch went on', async () => {
    await stage.seed({ other: 'x' });
    const tip = stage.main;
    expect(await branch().commit(prepared())).toEqual({ kind: 'lost' });
    expect(stage.main).toBe(tip);
  });

  it('is lost where the branch was forced back', async () => {
    const before = await stage.seed({ other: 'x' });
    await stage.maintainer.visitor.must('PATCH', 'git/refs/heads/main', { sha: base, force: true });
    // a plain fast-forward would go through: what was prepared stands on what was taken back
    expect(await branch().commit(prepared({ before, parents: [before] }))).toEqual({ kind: 'lost' });
    expect(stage.main).toBe(base);
  });

  it('is won by one of many', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, (_, index) =>
        branch().commit(prepared({ changes: new Map([['mail/mail.crt', Buffer.from(`${index}`)]]) })),
      ),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'lost', 'lost', 'lost']);
    expect(commitsOn()[1]).toBe(base);
  });
});

describe('whatever fails', () => {
  const effects: [string, Effect][] = [
    ['500', { kind: 'answer', status: 500 }],
    ['502 after the work', { kind: 'answer-after', status: 502 }],
    ['a limit', { kind: 'answer', status: 403, headers: { 'retry-after': '1' } }],
    ['a connection that breaks before', { kind: 'drop-before' }],
    ['a connection that breaks after', { kind: 'drop-after' }],
    ['half an answer', { kind: 'truncate' }],
  ];

  it.each(effects)('%s at each call in turn: it is there once', async (_, effect) => {
    const calls = async (after: number): Promise<number> => {
      await stage.close();
      stage = await Stage.open({ clock: new SteppingClock() });
      base = await stage.seed({ 'news/news.csr': 'news', 'old/old.csr': 'old', 'authority/ledger.jsonl': 'one\n' });
      const start = stage.server.requests.length;
      stage.server.faults.add({ effect, after });
      expect(await branch().commit(prepared())).toEqual({ kind: 'done', commit: stage.main });
      expect(commitsOn()[1]).toBe(base);
      return stage.server.faults.spent ? after + 1 : stage.server.requests.length - start;
    };
    let struck = 0;
    for (let after = 0; struck === after; after++) struck = await calls(after);
    expect(struck).toBeGreaterThan(8);
  });

  it('is told from a lost race, though others went on from the commit', async () => {
    const github = stage.github();
    const { graphql } = github.octokit;
    const octokit = {
      ...github.octokit,
      graphql: async (...words: Parameters<typeof graphql>): Promise<never> => {
        await graphql(...words);
        await stage.seed({ 'another/another.csr': 'x' });
        throw new Error('the connection broke');
      },
    } as unknown as typeof github.octokit;
    const committed: Committed = await branch({ ...github, octokit }).commit(prepared());
    expect(committed).toEqual({ kind: 'done', commit: commitsOn()[1] });
  });

  it('and stays so is an error that says where to look', async () => {
    stage.server.repository.rulesets.push({
      ...{ id: 1, name: 'certificates', include: ['~DEFAULT_BRANCH'], rules: ['update'], bypass: {} },
    });
    await expect(branch().commit(prepared())).rejects.toMatchObject({
      code: 'branch-refused',
      hint: expect.stringContaining('bypass') as unknown,
    });
    expect(stage.main).toBe(base);
  });
});
