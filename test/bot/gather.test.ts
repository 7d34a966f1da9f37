// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Pushers } from '../../bot/check-memory.js';
import { EarlierReading, gather } from '../../bot/gather.js';
import { type Verdict, writeVerdict } from '../../bot/github/own-check-run.js';
import type { Situation } from '../../bot/situation.js';
import type { Effect } from '../../sandbox/github/faults.js';
import { infoXml } from '../support/world.js';
import { Stage } from './support/stage.js';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.close());

async function situationOf(number: number, pushed?: { head: string; by: number }): Promise<Situation> {
  const situation = await gather(stage.github(), number, pushed);
  if (situation === undefined) throw new Error('there is no pull request');
  return situation;
}

const text = (situation: Situation, blob: string | undefined) =>
  Buffer.from(situation.blobs.get(blob ?? '') ?? []).toString();

describe('a pull request from a fork', () => {
  it('is all there: head, changes, commits, content', async () => {
    const base = await stage.seed({ 'news/news.csr': 'news' });
    const { number, head } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'request' }, { body: 'Hello' });
    const situation = await situationOf(number);
    expect(situation.pullRequest).toMatchObject({
      number,
      title: 'A request',
      body: 'Hello',
      author: stage.alice.account,
      open: true,
      merged: false,
      draft: false,
      labels: [],
      head: { sha: head, ref: 'patch-1', repository: 'alice/certificates' },
      baseRef: 'main',
    });
    expect(situation.base).toMatchObject({ ref: 'main', commit: base });
    expect(situation.changes).toEqual([
      { path: 'mail/mail.csr', status: 'added', mode: '100644', blob: expect.any(String) as unknown },
    ]);
    expect(text(situation, situation.changes[0]?.blob)).toBe('request');
    expect(situation.commits).toEqual([
      {
        sha: head,
        message: 'change',
        author: stage.alice.account,
        committer: stage.alice.account,
        authorName: 'alice',
        authorEmail: 'alice@users.noreply.github.com',
        parents: [base],
        changes: situation.changes,
      },
    ]);
    expect(situation).toMatchObject({ truncated: false, headPushers: [], isFirstTime: true, rivals: [] });
    expect(situation.linked).toEqual({ kind: 'none' });
  });

  it('costs few calls, and at a second look fewer', async () => {
    await stage.seed({ 'news/news.csr': 'news' });
    const { number } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'request' });
    const github = stage.github();
    const count = async () => {
      const before = stage.server.requests.length;
      await gather(github, number);
      return stage.server.requests.length - before;
    };
    expect(await count()).toBeLessThanOrEqual(20);
    expect(await count()).toBeLessThanOrEqual(6);
  });

  it('is none where the number is an issue, or nothing', async () => {
    const issue = await stage.alice.visitor.openIssue('x', 'y');
    expect(await gather(stage.github(), issue)).toBeUndefined();
    expect(await gather(stage.github(), 999)).toBeUndefined();
  });

  it('tells what an earlier commit brought and a later one took away', async () => {
    const { number, fork } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a', 'mail/mail.key': 'secret' });
    await stage.commit(stage.alice, { repository: fork, branch: 'patch-1', files: { 'mail/mail.key': undefined } });
    const situation = await situationOf(number);
    expect(situation.changes.map(({ path }) => path)).toEqual(['mail/mail.csr']);
    expect(situation.commits.map(({ changes }) => changes.map(({ path, status }) => `${status} ${path}`))).toEqual([
      ['added mail/mail.csr', 'added mail/mail.key'],
      ['deleted mail/mail.key'],
    ]);
    expect([...situation.blobs.values()].map((bytes) => Buffer.from(bytes).toString())).toContain('secret');
  });

  it('compares with the merge base, though the base branch went on', async () => {
    await stage.seed({ 'news/news.csr': 'news' });
    const { number } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    const base = await stage.seed({ 'deck/deck.csr': 'deck' });
    const situation = await situationOf(number);
    expect(situation.base.commit).toBe(base);
    expect(situation.changes.map(({ path }) => path)).toEqual(['mail/mail.csr']);
  });

  it('sees through a merge of the base branch: only its own doing counts', async () => {
    const { number, head, fork } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    const base = await stage.seed({ 'deck/deck.csr': 'deck' });
    await stage.commit(stage.alice, {
      repository: fork,
      branch: 'patch-1',
      parents: [head, base],
      files: { 'deck/deck.csr': 'deck', 'evil/evil.key': 'key' },
      message: 'Merge branch main',
    });
    const situation = await situationOf(number);
    expect(situation.changes.map(({ path }) => path)).toEqual(['evil/evil.key', 'mail/mail.csr']);
    expect(situation.commits.at(-1)?.changes.map(({ path }) => path)).toEqual(['evil/evil.key']);
    expect(situation.truncated).toBe(false);
  });

  it('tells modes, links and submodules apart', async () => {
    const { number } = await stage.pullRequest(stage.alice, {
      'a/a.csr': { mode: '100755', content: 'x' },
      'b/b.csr': { mode: '120000', content: '../a/a.csr' },
      c: { mode: '160000', sha: 'c'.repeat(40) },
    });
    const situation = await situationOf(number);
    expect(situation.changes.map(({ path, mode }) => [path, mode])).toEqual([
      ['a/a.csr', '100755'],
      ['b/b.csr', '120000'],
      ['c', '160000'],
    ]);
  });

  it('is told to be truncated beyond a hundred commits, or three hundred changes', async () => {
    const many = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`file${index}`, `${index}`]));
    const { number } = await stage.pullRequest(stage.alice, many);
    expect(await situationOf(number)).toMatchObject({ truncated: true });

    const { number: long, fork } = await stage.pullRequest(stage.mallory, { x: '0' });
    for (let index = 1; index <= 100; index++) {
      await stage.commit(stage.mallory, { repository: fork, branch: 'patch-1', files: { x: `${index}` } });
    }
    const situation = await situationOf(long);
    expect(situation.truncated).toBe(true);
    expect(situation.changes.map(({ path }) => path)).toEqual(['x']);
  });

  it('leaves what is too large unread', async () => {
    const { number } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a', big: 'x'.repeat(1_048_577) });
    const situation = await situationOf(number);
    expect(situation.unread.size).toBe(1);
    expect(situation.blobs.size).toBe(1);
  });

  it('still has everything when its fork is gone', async () => {
    await stage.close();
    // GitHub answers null there, and describes an object
    stage = await Stage.open({ unchecked: true });
    const { number } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    stage.server.repository.pulls.get(number)!.head.repository = undefined;
    const situation = await situationOf(number);
    expect(situation.pullRequest.head.repository).toBeUndefined();
    expect(situation.blobs.size).toBe(1);
  });

  it('is read again where it was pushed to meanwhile', async () => {
    const { number, fork } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    const github = stage.github();
    const { request } = github.octokit;
    let isListed = (): void => undefined;
    const listed = new Promise<void>((resolve) => {
      isListed = resolve;
    });
    let pushed: string | undefined;
    const octokit = {
      ...github.octokit,
      paginate: github.octokit.paginate,
      request: async (...words: Parameters<typeof request>): Promise<unknown> => {
        const [route] = words as [string];
        if (route.endsWith('/pulls/{pull_number}') && pushed === undefined) {
          await listed;
          const files = { 'mail/mail.csr': 'b' };
          pushed = await stage.commit(stage.alice, { repository: fork, branch: 'patch-1', files });
        }
        const answer = await request(...words);
        if (route.endsWith('/commits')) isListed();
        return answer;
      },
    } as unknown as typeof github.octokit;
    const situation = await gather({ ...github, octokit }, number);
    expect(situation?.pullRequest.head.sha).toBe(pushed);
    expect(situation?.commits.at(-1)?.sha).toBe(pushed);
  });

  it('is not judged where GitHub does not say how many comments there are', async () => {
    const { number } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    const github = stage.github();
    github.octokit.hook.after('request', ({ headers }, { url }) => {
      if (url.endsWith('/comments')) headers.link = '<https://api.github.com/x?after=y>; rel="next"';
    });
    await expect(gather(github, number)).rejects.toMatchObject({ code: 'too-much-to-read' });
  });

  it('is not taken for whole where a hundred commits are those of another head', async () => {
    const { number } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    const github = stage.github();
    github.octokit.hook.after('request', (answer, { url }) => {
      if (!url.endsWith('/pulls/{pull_number}/commits')) return;
      const [one] = answer.data as object[];
      answer.data = Array.from({ length: 100 }, (_, at) => ({ ...one, sha: String(at).padStart(40, '0') }));
    });
    await expect(gather(github, number)).rejects.toMatchObject({ code: 'still-moving' });
  });
});

describe('what people say', () => {
  it('is told with who said it, what was edited, and who may approve', async () => {
    const { number, head } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    await stage.maintainer.visitor.approve(number);
    const first = await stage.mallory.visitor.comment(number, '/sign 0123');
    const second = await stage.alice.visitor.comment(number, 'thanks');
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await stage.alice.visitor.editComment(second, '/recheck');
    const situation = await situationOf(number);
    expect(situation.reviews).toMatchObject([
      { author: stage.maintainer.account, state: 'APPROVED', commit: head, submittedAt: expect.any(Date) as unknown },
    ]);
    expect(situation.comments).toMatchObject([
      { id: first, author: stage.mallory.account, body: '/sign 0123', edited: false },
      { id: second, author: stage.alice.account, body: '/recheck', edited: true },
    ]);
    expect([...situation.approvers]).toEqual(
      expect.arrayContaining([
        [stage.maintainer.account.id, true],
        [stage.mallory.account.id, false],
        [stage.alice.account.id, false],
      ]),
    );
  });

  it('is without the bot’s own words, which are told by themselves', async () => {
    const { number } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    const { octokit, repository } = stage.github();
    await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...repository,
      issue_number: number,
      body: '<!-- nextcloud-ca: verdict -->',
    });
    await stage.mallory.visitor.comment(number, '<!-- nextcloud-ca: verdict -->');
    const situation = await situationOf(number);
    expect(situation.comments.map(({ author }) => author?.login)).toEqual(['mallory']);
    expect(situation.ownComments).toHaveLength(1);
  });
});

describe('who pushed', () => {
  const verdict = (head: string, pullRequest: number, pushers: Pushers): Verdict => ({
    ...{ head, pullRequest, pushers, conclusion: 'success', title: 't', summary: 's', annotations: [], rules: '1' },
  });

  it('is known from the event, and from then on from our check run', async () => {
    const { number, head } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    const told = await situationOf(number, { head, by: 7 });
    expect(told.headPushers).toEqual([7]);
    await writeVerdict(stage.github(), told.ownCheckRuns, verdict(head, number, told.headPushers));
    const later = await situationOf(number);
    expect(later.headPushers).toEqual([7]);
    expect(later.ownCheckRuns).toMatchObject([{ conclusion: 'success', startedAt: expect.any(Date) as unknown }]);
  });

  it('are both where two are told of, and stay so', async () => {
    const { number, head } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    await writeVerdict(stage.github(), [], verdict(head, number, [7]));
    const other = await situationOf(number, { head, by: 8 });
    expect(other.headPushers).toEqual([7, 8]);
    await writeVerdict(stage.github(), other.ownCheckRuns, verdict(head, number, other.headPushers));
    expect((await situationOf(number, { head, by: 8 })).headPushers).toEqual([7, 8]);
  });

  it('is not who pushed another head', async () => {
    const { number } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    expect((await situationOf(number, { head: 'f'.repeat(40), by: 7 })).headPushers).toEqual([]);
  });

  it('of a commit below the head is remembered as well', async () => {
    const { number, head, fork } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    await writeVerdict(stage.github(), [], verdict(head, number, [7]));
    await stage.commit(stage.alice, { repository: fork, branch: 'patch-1', files: { 'mail/mail.csr': 'b' } });
    expect(await situationOf(number)).toMatchObject({ headPushers: [], earlierPushers: [7] });
  });

  it('is not taken from the run of another pull request with the same head', async () => {
    const { number, head, fork } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    await writeVerdict(stage.github(), [], verdict(head, number, [7]));
    await stage.alice.visitor.must('POST', `/repos/${fork}/git/refs`, { ref: 'refs/heads/again', sha: head });
    const other = await stage.alice.visitor.must<{ number: number }>('POST', 'pulls', {
      title: 'again',
      head: 'alice:again',
      base: 'main',
    });
    expect(await situationOf(other.number)).toMatchObject({ ownCheckRuns: [], headPushers: [] });
  });
});

describe('others', () => {
  it('who ask for the same app are told of', async () => {
    const files = { 'mail/mail.csr': 'a' };
    const { number } = await stage.pullRequest(stage.alice, files, { title: 'Add mail' });
    const rival = await stage.pullRequest(stage.mallory, { 'mail/mail.csr': 'b' }, { title: 'mail certificate' });
    await stage.pullRequest(stage.person('carol'), { 'news/news.csr': 'b' }, { title: 'not mail' });
    const situation = await situationOf(number);
    expect(situation.rivals).toEqual([
      { number: rival.number, author: stage.mallory.account, createdAt: expect.any(Date) as unknown },
    ]);
  });

  it('keep nobody waiting where GitHub cannot show what they change', async () => {
    const { number } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    const rival = await stage.pullRequest(stage.mallory, { 'mail/mail.csr': 'b' }, { title: 'mail certificate' });
    const path = new RegExp(`/pulls/${rival.number}/files`);
    stage.server.faults.add({ path, effect: { kind: 'answer', status: 500 }, times: 20 });
    expect((await situationOf(number)).rivals).toEqual([]);
    expect(stage.server.faults.struck).toBeGreaterThan(0);
  });

  it('who were here before are no first-timers', async () => {
    const first = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    const second = await stage.pullRequest(stage.alice, { 'news/news.csr': 'a' }, { branch: 'other' });
    expect((await situationOf(first.number)).isFirstTime).toBe(true);
    expect((await situationOf(second.number)).isFirstTime).toBe(false);
  });
});

describe('the base branch', () => {
  it('brings policy and settings of its own tip', async () => {
    await stage.seed({
      'authority/policy.yml': 'key:\n  minimum-bits: 3072\n',
      'authority/bot.yml': 'approvers:\n  permission: admin\n',
    });
    const { number } = await stage.pullRequest(stage.alice, {
      'mail/mail.csr': 'a',
      'authority/bot.yml': 'approvers:\n  permission: write\n',
    });
    const situation = await situationOf(number);
    expect(situation.base.repository.policy.minimumKeyBits).toBe(3072);
    expect(situation.settings.approverPermission).toBe('admin');
  });

  it('with settings that nobody understands stops everything', async () => {
    await stage.seed({ 'authority/bot.yml': 'approvers:\n  teams: all\n' });
    const { number } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    await expect(situationOf(number)).rejects.toMatchObject({ code: 'bad-settings', line: 2 });
  });
});

describe('the app’s repository', () => {
  it('is found through the text, and told with how the requester stands to it', async () => {
    await stage.repository(stage.alice, 'alice/mail', {
      'appinfo/info.xml': infoXml({ id: 'mail' }),
      'certs/mail.key': '-----BEGIN PRIVATE KEY-----\n',
      'certs/mail.pem': '-----BEGIN CERTIFICATE-----\n',
      'tests/some.key': '-----BEGIN PRIVATE KEY-----\n',
    });
    const body = `<!-- link https://example.com/x/y.git -->\nSee ${stage.server.web}/alice/mail.`;
    const { number } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' }, { body });
    expect((await situationOf(number)).linked).toEqual({
      kind: 'found',
      url: `${stage.server.web}/alice/mail`,
      name: 'alice/mail',
      infoXml: { kind: 'read', path: 'appinfo/info.xml', id: 'mail', refusals: [] },
      keyFiles: 1,
      privateKeys: [],
      relation: 'owner',
    });
  });

  it('is read once in a look, unless the requester says something else meanwhile', async () => {
    for (const app of ['mail', 'news']) {
      await stage.repository(stage.alice, `alice/${app}`, { 'appinfo/info.xml': infoXml({ id: app }) });
    }
    const body = `${stage.server.web}/alice/mail`;
    const { number } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' }, { body });
    const [github, earlier] = [stage.github(), new EarlierReading()];
    const linkedNow = async () => (await gather(github, number, undefined, earlier))?.linked;
    expect(await linkedNow()).toMatchObject({ name: 'alice/mail' });
    const before = stage.server.requests.length;
    expect(await linkedNow()).toMatchObject({ name: 'alice/mail' });
    expect(stage.server.requests.slice(before).filter(({ path }) => path.includes('/alice/mail'))).toEqual([]);
    await stage.alice.visitor.must('PATCH', `pulls/${number}`, { body: `${stage.server.web}/alice/news` });
    expect(await linkedNow()).toMatchObject({ name: 'alice/news' });
  });
});

describe('whatever fails while it is read', () => {
  it.each<[string, Effect]>([
    ['502', { kind: 'answer', status: 502 }],
    ['a limit', { kind: 'answer', status: 429, headers: { 'retry-after': '1' } }],
    ['a connection that breaks', { kind: 'drop-after' }],
    ['half an answer', { kind: 'truncate' }],
  ])('%s at each call in turn: it is the same', async (_, effect) => {
    await stage.repository(stage.alice, 'alice/mail', { 'README.md': 'x', 'mail.key': 'y' });
    const body = `${stage.server.web}/alice/mail`;
    const { number } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' }, { body });
    await stage.maintainer.visitor.approve(number);
    const plain = ({ base, ...situation }: Situation) => ({ ...situation, now: undefined, base: base.commit });
    const expected = plain(await situationOf(number));
    let after = 0;
    do {
      stage.server.faults.clear();
      stage.server.faults.add({ effect, after: after++ });
      expect(plain(await situationOf(number))).toEqual(expected);
    } while (stage.server.faults.spent);
    expect(after).toBeGreaterThan(15);
  });
});
