// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { standing } from '../../../bot/approval/standing.js';
import type { Situation } from '../../../bot/situation.js';
import type { Standing } from '../../../bot/standing.js';
import {
  alice,
  bob,
  bot,
  comment,
  commit,
  head,
  judgementOf,
  minute,
  older,
  opener,
  outsider,
  review,
  situationOf,
} from './support.js';

type Facts = Parameters<typeof situationOf>[0];

async function look(facts: Facts): Promise<Standing & { situation: Situation }> {
  const situation = await situationOf(facts);
  return { situation, ...standing(situation, judgementOf()) };
}

const sign = (sha: string, at = 20): ReturnType<typeof comment> => comment(alice, `/sign ${sha}`, at);

describe('an approval that counts', () => {
  it.each<[string, Facts, string]>([
    ['a review of the head after our check of it began', { reviews: [review(alice, 11)] }, 'alice'],
    ['a /sign with 12 digits of the head', { comments: [sign(head.slice(0, 12))] }, 'alice'],
    ['a /sign with all of them, in capitals', { comments: [sign(head.toUpperCase())] }, 'alice'],
    [
      'a review that approves again what it had asked to change',
      {
        reviews: [review(alice, 11, { state: 'CHANGES_REQUESTED' }), review(alice, 12)],
      },
      'alice',
    ],
    [
      'a review for this head, after one for an earlier',
      {
        reviews: [review(alice, 5, { commit: older }), review(alice, 12)],
      },
      'alice',
    ],
    ['one of two people', { reviews: [review(outsider, 11), review(bob, 12)] }, 'bob'],
    [
      'a /sign, although a review by the same person was dismissed',
      {
        reviews: [review(alice, 11, { state: 'DISMISSED' })],
        comments: [sign(head.slice(0, 12))],
      },
      'alice',
    ],
    [
      'one after the first of several checks of this head',
      {
        reviews: [review(alice, 15)],
        ownCheckRuns: [20, 10, 30].map((at) => ({
          id: at,
          startedAt: minute(at),
          externalId: '',
          conclusion: undefined,
        })),
      },
      'alice',
    ],
  ])('%s', async (_, facts, by) => {
    const { approvals, needed } = await look(facts);
    expect(approvals.map((approval) => [approval.by.login, approval.commit])).toEqual([[by, head]]);
    expect(needed).toBe(1);
  });

  it('stands with its source, its time and what was written beside it', async () => {
    const approval = review(alice, 11, { body: 'Asked\r\nby mail.' });
    const signed = comment(bob, `/sign ${head.slice(0, 14)} saw the passport`, 12);
    const { approvals } = await look({ reviews: [approval], comments: [signed] });
    expect(approvals).toEqual([
      { by: alice, source: `review ${approval.id}`, commit: head, at: minute(11), reason: 'Asked by mail.' },
      { by: bob, source: `comment ${signed.id}`, commit: head, at: minute(12), reason: 'saw the passport' },
    ]);
  });
});

describe('an attack by approval', () => {
  const bodies = (why: string, login: string | undefined) => [{ by: login, why: expect.stringContaining(why) }];

  it.each<[string, Facts, string, string | undefined]>([
    ['re-pointed by GitHub at a rebased head', { reviews: [review(alice, 5)] }, 'before the check', 'alice'],
    ['in the very second in which the check began', { reviews: [review(alice, 10)] }, 'before the check', 'alice'],
    ['before any check of the head', { reviews: [review(alice, 11)], ownCheckRuns: [] }, 'has not begun', 'alice'],
    [
      'for an older commit',
      { reviews: [review(alice, 11, { commit: older })] },
      'for the commit 111111111111',
      'alice',
    ],
    [
      'followed by a push',
      { pullRequest: { head: { sha: older, ref: 'x', repository: undefined } }, reviews: [review(alice, 11)] },
      `for the commit ${head.slice(0, 12)}`,
      'alice',
    ],
    ['dismissed', { reviews: [review(alice, 11, { state: 'DISMISSED' })] }, 'dismissed', 'alice'],
    [
      'superseded by a later one that asks for changes',
      {
        reviews: [review(alice, 11), review(alice, 12, { state: 'CHANGES_REQUESTED' })],
      },
      'later review',
      'alice',
    ],
    [
      'superseded by a later one that only comments',
      {
        reviews: [review(alice, 11), review(alice, 12, { state: 'COMMENTED' })],
      },
      'later review',
      'alice',
    ],
    [
      'superseded, and listed in another order',
      {
        reviews: [review(alice, 12, { state: 'COMMENTED' }), review(alice, 11)],
      },
      'later review',
      'alice',
    ],
    [
      'by whoever opened the pull request',
      {
        reviews: [review(opener, 11)],
        approvers: new Map([[opener.id, true]]),
      },
      'opened the pull request',
      'opener',
    ],
    [
      'by the author of its commit',
      {
        reviews: [review(alice, 11)],
        commits: [commit({ author: alice })],
      },
      'made one of its commits (aaaaaaaaaaaa)',
      'alice',
    ],
    [
      'by the author of an earlier commit',
      {
        reviews: [review(alice, 11)],
        commits: [commit({ sha: older, author: alice }), commit()],
      },
      'made one of its commits (111111111111)',
      'alice',
    ],
    [
      'by the committer of its commit',
      {
        reviews: [review(alice, 11)],
        commits: [commit({ committer: alice })],
      },
      'made one of its commits',
      'alice',
    ],
    [
      'by somebody whose suggestion is its commit',
      {
        reviews: [review(alice, 11)],
        commits: [commit({ message: 'Apply\n\nCo-authored-by: A <10+was-alice@users.noreply.github.com>' })],
      },
      'made one of its commits',
      'alice',
    ],
    [
      'by a co-author under an address of old',
      {
        reviews: [review(alice, 11)],
        commits: [commit({ message: 'Apply\r\n\r\nCO-AUTHORED-BY: A <Alice@users.noreply.github.com> ' })],
      },
      'made one of its commits',
      'alice',
    ],
    [
      'by whoever pushed the head',
      { reviews: [review(alice, 11)], headPushers: [alice.id] },
      'pushed its head',
      'alice',
    ],
    [
      'by whoever pushed a commit below it',
      { reviews: [review(alice, 11)], earlierPushers: [alice.id] },
      'pushed one of its commits',
      'alice',
    ],
    ['by an outsider', { reviews: [review(outsider, 11)] }, 'no right to approve', 'outsider'],
    [
      'by somebody whose rights nobody looked up',
      { reviews: [review(alice, 11)], approvers: new Map() },
      'no right',
      'alice',
    ],
    ['by a bot that may approve', { reviews: [review(bot, 11)] }, 'A bot', 'helper[bot]'],
    ['by an account that is gone', { reviews: [review(undefined, 11)] }, 'account is gone', undefined],
    [
      'by an author who took another name since',
      {
        reviews: [review({ ...alice, login: 'alice-of-old' }, 11)],
        commits: [commit({ author: alice })],
      },
      'made one of its commits',
      'alice-of-old',
    ],
    [
      'by an outsider who took a maintainer’s name',
      {
        reviews: [review({ id: 666, login: 'alice', isBot: false }, 11)],
      },
      'no right',
      'alice',
    ],
  ])('%s', async (_, facts, why, login) => {
    const { approvals, discounted } = await look(facts);
    expect(approvals).toEqual([]);
    expect(discounted.map(({ by, why: said }) => ({ by: by?.login, why: said }))).toEqual(bodies(why, login));
  });

  it.each<[string, Facts, string]>([
    ['for an older commit', { comments: [sign(older.slice(0, 12))] }, 'for the commit 111111111111'],
    ['with 11 digits', { comments: [sign(head.slice(0, 11))] }, '12 or more'],
    ['with 12 digits from the middle of the head', { comments: [sign(head.slice(1, 13))] }, 'the head is'],
    ['with more digits than the head has', { comments: [sign(`${head}0`)] }, 'the head is'],
    ['edited', { comments: [comment(alice, `/sign ${head}`, 20, true)] }, 'edited'],
    ['before the check', { comments: [sign(head, 9)] }, 'before the check'],
    ['in the second in which the check began', { comments: [sign(head, 10)] }, 'before the check'],
    ['before any check', { comments: [sign(head)], ownCheckRuns: [] }, 'has not begun'],
    ['by an outsider', { comments: [comment(outsider, `/sign ${head}`, 20)] }, 'no right'],
    [
      'by the opener',
      { comments: [comment(opener, `/sign ${head}`, 20)], approvers: new Map([[opener.id, true]]) },
      'opened',
    ],
    ['by a committer', { comments: [sign(head)], commits: [commit({ committer: alice })] }, 'made one of its commits'],
    ['by the pusher', { comments: [sign(head)], headPushers: [alice.id] }, 'pushed its head'],
  ])('/sign %s', async (_, facts, why) => {
    const { approvals, answers } = await look(facts);
    expect(approvals).toEqual([]);
    expect(answers).toEqual([expect.objectContaining({ accepted: false, text: expect.stringContaining(why) })]);
  });

  it.each([
    ['by a bot', comment(bot, `/sign ${head}`, 20)],
    ['by an account that is gone', comment(undefined, `/sign ${head}`, 20)],
    ['quoted from somebody else', comment(outsider, `> /sign ${head}`, 20)],
    ['shown as an example', comment(alice, `\`\`\`\n/sign ${head}\n\`\`\``, 20)],
  ])('/sign %s is not even answered', async (_, said) => {
    expect(await look({ comments: [said] })).toMatchObject({ approvals: [], answers: [] });
  });

  it('by the same person twice: one approval', async () => {
    const { approvals } = await look({
      reviews: [review(alice, 11, { body: 'fine' })],
      comments: [sign(head, 12), comment({ ...alice, login: 'alice2' }, `/sign ${head} fine`, 13)],
    });
    expect(approvals).toEqual([
      expect.objectContaining({ by: { ...alice, login: 'alice2' }, at: minute(13), reason: 'fine' }),
    ]);
  });

  it('while nobody knows who pushed the head: two are needed', async () => {
    const one = await look({ reviews: [review(alice, 11)], headPushers: [] });
    expect(one).toMatchObject({ needed: 2, because: expect.stringContaining('who pushed the head') });
    const two = await look({ reviews: [review(alice, 11), review(bob, 12)], headPushers: [] });
    expect(two.approvals).toHaveLength(2);
  });

  it('does not tell of what somebody said of another commit and took back', async () => {
    const reviews = [review(alice, 5, { commit: older }), review(alice, 12, { state: 'COMMENTED' })];
    expect(await look({ reviews })).toMatchObject({ approvals: [], discounted: [] });
    expect(await look({ reviews: [review(outsider, 5, { state: 'DISMISSED' })] })).toMatchObject({ discounted: [] });
  });

  it('is none while it is a draft that nobody else sees', async () => {
    const { approvals } = await look({ reviews: [review(alice, 11), review(alice, 12, { state: 'PENDING' })] });
    expect(approvals).toHaveLength(1);
    expect((await look({ reviews: [review(alice, 12, { state: 'PENDING' })] })).approvals).toEqual([]);
  });
});
