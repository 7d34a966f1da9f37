// SPDX-License-Identifier: MIT
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PemSigner } from '../../../ca/key/pem-signer.js';
import { crlPath, ledgerPath } from '../../../ca/repository/repository.js';
import { needs } from '../../support/needs.js';
import { certified, changedIn, comment } from '../support/acts.js';
import { signAsTold } from '../support/old-key.js';
import { World } from '../support/world.js';

const app = 'weather_maps';
const itOpenssl = needs('openssl', 'openssl') ? it : it.skip;
const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

describe('an issue that asks for a revocation', () => {
  let world: World;
  let number: number;
  let before: string;
  beforeEach(async () => {
    world = await World.open();
    await certified(world, app, new PemSigner(key));
    number = await world.stage.alice.visitor.openIssue('Revoke it', 'please');
    before = world.stage.main;
  });
  afterEach(() => world.close());

  const read = (): Promise<void> => world.bot.do({ kind: 'read-issue', issue: number });
  const answer = async (): Promise<string> => (await world.ownComments(number)).join('\n');

  it('by two who may: revoked, with the list in the same commit, and answered', async () => {
    const { maintainer, second } = world.stage;
    await comment(maintainer, number, `/revoke ${app} keyCompromise seen in a log`);
    await read();
    expect(world.stage.main).toBe(before);
    expect(await answer()).toContain('One more person');
    await comment(second, number, `/revoke ${app} keyCompromise seen in a log`);
    await read();
    const ledger = await world.ledger();
    const [certificate] = ledger.certificatesOf(app);
    const { account: first } = maintainer;
    expect(ledger.revocationOf(certificate?.serial ?? 0n)).toMatchObject({
      reason: 'keyCompromise',
      why: 'seen in a log',
      by: `${first.login} (${first.id}), ${second.account.login} (${second.account.id})`,
      thread: number,
    });
    expect(await changedIn(world, world.stage.main)).toEqual([ledgerPath, crlPath].toSorted());
    expect(await answer()).toMatch(/is revoked/);
    const after = world.stage.main;
    world.restart();
    await read();
    expect(world.stage.main).toBe(after);
    expect(await world.ownComments(number)).toHaveLength(1);
  });

  it('by one who may, twice, and by outsiders: nothing is revoked', async () => {
    const { alice, maintainer, mallory } = world.stage;
    await comment(maintainer, number, `/revoke ${app} superseded`);
    await comment(maintainer, number, `/revoke ${app} superseded`);
    await comment(mallory, number, `/revoke ${app} superseded`);
    await comment(alice, number, `/revoke ${app} superseded`);
    await read();
    expect(world.stage.main).toBe(before);
    expect(await answer()).toContain('Only those who may approve');
  });

  itOpenssl(
    'by the holder of the key, who ran the command that the answer shows, and one who may: revoked',
    async () => {
      const { mallory, maintainer } = world.stage;
      await comment(mallory, number, `/revoke ${app} keyCompromise it was in a log`);
      await read();
      const proof = signAsTold(await answer(), app, key);
      // without it one who may is not enough
      await comment(maintainer, number, `/revoke ${app} keyCompromise`);
      await read();
      expect(world.stage.main).toBe(before);
      await comment(mallory, number, proof);
      await read();
      const ledger = await world.ledger();
      expect(ledger.revocationOf(ledger.certificatesOf(app)[0]?.serial ?? 0n)?.reason).toBe('keyCompromise');
      expect(await answer()).toMatch(/is revoked/);
      expect(await answer()).not.toContain('```');
    },
  );

  itOpenssl('by the holder of the key alone: nothing is revoked', async () => {
    const { mallory } = world.stage;
    await comment(mallory, number, `/revoke ${app} keyCompromise it was in a log`);
    await read();
    await comment(mallory, number, signAsTold(await answer(), app, key));
    await read();
    expect(world.stage.main).toBe(before);
    expect(await answer()).toContain('one person who may approve has to say the same');
  });

  it('in the text that it opens with: heard like a comment, and named as what it is', async () => {
    const { maintainer, second } = world.stage;
    number = await maintainer.visitor.openIssue('Revoke it', `Seen in a log.\n\n/revoke ${app} superseded`);
    await world.bot.do({ kind: 'reconcile' });
    expect(await answer()).toContain('One more person');
    await comment(second, number, `/revoke ${app} superseded`);
    await read();
    const ledger = await world.ledger();
    expect(ledger.revocationOf(ledger.certificatesOf(app)[0]?.serial ?? 0n)?.reason).toBe('superseded');
    const { commit } = await maintainer.visitor.must<{ commit: { message: string } }>(
      'GET',
      `commits/${world.stage.main}`,
    );
    expect(commit.message).toContain(`Approved-by: maintainer (${maintainer.account.id}), issue ${number}`);
  });

  it('in a text that somebody put into the mouth of whoever opened it: nothing is revoked', async () => {
    const { maintainer, second } = world.stage;
    number = await maintainer.visitor.openIssue('Revoke it', 'Look at that.');
    await second.visitor.edit(number, { body: `/revoke ${app} superseded` });
    await comment(second, number, `/revoke ${app} superseded`);
    await read();
    expect(world.stage.main).toBe(before);
    expect(await answer()).toContain('It was edited');
  });

  it('/help is answered, and nothing else that is no matter for an issue', async () => {
    const { mallory } = world.stage;
    await comment(mallory, number, '/hold\n/sign 0123456789ab');
    await read();
    expect(await world.ownComments(number)).toEqual([]);
    await comment(mallory, number, '/help');
    await read();
    expect(await answer()).toContain('### Commands');
    expect(await answer()).not.toContain('/hold | mallory');
    expect(world.stage.main).toBe(before);
  });

  it('is found by the reconciliation where the events were lost', async () => {
    const { maintainer, second } = world.stage;
    await comment(maintainer, number, `/revoke ${app} superseded`);
    await comment(second, number, `/revoke ${app} superseded`);
    await world.bot.do({ kind: 'reconcile' });
    const ledger = await world.ledger();
    expect(ledger.revocationOf(ledger.certificatesOf(app)[0]?.serial ?? 0n)?.reason).toBe('superseded');
  });
});
