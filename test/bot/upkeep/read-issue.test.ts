// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { crlPath, ledgerPath } from '../../../ca/repository/repository.js';
import { certified, changedIn, comment } from '../support/acts.js';
import { World } from '../support/world.js';

const app = 'weather_maps';

describe('an issue that asks for a revocation', () => {
  let world: World;
  let number: number;
  let before: string;
  beforeEach(async () => {
    world = await World.open();
    await certified(world, app);
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

  it('is found by the reconciliation where the events were lost', async () => {
    const { maintainer, second } = world.stage;
    await comment(maintainer, number, `/revoke ${app} superseded`);
    await comment(second, number, `/revoke ${app} superseded`);
    await world.bot.do({ kind: 'reconcile' });
    const ledger = await world.ledger();
    expect(ledger.revocationOf(ledger.certificatesOf(app)[0]?.serial ?? 0n)?.reason).toBe('superseded');
  });
});
