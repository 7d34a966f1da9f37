// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { warnOfTeams } from '../../bot/warn-of-teams.js';
import { World } from './support/world.js';

describe('the teams that may approve', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  it.each([
    ['[our-org/signers]', 'none', []],
    ['[our-org/nobody]', 'none', [['nobody may approve', 'our-org/nobody']]],
    ['[our-org/nobody, our-org/signers]', 'none', [['some may not approve', 'our-org/nobody']]],
    ['[other-org/signers]', 'maintain', [['some may not approve', 'other-org/signers']]],
  ])('%s, and %s besides', async (teams, permission, expected) => {
    await world.stage.seed({ 'authority/bot.yml': `approvers:\n  teams: ${teams}\n  permission: ${permission}\n` });
    const told: [string | undefined, string][] = [];
    const warn = (facts: object, what: string) =>
      void told.push([what.split(':')[0], String((facts as { teams?: string[] }).teams)]);
    await warnOfTeams({ ...world.workshop, log: { ...world.workshop.log, warn } });
    expect(told).toEqual(expected);
  });
});
