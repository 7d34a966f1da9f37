// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { intentOf } from '../../bot/intent.js';
import { testKey } from '../support/test-keys.js';
import { certified } from './support/acts.js';
import type { Person } from './support/stage.js';
import { World } from './support/world.js';

const app = 'weather_maps';

describe('commands in the text of a review', () => {
  let world: World;
  let number: number;
  let head: string;
  beforeEach(async () => {
    world = await World.open();
    ({ number, head } = await world.request(app));
    await world.pushed(number, head, world.stage.alice);
  });
  afterEach(() => world.close());

  const review = (by: Person, body: string): Promise<{ id: number }> =>
    by.visitor.must('POST', `pulls/${number}/reviews`, { event: 'COMMENT', body });

  const told = (action: string): Promise<void> =>
    world.bot.do(intentOf('pull_request_review', { action, pull_request: { number } }));

  const issued = async (): Promise<boolean> => (await world.ledger()).issuedFor(number) !== undefined;

  it('/sign signs, and the ledger says where it stands', async () => {
    const { id } = await review(world.stage.maintainer, `Looks good.\n\n/sign ${head}`);
    await told('submitted');
    expect(await issued()).toBe(true);
    expect(await world.file('authority/ledger.jsonl')).toContain(`review ${id}`);
  });

  it('/hold holds, also where its event was lost', async () => {
    const { maintainer, second } = world.stage;
    await review(second, '/hold');
    await maintainer.visitor.approve(number, head);
    await world.bot.do({ kind: 'reconcile' });
    expect(await issued()).toBe(false);
    expect((await world.ownComments(number)).join()).toContain('On hold');
  });

  it('of a text that somebody else put there approve nothing', async () => {
    const { maintainer, second } = world.stage;
    const { id } = await review(maintainer, 'Let me see.');
    await second.visitor.must('PUT', `pulls/${number}/reviews/${id}`, { body: `/sign ${head}` });
    await told('edited');
    expect(await issued()).toBe(false);
    expect((await world.ownComments(number)).join()).toContain('It was edited');
  });

  it('/revoke by two, one of them in a comment, revokes', async () => {
    const { maintainer, second } = world.stage;
    await certified(world, 'star_charts', await testKey());
    await review(maintainer, '/revoke star_charts superseded');
    await told('submitted');
    await second.visitor.comment(number, '/revoke star_charts superseded');
    await world.look(number);
    const ledger = await world.ledger();
    expect(ledger.revocationOf(ledger.certificatesOf('star_charts')[0]?.serial ?? 0n)?.reason).toBe('superseded');
  });
});
