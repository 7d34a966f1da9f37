// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { warnOfExpiry } from '../../../bot/upkeep/warn-of-expiry.js';
import { sharedKey } from '../../support/test-keys.js';
import { approve, askAgain, certified } from '../support/acts.js';
import { World } from '../support/world.js';

const app = 'weather_maps';
const day = 86_400_000;

describe('a certificate that ends', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
    await certified(world, app);
  });
  afterEach(() => world.close());

  const issues = () =>
    world.stage.maintainer.visitor.must<{ number: number; title: string; state: string }[]>(
      'GET',
      'issues?labels=expiry&state=all',
    );

  async function daysBeforeTheEnd(days: number): Promise<void> {
    const { clock } = world.stage;
    const [first] = (await world.ledger()).certificatesOf(app);
    await clock.sleep((first?.notAfter.getTime() ?? 0) - clock.now().getTime() - days * day);
    world.restart();
  }

  it('has an issue that stays closed where a person closed it, and goes on being told of in it', async () => {
    await daysBeforeTheEnd(170);
    await warnOfExpiry(world.workshop);
    const [issue] = await issues();
    await world.stage.maintainer.visitor.close(issue?.number ?? 0);
    for (const days of [169, 80]) {
      await daysBeforeTheEnd(days);
      await warnOfExpiry(world.workshop);
    }
    expect(await issues()).toMatchObject([{ number: issue?.number, state: 'closed' }]);
    expect(await world.ownComments(issue?.number ?? 0)).toHaveLength(2);
  });

  it('has one issue, and one comment a stage which mentions who asked for it; a renewal closes it', async () => {
    await daysBeforeTheEnd(200);
    await warnOfExpiry(world.workshop);
    expect(await issues()).toEqual([]);
    for (const days of [170, 169, 80, 79, 20, 19]) {
      await daysBeforeTheEnd(days);
      await warnOfExpiry(world.workshop);
    }
    const [issue, ...others] = await issues();
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ title: expect.stringContaining(app), state: 'open' });
    const comments = await world.ownComments(issue?.number ?? 0);
    expect(comments).toHaveLength(3);
    for (const body of comments) expect(body.match(/@alice/g)).toHaveLength(1);

    const { number, head } = await askAgain(world, app, await sharedKey());
    await approve(world.stage.maintainer, number, head);
    await world.look(number);
    expect((await world.ledger()).certificatesOf(app)).toHaveLength(2);
    await warnOfExpiry(world.workshop);
    expect((await issues()).map(({ state }) => state)).toEqual(['closed']);
  });
});
