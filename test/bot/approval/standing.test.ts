// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { helpText } from '../../../bot/approval/parse-commands.js';
import { replacementChallenge } from '../../../bot/approval/old-key-proof.js';
import { standing } from '../../../bot/approval/standing.js';
import { accountOf, ghost } from '../../../bot/github/account.js';
import { nameOf } from '../../../bot/issue/prepare-issue.js';
import type { Judgement, Purpose } from '../../../bot/judgement.js';
import type { Account } from '../../../bot/situation.js';
import type { Standing } from '../../../bot/standing.js';
import {
  alice,
  bob,
  bot,
  comment,
  currentOf,
  head,
  issued,
  judgementOf,
  oldKeyHash,
  older,
  opener,
  outsider,
  repositoryOf,
  review,
  situationOf,
} from './support.js';

type Facts = NonNullable<Parameters<typeof situationOf>[0]>;

const sign = `/sign ${head}`;

async function look(facts: Facts, judgement: Partial<Judgement> = {}): Promise<Standing> {
  return standing(await situationOf(facts), judgementOf(judgement));
}

const texts = ({ answers }: Standing): [boolean, string][] => answers.map(({ accepted, text }) => [accepted, text]);

/** A pull request that replaces a certificate that `requestedBy` asked for. */
async function replacing(facts: Facts, requestedBy = nameOf(bob), purpose: Partial<Purpose> = {}): Promise<Standing> {
  const repository = await repositoryOf(issued({ requestedBy }));
  const base = { ref: 'master', commit: older, repository };
  return look(
    { base, ...facts },
    { hold: true, purpose: { kind: 'replacement', current: currentOf(repository), ...purpose } as Purpose },
  );
}

describe('/hold', () => {
  it('by whoever may approve stops it until somebody who may says /sign later', async () => {
    const hold = comment(alice, '/hold', 20);
    expect(await look({ comments: [hold] })).toMatchObject({ heldBy: alice });
    expect(await look({ comments: [comment(bob, sign, 19), hold] })).toMatchObject({ heldBy: alice });
    const lifted = await look({ comments: [hold, comment(bob, sign, 21)] });
    expect(lifted.heldBy).toBeUndefined();
    expect(texts(lifted)[0]).toEqual([true, expect.stringContaining('that is over')]);
    expect(await look({ comments: [hold, comment(bob, sign, 21), comment(bob, '/hold', 22)] })).toMatchObject({
      heldBy: bob,
    });
  });

  it.each([
    ['a review', { reviews: [review(bob, 30)] }],
    ['/recheck', { comments: [comment(bob, '/recheck', 30)] }],
    ['/sign by an outsider', { comments: [comment(outsider, sign, 30)] }],
    ['/sign in an edited comment', { comments: [comment(bob, sign, 30, true)] }],
    ['/sign by whoever pushed the head', { comments: [comment(bob, sign, 30)], headPushers: [bob.id] }],
    [
      '/sign by the opener, who may approve others',
      {
        comments: [comment(opener, sign, 30)],
        approvers: new Map([alice, opener].map(({ id }) => [id, true])),
      },
    ],
  ])('is not lifted by %s', async (_, facts: Facts) => {
    const held = await look({ ...facts, comments: [comment(alice, '/hold', 20), ...(facts.comments ?? [])] });
    expect(held.heldBy).toEqual(alice);
  });

  it('by an outsider, a bot or the opener does nothing', async () => {
    const said = await look({ comments: [outsider, bot, opener].map((by) => comment(by, '/hold', 20)) });
    expect(said.heldBy).toBeUndefined();
    expect(texts(said)).toEqual([
      [false, expect.stringContaining('Only those who may approve')],
      [false, expect.stringContaining('make it a draft')],
    ]);
  });

  it('counts although it was edited: whoever stops it too often does no harm', async () => {
    expect((await look({ comments: [comment(alice, '/hold, please', 20)] })).heldBy).toBeUndefined();
    expect((await look({ comments: [comment(alice, '/hold', 20, true)] })).heldBy).toEqual(alice);
  });

  it('is what a review says that asks for changes at the head', async () => {
    const asks = review(alice, 20, { state: 'CHANGES_REQUESTED' });
    expect((await look({ reviews: [asks] })).heldBy).toEqual(alice);
    expect((await look({ reviews: [asks, review(alice, 21)] })).heldBy).toBeUndefined();
    expect((await look({ reviews: [asks, review(bob, 21)] })).heldBy).toEqual(alice);
    expect((await look({ reviews: [asks], comments: [comment(bob, sign, 21)] })).heldBy).toBeUndefined();
    expect((await look({ reviews: [asks], comments: [comment(bob, sign, 19)] })).heldBy).toEqual(alice);
    expect((await look({ reviews: [{ ...asks, commit: older }] })).heldBy).toBeUndefined();
    expect((await look({ reviews: [{ ...asks, author: outsider }] })).heldBy).toBeUndefined();
    expect((await look({ reviews: [{ ...asks, author: bot }] })).heldBy).toBeUndefined();
    const between = [comment(bob, '/hold', 12), comment(bob, sign, 19)];
    expect((await look({ reviews: [asks], comments: between })).heldBy).toEqual(alice);
  });

  it('is not taken back by a review that only comments, nor by a /sign between two that ask for changes', async () => {
    const asks = (by: Account, at: number) => review(by, at, { state: 'CHANGES_REQUESTED' });
    const commented = review(alice, 21, { state: 'COMMENTED' });
    expect((await look({ reviews: [asks(alice, 20), commented, review(bob, 22)] })).heldBy).toEqual(alice);
    const dismissed = review(alice, 20, { state: 'DISMISSED' });
    expect((await look({ reviews: [dismissed, commented] })).heldBy).toBeUndefined();
    const carol = { ...outsider, id: 12 };
    const approvers = new Map([alice, bob, carol].map(({ id }) => [id, true]));
    const reviews = [asks(alice, 20), asks(bob, 21), asks(alice, 25)];
    expect((await look({ reviews, approvers, comments: [comment(carol, sign, 23)] })).heldBy).toEqual(alice);
    expect((await look({ reviews, approvers, comments: [comment(carol, sign, 26)] })).heldBy).toBeUndefined();
  });
});

describe('/refuse', () => {
  const refuse = (by: Account, at = 20, edited = false) => comment(by, '/refuse too near to Notes', at, edited);

  it('by whoever may approve refuses, until a later /sign', async () => {
    const refused = await look({ comments: [comment(bob, sign, 19), refuse(alice)] });
    expect(refused.refusal).toEqual({ by: alice, reason: 'too near to Notes' });
    expect(texts(refused)[1]).toEqual([true, 'Refused.']);
    const again = await look({ comments: [refuse(alice), comment(bob, sign, 21)] });
    expect(again.refusal).toBeUndefined();
    expect(again.approvals).toHaveLength(1);
    expect(texts(again)[0]).toEqual([true, expect.stringContaining('took that back')]);
  });

  it('is taken back for good: what is pushed later needs an approval, not another /sign', async () => {
    const comments = [refuse(alice), comment(bob, `/sign ${older}`, 21)];
    const reopened = await look({ comments });
    expect(reopened).toMatchObject({ refusal: undefined, approvals: [] });
  });

  it.each<[string, Parameters<typeof comment>, string]>([
    ['by the opener', [opener, '/refuse no', 20], 'Only those who may approve'],
    ['by an outsider', [outsider, '/refuse no', 20], 'Only those who may approve'],
    ['in an edited comment', [alice, '/refuse no', 20, true], 'edited'],
    ['without a reason', [alice, '/refuse', 20], 'The reason is missing'],
  ])('%s does nothing, and says so', async (_, words, text) => {
    const said = await look({ comments: [comment(...words)] });
    expect(said.refusal).toBeUndefined();
    expect(texts(said)).toEqual([[false, expect.stringContaining(text)]]);
  });
});

describe('/recheck, /help and what is none of them', () => {
  it('answers each by permission, and passes over an outsider’s /recheck', async () => {
    const words: [Account, string][] = [
      [opener, '/recheck'],
      [alice, '/recheck'],
      [outsider, '/recheck'],
      [outsider, '/help'],
      [outsider, '/sing'],
      [outsider, '/etc/hosts'],
      [alice, '/revoke notes x'],
    ];
    const said = await look({ comments: words.map(([by, text], at) => comment(by, text, at)) });
    expect(texts(said)).toEqual([
      [true, 'Looked at again.'],
      [true, 'Looked at again.'],
      [true, helpText],
      [false, expect.stringContaining('no command /sing')],
    ]);
    expect(said.answers[3]).toMatchObject({ by: outsider, line: '/sing' });
  });
});

describe('commands in the text of a review', () => {
  const text = (by: Account, body: string, at: number, more = {}) =>
    review(by, at, { state: 'COMMENTED', body, ...more });

  it('are those of a comment: /sign approves, with its reason', async () => {
    const said = text(alice, `I looked at it.\n\n${sign} asked by mail`, 20);
    const { approvals, answers } = await look({ reviews: [said] });
    expect(approvals).toMatchObject([{ by: alice, source: `review ${said.id}`, reason: 'asked by mail' }]);
    expect(answers).toMatchObject([{ by: alice, at: said.submittedAt, accepted: true }]);
  });

  it('/hold, /refuse and /replace work, in the order in which all was said', async () => {
    expect(await look({ reviews: [text(alice, '/hold', 20)] })).toMatchObject({ heldBy: alice });
    const lifted = await look({ reviews: [text(alice, '/hold', 20)], comments: [comment(bob, sign, 21)] });
    expect(lifted.heldBy).toBeUndefined();
    const again = await look({ reviews: [text(alice, '/hold', 22)], comments: [comment(bob, sign, 21)] });
    expect(again.heldBy).toEqual(alice);
    const { refusal } = await look({ reviews: [text(alice, '/refuse spam', 20)] });
    expect(refusal).toEqual({ by: alice, reason: 'spam' });
    const { replacement } = await replacing({ reviews: [text(bob, '/replace lost my disk died', 20)] });
    expect(replacement).toMatchObject({ why: 'lost', by: bob, proof: 'earlier-requester' });
  });

  it.each([
    ['by an outsider', text(outsider, sign, 20), 'no right to approve'],
    ['by the opener', text(opener, sign, 20), 'no right to approve'],
    ['that was edited', text(alice, sign, 20, { edited: true }), 'edited'],
    ['for another commit', text(alice, `/sign ${older}`, 20), 'the head is'],
    ['from before the check', text(alice, sign, 5), 'before the check'],
  ])('/sign %s is none', async (_, said, why) => {
    const { approvals, answers } = await look({ reviews: [said] });
    expect(approvals).toEqual([]);
    expect(answers).toEqual([expect.objectContaining({ accepted: false, text: expect.stringContaining(why) })]);
  });

  it('an edited /refuse refuses nothing, an edited /hold holds', async () => {
    const edited = { edited: true };
    expect((await look({ reviews: [text(alice, '/refuse spam', 20, edited)] })).refusal).toBeUndefined();
    expect((await look({ reviews: [text(alice, '/hold', 20, edited)] })).heldBy).toEqual(alice);
  });

  it('are taken back with the review, when that is dismissed', async () => {
    const said = await look({ reviews: [text(alice, sign, 20, { state: 'DISMISSED' })] });
    expect([said.approvals, said.answers]).toEqual([[], []]);
  });

  it('do not lift the changes that the same review requests', async () => {
    const said = text(alice, sign, 20, { state: 'CHANGES_REQUESTED' });
    expect((await look({ reviews: [said] })).heldBy).toEqual(alice);
    expect((await look({ reviews: [said], comments: [comment(alice, sign, 21)] })).heldBy).toBeUndefined();
  });

  it('are no reason for the approval beside them; nor is a text that was edited', async () => {
    const held = { hold: true };
    const reason = async (body: string, edited = false) => {
      return (await look({ reviews: [review(alice, 20, { body, edited })] }, held)).approvals[0]?.reason;
    };
    expect(await reason('asked by mail\n/recheck')).toBe('asked by mail');
    expect(await reason('/recheck')).toBe('');
    expect(await reason('asked by mail', true)).toBe('');
    expect(await look({ reviews: [review(alice, 20, { body: 'x', edited: true })] }, held)).toMatchObject({
      lacksReason: true,
    });
  });
});

describe('/replace', () => {
  const lost = '/replace lost my disk died';

  it('is heard from the opener, from whoever asked before, and from whoever may approve; the last one wins', async () => {
    const comments = [comment(opener, lost, 12), comment(bob, '/replace take-over see the mail', 13)];
    const said = await replacing({ comments });
    expect(said.replacement).toMatchObject({ why: 'take-over', reason: 'see the mail', by: bob });
    expect(texts(said)).toEqual([
      [true, 'A later reason took its place.'],
      [true, 'Noted why the key is replaced: take-over.'],
    ]);
    const earlier = await replacing({ comments: [comment(outsider, lost, 12)] }, nameOf(outsider));
    expect(earlier.replacement).toMatchObject({ by: outsider, proof: 'earlier-requester' });
    const approver = await replacing({ comments: [comment(alice, lost, 12)] }, 'gone (99)');
    expect(approver.replacement).toMatchObject({ by: alice, proof: undefined });
  });

  it.each<[string, Parameters<typeof comment>, string]>([
    ['by an outsider', [outsider, lost, 12], 'Only whoever opened'],
    ['in an edited comment', [opener, lost, 12, true], 'edited'],
    ['with a word of its own', [opener, '/replace because', 12], 'WHY is one of'],
    [
      'as a rename that takes nothing out',
      [opener, '/replace rename shorter', 12],
      'takes the request of the old id out',
    ],
  ])('%s does nothing, and says so', async (_, words, text) => {
    const said = await replacing({ comments: [comment(...words)] });
    expect(said.replacement).toBeUndefined();
    expect(texts(said)).toEqual([[false, expect.stringContaining(text)]]);
  });

  it('does nothing where nothing is replaced, and waits where that is not known yet', async () => {
    const facts = { comments: [comment(opener, lost, 12)] };
    expect(texts(await look(facts))).toEqual([[false, 'The pull request replaces no key.']]);
    const unknown = await look(facts, { purpose: { kind: 'unknown' } });
    expect(texts(unknown)).toEqual([[false, expect.stringContaining('not known yet')]]);
  });

  it('voids what was approved before it, unless it says the same, or by whoever approved', async () => {
    const approved = review(alice, 20, { body: 'ok' });
    const before = [comment(opener, lost, 19)];
    expect((await replacing({ reviews: [approved], comments: before })).approvals).toHaveLength(1);
    const leaked = await replacing({
      reviews: [approved],
      comments: [...before, comment(opener, '/replace leaked x', 21)],
    });
    expect(leaked.approvals).toEqual([]);
    expect(leaked.discounted).toEqual([{ by: alice, why: expect.stringContaining('before opener said why') }]);
    const same = await replacing({ reviews: [approved], comments: [...before, comment(opener, `${lost} again`, 21)] });
    expect(same).toMatchObject({ approvals: [{ by: alice }], replacement: { reason: 'my disk died again' } });
    const own = await replacing({
      reviews: [approved],
      comments: [...before, comment(alice, '/replace leaked x', 21)],
    });
    expect(own.approvals).toHaveLength(1);
  });
});

describe('how many have to approve', () => {
  const lost = '/replace lost my disk died';
  const strangers = { headPushers: [opener.id], comments: [comment(opener, lost, 12)] };

  it('one: a new id, a renewal', async () => {
    expect(await look({})).toMatchObject({ needed: 1, because: 'one person has to approve' });
    const repository = await repositoryOf(issued());
    const renewal = { kind: 'renewal', current: currentOf(repository) } as const;
    expect(await look({}, { purpose: renewal })).toMatchObject({ needed: 1 });
  });

  it('two: a replacement that nobody stands for', async () => {
    const said = await replacing(strangers);
    expect(said).toMatchObject({ needed: 2, replacement: { proof: undefined } });
    expect(said.because).toBe(
      'two people have to approve: neither the old key nor whoever asked for its certificate stands for the replacement',
    );
  });

  it('one: a replacement opened and pushed by whoever asked for the certificate', async () => {
    expect(await replacing(strangers, nameOf(opener))).toMatchObject({
      needed: 1,
      replacement: { proof: 'earlier-requester' },
    });
    const renamed = await replacing(strangers, `another-name (${opener.id})`);
    expect(renamed.needed).toBe(1);
  });

  it('one: a replacement that whoever asked before speaks for, at this head', async () => {
    const word = comment(bob, lost, 15);
    expect(await replacing({ comments: [word] })).toMatchObject({
      needed: 1,
      replacement: { proof: 'earlier-requester' },
    });
  });

  it.each<[string, Facts, string?]>([
    ['spoke before this head was pushed', { comments: [comment(bob, lost, 9)] }],
    ['spoke in a comment that was edited', { comments: [comment(bob, lost, 15, true), comment(opener, lost, 16)] }],
    ['said something else', { comments: [comment(bob, 'what is this?', 15), comment(opener, lost, 16)] }],
    [
      'opened it, and somebody else pushed the head',
      { ...strangers, comments: [comment(alice, lost, 15)], headPushers: [outsider.id] },
      nameOf(opener),
    ],
    ['has only the name of the opener', strangers, `${opener.login} (99)`],
    ['is a commit’s claim, not an account', strangers, `Somebody <x@example.org> (${opener.id})`],
  ])('two: whoever asked before %s', async (_, facts, requestedBy = nameOf(bob)) => {
    expect(await replacing(facts, requestedBy)).toMatchObject({ needed: 2 });
  });

  it('two: the opener only asked for the renewal, or stands in imported history', async () => {
    for (const first of [
      issued({ requestedBy: nameOf(bob) }),
      issued({ imported: true, requestedBy: nameOf(opener) }),
    ]) {
      const repository = await repositoryOf(first, issued({ serial: '1002', requestedBy: nameOf(opener) }));
      const base = { ref: 'master', commit: older, repository };
      const purpose = { kind: 'replacement', current: currentOf(repository) } as const;
      expect(currentOf(repository).key).toBe(oldKeyHash);
      expect(await look({ ...strangers, base }, { purpose })).toMatchObject({ needed: 2 });
    }
  });

  it('two: whoever asked before deleted his account, and so did somebody else, whom GitHub shows as the same ghost', async () => {
    const word = comment(ghost, lost, 15);
    expect(await replacing({ comments: [word] }, nameOf(ghost))).toMatchObject({ needed: 2 });
    expect(accountOf({ ...ghost, type: 'User' })).toBeUndefined();
  });

  it('of an id whose certificates are all revoked: as for another key, and its key proves nothing', async () => {
    const revoked = { serial: 0x1001n, app: undefined, reason: 'keyCompromise', date: new Date('2026-05-01') } as const;
    const stranger = await replacing(strangers, nameOf(bob), { revoked });
    expect(stranger).toMatchObject({ needed: 2, because: expect.stringContaining('the id was certified before') });
    expect(await replacing({ headPushers: [opener.id] }, nameOf(opener), { revoked })).toMatchObject({ needed: 1 });
    expect(await replacing({ comments: [comment(bob, lost, 15)] }, nameOf(bob), { revoked })).toMatchObject({
      needed: 1,
    });
    const purpose = { kind: 'replacement', current: currentOf(await repositoryOf(issued())) } as const;
    const situation = await situationOf();
    expect(replacementChallenge(situation, judgementOf({ purpose }))).toBeDefined();
    expect(replacementChallenge(situation, judgementOf({ purpose: { ...purpose, revoked } }))).toBeUndefined();
    const base = { ref: 'master', commit: older, repository: await repositoryOf(issued()) };
    const rename = { kind: 'rename', from: 'old', current: undefined } as const;
    expect(await look({ base }, { purpose: rename })).toMatchObject({
      ...{ needed: 2, because: expect.stringContaining('the new id was certified before') },
    });
  });

  it('two: a take-over, a rename of a certified app, an unknown pusher, whatever the proof', async () => {
    const takeOver = { comments: [comment(opener, '/replace take-over bought it', 12)] };
    expect((await replacing(takeOver, nameOf(opener))).because).toBe(
      'two people have to approve: the app goes to somebody else',
    );
    const rename = await replacing(strangers, nameOf(opener), {
      kind: 'rename',
      from: 'gardenplanner',
    });
    expect(rename.because).toBe('two people have to approve: an app that has a certificate gets another id');
    const unknown = await replacing({ ...strangers, headPushers: [] }, nameOf(opener));
    expect(unknown).toMatchObject({ needed: 2, because: expect.stringContaining('nobody knows who pushed the head') });
    expect(await look({}, { purpose: { kind: 'rename', from: 'old', current: undefined } })).toMatchObject({
      needed: 1,
    });
  });
});

describe('the written reason', () => {
  it.each<[string, Facts, boolean]>([
    ['a review without words', { reviews: [review(alice, 11)] }, true],
    ['a review with words', { reviews: [review(alice, 11, { body: 'not near enough' })] }, false],
    ['/sign without words', { comments: [comment(alice, sign, 11)] }, true],
    ['/sign with words', { comments: [comment(alice, `${sign} not near enough`, 11)] }, false],
    [
      'words of an approval that does not count',
      { reviews: [review(outsider, 11, { body: 'fine' }), review(alice, 11)] },
      true,
    ],
  ])('is asked for on hold: %s', async (_, facts, lacksReason) => {
    expect(await look(facts, { hold: true })).toMatchObject({ lacksReason });
    expect(await look(facts)).toMatchObject({ lacksReason: false });
  });

  it('is an approver’s own /replace, not the requester’s', async () => {
    const reviews = [review(alice, 20)];
    const facts = (by: Account) => ({ reviews, comments: [comment(by, '/replace lost disk', 12)] });
    expect(await replacing(facts(alice))).toMatchObject({ lacksReason: false });
    expect(await replacing(facts(opener))).toMatchObject({ lacksReason: true });
  });
});
