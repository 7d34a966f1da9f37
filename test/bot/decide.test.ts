// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { decide } from '../../bot/decide.js';
import { standing } from '../../bot/approval/standing.js';
import type { Judgement } from '../../bot/judgement.js';
import type { Decision } from '../../bot/standing.js';
import {
  alice,
  bob,
  comment,
  currentOf,
  head,
  issued,
  judgementOf,
  minute,
  older,
  opener,
  repositoryOf,
  review,
  situationOf,
} from './approval/support.js';

type Facts = NonNullable<Parameters<typeof situationOf>[0]>;

const approved = { reviews: [review(alice, 20)] };

async function look(facts: Facts = approved, judgement: Partial<Judgement> = {}): Promise<Decision> {
  const [situation, verdict] = [await situationOf(facts), judgementOf(judgement)];
  return decide(situation, verdict, standing(situation, verdict));
}

const baseOf = async (...certificates: Parameters<typeof repositoryOf>) => {
  return { ref: 'master', commit: older, repository: await repositoryOf(...certificates) };
};

describe('decide', () => {
  it('issues what is green and approved', async () => {
    expect(await look()).toEqual({
      kind: 'issue',
      approvals: [
        { by: alice, source: expect.stringMatching(/^review \d+$/), commit: head, at: minute(20), reason: '' },
      ],
      reason: undefined,
      replacement: undefined,
    });
  });

  it('is done where the ledger says so, whatever else is true', async () => {
    const base = await baseOf(issued({ pullRequest: 7 }));
    expect(await look({ ...approved, base })).toEqual({ kind: 'signed' });
    expect(await look({ base, pullRequest: { open: false } }, { ok: false })).toEqual({ kind: 'signed' });
    const another = await baseOf(issued({ pullRequest: 70 }));
    expect(await look({ ...approved, base: another })).toMatchObject({ kind: 'issue' });
  });

  it.each([
    ['closed', { open: false }],
    ['merged by hand', { open: false, merged: true }],
    ['a draft', { draft: true }],
    ['for another branch', { baseRef: 'develop' }],
  ])('leaves alone what is %s', async (_, pullRequest) => {
    expect(await look({ ...approved, pullRequest })).toEqual({ kind: 'none' });
  });

  it.each([
    ['refuses', 'what its author closed', { open: false }, 'refused'],
    ['refuses', 'a draft', { draft: true }, 'refused'],
    ['does not refuse', 'what was merged by hand', { open: false, merged: true }, 'none'],
    ['does not refuse', 'what is for another branch', { baseRef: 'develop' }, 'none'],
  ])('%s %s', async (_, __, pullRequest, kind) => {
    const comments = [comment(alice, '/refuse no', 20)];
    expect(await look({ pullRequest, comments }, { ok: false })).toMatchObject({ kind });
  });

  it('refuses before it asks for changes', async () => {
    const refused = { ...approved, comments: [comment(bob, '/refuse too near to Notes', 21)] };
    expect(await look(refused, { ok: false })).toEqual({ kind: 'refused', by: bob, reason: 'too near to Notes' });
  });

  it.each<[string, Partial<Judgement>]>([
    ['an error', { ok: false }],
    ['no request that could be told', { request: undefined, purpose: { kind: 'unknown' } }],
    ['no purpose that could be told', { purpose: { kind: 'unknown' } }],
  ])('asks for changes where there is %s', async (_, judgement) => {
    expect(await look(approved, judgement)).toEqual({ kind: 'needs-changes' });
  });

  it('issues nothing where there is nothing to do', async () => {
    const base = await baseOf(issued());
    const purpose = { kind: 'nothing-to-do', current: currentOf(base.repository) } as const;
    expect(await look({ ...approved, base }, { purpose })).toEqual({ kind: 'needs-changes' });
  });

  it('says all that is missing at once', async () => {
    const base = await baseOf(issued());
    const purpose = { kind: 'replacement', current: currentOf(base.repository) } as const;
    const held = { base, comments: [comment(bob, '/hold', 20)], truncated: true };
    expect(await look(held, { purpose, hold: true })).toEqual({
      kind: 'ready',
      missing: [
        expect.stringContaining('GitHub does not show all'),
        'It is on hold by bob: somebody who may approve lifts that with /sign aaaaaaaaaaaa.',
        'Say why the key is replaced: /replace WHY REASON, where WHY is lost, leaked, take-over, wrong-name or other.',
        'Approve the commit aaaaaaaaaaaa: two people have to approve: neither the old key nor whoever asked for its certificate stands for the replacement.',
        expect.stringContaining('writes the reason beside the approval'),
      ],
    });
  });

  it('says who approved where two have to', async () => {
    const unknown = await look({ ...approved, headPushers: [] });
    expect(unknown).toEqual({
      kind: 'ready',
      missing: [expect.stringContaining('nobody knows who pushed the head. There is one, by alice.')],
    });
    expect(await look({ reviews: [review(alice, 20), review(bob, 21)], headPushers: [] })).toMatchObject({
      kind: 'issue',
      approvals: [{ by: alice }, { by: bob }],
    });
  });

  it('waits for the reason where a check is on hold, and hands it on', async () => {
    expect(await look(approved, { hold: true })).toMatchObject({ kind: 'ready' });
    const written = { reviews: [review(alice, 20, { body: 'not near at all' })] };
    expect(await look(written, { hold: true })).toMatchObject({ kind: 'issue', reason: 'alice: not near at all' });
  });

  it('replaces a key with its why and both reasons, in one line of bounded length', async () => {
    const base = await baseOf(issued({ requestedBy: `old-name (${opener.id})` }));
    const purpose = { kind: 'replacement', current: currentOf(base.repository) } as const;
    const facts = (body: string) => ({
      base,
      comments: [comment(opener, '/replace lost my disk died', 12)],
      reviews: [review(alice, 20, { body })],
    });
    expect(await look(facts('known to me'), { purpose, hold: true })).toMatchObject({
      kind: 'issue',
      replacement: 'lost',
      reason: 'lost, says opener: my disk died; alice: known to me',
    });
    const long = await look(facts(`x\u0000${'y'.repeat(5000)}`), { purpose, hold: true });
    expect((long as { reason: string }).reason).toHaveLength(1000);
    expect((long as { reason: string }).reason).not.toContain('\u0000');
  });

  it('takes a rename for what it is, without /replace, and a /replace for more', async () => {
    const base = await baseOf(issued({ app: 'planner' }));
    const purpose = { kind: 'rename', from: 'planner', current: currentOf(base.repository, 'planner') } as const;
    const reviews = [review(alice, 20), review(bob, 21)];
    expect(await look({ base, reviews }, { purpose })).toMatchObject({ kind: 'issue', replacement: 'rename' });
    const comments = [comment(opener, '/replace leaked in a log', 12)];
    expect(await look({ base, reviews, comments }, { purpose })).toMatchObject({
      kind: 'issue',
      replacement: 'leaked',
    });
    expect(await look({ base, reviews: [reviews[0]!] }, { purpose })).toMatchObject({ kind: 'ready' });
  });

  it('says the same to the same facts, and a push takes it all back', async () => {
    const facts = { ...approved, comments: [comment(bob, `/sign ${head}`, 21)] };
    expect(await look(facts)).toEqual(await look(facts));
    const pushed = await look({ ...facts, pullRequest: { head: { sha: older, ref: 'x', repository: undefined } } });
    expect(pushed).toEqual({ kind: 'ready', missing: ['Approve the commit 111111111111: one person has to approve.'] });
  });
});
