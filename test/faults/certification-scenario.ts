// SPDX-License-Identifier: MIT
import { World } from '../bot/support/world.js';
import type { Scenario } from './bot-scenario.js';

const app = 'weather_maps';

/** A request is made, looked at, approved and signed; then two people have it revoked. */
export const certification: Scenario = {
  name: 'certification',
  open: () => World.open(),
  async play(world, bot) {
    const { alice, maintainer, second } = world.stage;
    const { number, head } = await world.request(app);
    await bot.hears(() => world.pushed(number, head, alice));
    // people approve what they see: they wait until there is a check
    await bot.hears(() => world.bot.do({ kind: 'reconcile' }));
    for (const { visitor } of [maintainer, second]) {
      await visitor.must('POST', `pulls/${number}/reviews`, { event: 'APPROVE', commit_id: head });
    }
    await bot.hears(() => world.look(number));
    await bot.settles();
    const { number: issue } = await maintainer.visitor.must<{ number: number }>('POST', 'issues', { title: 'Revoke' });
    for (const { visitor } of [maintainer, second]) {
      await visitor.must('POST', `issues/${issue}/comments`, { body: `/revoke ${app} keyCompromise it leaked` });
    }
    await bot.hears(() => world.bot.do({ kind: 'read-issue', issue }));
    await bot.settles();
  },
};
