// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { testKey } from '../support/test-keys.js';
import { approve, certified } from './support/acts.js';
import { World } from './support/world.js';

describe('a look at a pull request', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  it('says what is wrong; after the mend and an approval there is a certificate', async () => {
    const { stage } = world;
    const { alice, maintainer } = stage;
    await world.appRepository(alice, 'weather_maps');
    const { number, head } = await world.request('weather_maps', { body: 'no link' });
    await world.pushed(number, head, alice);
    expect(await world.labels(number)).toEqual(['needs changes']);
    const [comment = ''] = await world.ownComments(number);
    expect(comment).toContain('repository-link');

    await alice.visitor.must('PATCH', `pulls/${number}`, { body: world.linkTo(alice, 'weather_maps') });
    await world.look(number);
    expect(await world.labels(number)).toEqual(['ready to approve']);

    await maintainer.visitor.must('POST', `pulls/${number}/reviews`, { event: 'APPROVE', commit_id: head });
    await world.look(number);
    expect(await world.labels(number)).toEqual(['signed']);
    expect(await world.file('weather_maps/weather_maps.crt')).toContain('BEGIN CERTIFICATE');
    expect((await world.ledger()).issuedFor(number)?.app).toBe('weather_maps');
    expect(await world.ownComments(number)).toEqual([expect.stringContaining('-----BEGIN CERTIFICATE-----')]);
    expect(await world.pull(number)).toMatchObject({ state: 'closed', merged: true });
    // GitHub saw the merge at once, and the check does not wait for an approval for ever
    const { check_runs: runs } = await maintainer.visitor.must<{
      check_runs: { conclusion: string; output: { title: string; text: string } }[];
    }>('GET', `commits/${head}/check-runs`);
    expect(runs.at(-1)).toMatchObject({ conclusion: 'success', output: { title: 'Certified' } });
    const [issued = ''] = await world.ownComments(number);
    for (const text of [issued, runs.at(-1)?.output.text ?? '']) {
      expect(text).toContain(`/commit/${head}), certified in [`);
      expect(text).toContain(`/commit/${stage.main})`);
    }
    const before = JSON.stringify(runs);
    await world.look(number);
    const after = await maintainer.visitor.must<{ check_runs: object[] }>('GET', `commits/${head}/check-runs`);
    expect(JSON.stringify(after.check_runs)).toBe(before);
  });

  /** One run, and what it says. */
  async function check(head: string): Promise<{ conclusion: string; output: { title: string } }> {
    const { check_runs: runs } = await world.stage.maintainer.visitor.must<{
      check_runs: { conclusion: string; output: { title: string } }[];
    }>('GET', `commits/${head}/check-runs`);
    expect(runs).toHaveLength(1);
    return runs[0] ?? { conclusion: '', output: { title: '' } };
  }

  it('says nothing but check and label where nothing is to be said: all is well, and the requester was here before', async () => {
    await certified(world, 'star_charts');
    const infoXml = [
      '<?xml version="1.0"?>',
      '<info><id>weather_maps</id><name>Weather</name><summary>Maps</summary><description>Maps of weather</description>',
      '<version>1.0.0</version><licence>agpl</licence><author>Alice</author><category>tools</category>',
      '<bugs>https://example.org/bugs</bugs><dependencies><nextcloud min-version="30" max-version="31"/></dependencies>',
      '</info>',
    ].join('\n');
    const { number, head } = await world.request('weather_maps', { infoXml, key: await testKey() });
    await world.pushed(number, head, world.stage.alice);
    expect(await check(head)).toMatchObject({ conclusion: 'success', output: { title: 'Waits for approval' } });
    expect(await world.labels(number)).toEqual(['ready to approve']);
    expect(await world.ownComments(number)).toEqual([]);
  });

  it('that ends in an error writes a failing check, which the next look mends; nothing is issued meanwhile', async () => {
    const { number, head } = await world.request('weather_maps');
    await world.pushed(number, head, world.stage.alice);
    expect(await check(head)).toMatchObject({ conclusion: 'success' });
    await approve(world.stage.maintainer, number, head);
    const broken = world.stage.github();
    broken.octokit.hook.before('request', ({ url }) => {
      if (url.endsWith('/commits')) throw new Error('broken');
    });
    world.workshop = { ...world.workshop, github: broken };
    world.useAuthority(world.authority);
    await expect(world.look(number)).rejects.toThrow('broken');
    expect(await check(head)).toMatchObject({ conclusion: 'failure', output: { title: 'Could not be judged' } });
    expect((await world.ledger()).issuedFor(number)).toBeUndefined();
    world.restart();
    await world.look(number);
    // who pushed was kept beside the failure: one approval is enough
    expect(await check(head)).toMatchObject({ conclusion: 'success', output: { title: 'Certified' } });
  });

  it('is taken at the pull request of a commit, where the event names no other; and at none for any other commit', async () => {
    const { number, head } = await world.request('weather_maps');
    await world.bot.do({ kind: 'look-at-head', sha: world.stage.main });
    expect(await world.labels(number)).toEqual([]);
    await world.bot.do({ kind: 'look-at-head', sha: head });
    expect(await world.labels(number)).toEqual(['ready to approve']);
  });
});
