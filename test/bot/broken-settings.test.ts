// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Bot } from '../../bot/bot.js';
import { World } from './support/world.js';

describe('settings that cannot be read', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  it('are told on every open pull request by the reconciliation, and in the log in one line a time, its code first', async () => {
    const { head } = await world.request('weather_maps');
    await world.stage.seed({ 'authority/bot.yml': 'approvers:\n  teams: all\n' });
    const told: [object, string][] = [];
    const log = { ...world.workshop.log, error: (facts: object, what: string) => void told.push([facts, what]) };
    const bot = new Bot({ ...world.workshop, log });
    await expect(bot.do({ kind: 'reconcile' })).rejects.toMatchObject({ code: 'left-undone' });
    const path = `commits/${head}/check-runs?filter=all`;
    expect(await world.stage.maintainer.visitor.must('GET', path)).toMatchObject({
      check_runs: [{ conclusion: 'failure', output: { title: 'Could not be judged' } }],
    });
    const [[facts] = [{}]] = told.filter(([, what]) => what === 'the look ended early');
    expect(Object.entries(facts)[0]).toEqual(['code', 'bad-settings']);
    expect(JSON.stringify(told)).toContain('authority/bot.yml:2: ');
    expect(told.map(([line]) => Object.keys(line))).not.toContainEqual(expect.arrayContaining(['err']));
  }, 60_000);
});
