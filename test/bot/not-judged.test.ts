// SPDX-License-Identifier: MIT
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { intentOf } from '../../bot/intent.js';
import { testKey } from '../support/test-keys.js';
import { approve, certified, comment } from './support/acts.js';
import type { Person } from './support/stage.js';
import { World } from './support/world.js';

const app = 'weather_maps';

describe('a pull request that is not ours to judge any more', () => {
  let world: World;
  let alice: Person;
  let maintainer: Person;
  let second: Person;
  let number: number;
  let head: string;
  beforeEach(async () => {
    world = await World.open();
    ({ alice, maintainer, second } = world.stage);
    ({ number, head } = await world.request(app));
    await world.pushed(number, head, alice);
    expect(await state()).toEqual(['success', 'ready to approve']);
  });
  afterEach(() => world.close());

  /** The event of it, as GitHub sends it. */
  const told = (action: string): Promise<void> =>
    world.bot.do(intentOf('pull_request', { action, pull_request: { number } }));

  const change = (fields: object, by = alice): Promise<unknown> => by.visitor.must('PATCH', `pulls/${number}`, fields);

  async function asDraft(is: boolean): Promise<void> {
    const { node_id: id } = await alice.visitor.must<{ node_id: string }>('GET', `pulls/${number}`);
    const verb = is ? 'convertPullRequestToDraft' : 'markPullRequestReadyForReview';
    const query = `mutation ($id: ID!) { ${verb}(input: { pullRequestId: $id }) { pullRequest { isDraft } } }`;
    expect(await alice.visitor.graphql(query, { id })).toEqual({ data: { [verb]: { pullRequest: { isDraft: is } } } });
  }

  async function check(): Promise<{ conclusion: string; output: { title: string } }> {
    const { check_runs: runs } = await maintainer.visitor.must<{
      check_runs: { conclusion: string; output: { title: string } }[];
    }>('GET', `commits/${head}/check-runs?check_name=certificate%20request`);
    expect(runs).toHaveLength(1);
    return runs[0] ?? { conclusion: '', output: { title: '' } };
  }

  /** What the check says, and the labels. */
  async function state(): Promise<string[]> {
    return [(await check()).conclusion, ...(await world.labels(number))];
  }

  const words = async (): Promise<string> => (await world.ownComments(number)).join('\n');

  it.each([
    [
      'closed by its author',
      'closed',
      'reopened',
      { state: 'closed' },
      { state: 'open' },
      'Closed: nothing is certified',
    ],
    ['sent to another branch', 'edited', 'edited', { base: 'other' }, { base: 'main' }, 'For another branch: nothing'],
  ])('%s: no label, a neutral check; and as before when it is back', async (_, away, back, leave, come, title) => {
    await world.stage.commit(maintainer, { branch: 'other', files: { 'README.md': 'other\n' } });
    await change(leave);
    await told(away);
    expect(await state()).toEqual(['neutral']);
    expect((await check()).output.title).toContain(title);
    expect(await words()).toContain(title.slice(1));
    expect(await words()).not.toContain('waits for an approval');
    await change(come);
    await told(back);
    expect(await state()).toEqual(['success', 'ready to approve']);
    expect(await words()).toContain('waits for an approval');
  });

  it('a draft again: no label, a neutral check; and as before when it is ready', async () => {
    await asDraft(true);
    await told('converted_to_draft');
    expect(await state()).toEqual(['neutral']);
    expect(await words()).toContain('a draft: nothing is certified before it is ready for review');
    await asDraft(false);
    await told('ready_for_review');
    expect(await state()).toEqual(['success', 'ready to approve']);
  });

  it('is found by the reconciliation where the event was lost', async () => {
    await change({ state: 'closed' });
    await world.bot.do({ kind: 'reconcile' });
    expect(await state()).toEqual(['neutral']);
  });

  it('of another branch from the beginning is left alone', async () => {
    await world.stage.commit(maintainer, { branch: 'other', files: { 'README.md': 'other\n' } });
    const fork = await world.stage.fork(alice);
    const files = { 'a/a.csr': 'x' };
    const sha = await world.stage.commit(alice, { repository: fork, branch: 'elsewhere', files });
    const { number: other } = await alice.visitor.must<{ number: number }>('POST', 'pulls', {
      ...{ title: 'x', body: '', head: 'alice:elsewhere', base: 'other' },
    });
    await world.pushed(other, sha, alice);
    expect(await world.ownComments(other)).toEqual([]);
    expect(await world.labels(other)).toEqual([]);
    const runs = await maintainer.visitor.must<{ total_count: number }>('GET', `commits/${sha}/check-runs`);
    expect(runs.total_count).toBe(0);
  });

  describe('closed', () => {
    beforeEach(async () => {
      await change({ state: 'closed' });
      await told('closed');
    });

    it('answers commands: they count once it is open again', async () => {
      await comment(maintainer, number, `/sign ${head} I looked into it.`);
      await comment(second, number, '/recheck');
      await world.look(number);
      expect(await words()).toContain('The pull request is closed: nothing is certified unless it is opened again.');
      expect(await words()).toContain('counts. The pull request is closed');
      expect((await world.ledger()).issuedFor(number)).toBeUndefined();
      await change({ state: 'open' });
      await told('reopened');
      expect((await world.ledger()).issuedFor(number)).toBeDefined();
    });

    it('/revoke by two revokes, and is answered', async () => {
      await certified(world, 'star_charts', await testKey());
      await comment(maintainer, number, '/revoke star_charts superseded');
      await comment(second, number, '/revoke star_charts superseded');
      await world.look(number);
      const ledger = await world.ledger();
      expect(ledger.revocationOf(ledger.certificatesOf('star_charts')[0]?.serial ?? 0n)?.reason).toBe('superseded');
      expect(await words()).toContain('is revoked. |');
    });

    it('/refuse refuses', async () => {
      await comment(maintainer, number, '/refuse It is a trademark.');
      await world.look(number);
      expect(await world.labels(number)).toEqual(['refused']);
      expect(await words()).toContain('It is a trademark.');
    });

    it('a key that is shown there is burnt, and that is said there', async () => {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      await comment(alice, number, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
      await world.look(number);
      expect((await world.ledger()).lines.map(({ kind }) => kind)).toContain('block-key');
      expect(await words()).toContain('A private key stands in a comment of this pull request.');
      expect(await words()).toContain('It is public now, and can never be certified.');
    });
  });

  it('signed: a key that is shown there is burnt, and that is said beside the certificate', async () => {
    await approve(maintainer, number, head);
    await world.look(number);
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await comment(alice, number, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    await world.look(number);
    expect(await words()).toContain('BEGIN CERTIFICATE');
    expect(await words()).toContain('A private key stands in a comment of this pull request.');
  });

  it('/refuse closes what is open, and says why; the label stays, and the check', async () => {
    await comment(maintainer, number, '/refuse It is a trademark.');
    await world.look(number);
    await told('closed');
    expect(await world.pull(number)).toMatchObject({ state: 'closed', merged: false });
    expect(await state()).toEqual(['failure', 'refused']);
    expect(await words()).toContain('It is a trademark.');
    expect(await world.ownComments(number)).toHaveLength(1);
    await approve(second, number, head);
    await world.bot.do({ kind: 'reconcile' });
    expect((await world.ledger()).certificatesOf(app)).toEqual([]);
    // taken back, and opened again
    await comment(maintainer, number, `/sign ${head} It is not.`);
    await change({ state: 'open' }, maintainer);
    await told('reopened');
    expect(await world.labels(number)).toEqual(['signed']);
  });

  it('/refuse of a draft refuses it', async () => {
    await asDraft(true);
    await told('converted_to_draft');
    await comment(maintainer, number, '/refuse It is a trademark.');
    await world.look(number);
    expect(await world.pull(number)).toMatchObject({ state: 'closed' });
    expect(await state()).toEqual(['failure', 'refused']);
    expect(await words()).toContain('Refused.');
  });
});
