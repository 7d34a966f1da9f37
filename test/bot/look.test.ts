// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
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
});
