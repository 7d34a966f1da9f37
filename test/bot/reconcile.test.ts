// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clock } from '../../common/clock.js';
import { testKey } from '../support/test-keys.js';
import { approve, certified, openRequest } from './support/acts.js';
import { World } from './support/world.js';

const app = 'weather_maps';

/** A look takes less than a minute here, as it does among people. */
class QuickClock implements Clock {
  #time = Date.parse('2026-11-21T12:00:00Z');
  now(): Date {
    return new Date((this.#time += 20));
  }
  sleep(milliseconds: number): Promise<void> {
    this.#time += milliseconds;
    return Promise.resolve();
  }
}

describe('a reconciliation', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  const reconcile = (): Promise<void> => world.bot.do({ kind: 'reconcile' });

  it('does what lost events asked for: verdict, then certificate', async () => {
    const { number, head } = await world.request(app);
    await reconcile();
    expect(await world.labels(number)).toEqual(['ready to approve']);
    // who pushed is known to nobody now
    await approve(world.stage.maintainer, number, head);
    await approve(world.stage.second, number, head);
    await reconcile();
    expect((await world.ledger()).issuedFor(number)?.app).toBe(app);
    expect(await world.labels(number)).toEqual(['signed']);
    expect(await world.pull(number)).toMatchObject({ state: 'closed', merged: true });
  });

  it('tells of a certificate that was issued right before the bot died', async () => {
    const { number, head } = await world.request(app);
    await world.pushed(number, head, world.stage.alice);
    await approve(world.stage.maintainer, number, head);
    const dying = world.stage.github();
    dying.octokit.hook.before('request', ({ url }) => {
      if (!url.includes('/comments') && !url.includes('/check-runs') && !url.includes('/labels')) return;
      if (world.stage.main !== before) throw new Error('killed');
    });
    const before = world.stage.main;
    world.workshop = { ...world.workshop, github: dying };
    world.useAuthority(world.authority);
    await expect(world.look(number)).rejects.toThrow('killed');
    expect((await world.ledger()).issuedFor(number)).toBeDefined();
    expect((await world.ownComments(number)).join()).not.toContain('BEGIN CERTIFICATE');
    world.restart();
    await reconcile();
    expect((await world.ownComments(number)).join()).toContain('BEGIN CERTIFICATE');
    expect(await world.labels(number)).toEqual(['signed']);
    expect((await world.ledger()).certificatesOf(app)).toHaveLength(1);
  });

  it('closes after a minute what GitHub never marks as merged', async () => {
    await world.close();
    world = await World.open({ clock: new QuickClock() });
    const { clock, server, maintainer, alice } = world.stage;
    server.repository.settings.mergedAfter = 'never';
    const { number, head } = await world.request(app);
    await world.pushed(number, head, alice);
    await clock.sleep(5000);
    await approve(maintainer, number, head);
    await world.look(number);
    expect(await world.pull(number)).toMatchObject({ state: 'open', merged: false });
    expect(world.waiting).toContainEqual({ kind: 'look', pullRequest: number });
    await clock.sleep(61_000);
    await reconcile();
    expect(await world.pull(number)).toMatchObject({ state: 'closed', merged: false });
    expect(await world.labels(number)).toEqual(['signed']);
    expect((await world.ledger()).certificatesOf(app)).toHaveLength(1);
  });

  it('keeps nobody waiting for a pull request that fails', async () => {
    const first = await world.request('star_charts');
    const { number } = await world.request(app);
    const github = world.stage.github();
    github.octokit.hook.before('request', (options) => {
      if (options.pull_number === first.number) throw new Error('broken');
    });
    world.workshop = { ...world.workshop, github };
    world.useAuthority(world.authority);
    await expect(reconcile()).rejects.toMatchObject({
      code: 'left-undone',
      message: expect.stringContaining(`pull request ${first.number}`),
    });
    expect(await world.labels(number)).toEqual(['ready to approve']);
    world.restart();
    await reconcile();
    expect(await world.labels(first.number)).toEqual(['ready to approve']);
  });

  describe.each([
    ['is gone', undefined, 'not-permitted'],
    [
      'refuses for want of a permission',
      { status: 403, message: 'Resource not accessible by integration' },
      'left-undone',
    ],
    ['refuses what is sent', { status: 422, message: 'Validation Failed' }, 'left-undone'],
  ])('where a place that ships the list %s', (_, answer, code) => {
    const [bad, good] = ['our-org/mirror', 'our-org/server'];

    it('does everything else, and reports it', async () => {
      await world.close();
      const settings = `approvers:\n  permission: maintain\ncrl:\n  copies: ["${bad}:root.crl", "${good}:root.crl"]\n`;
      world = await World.open({ files: { 'authority/bot.yml': settings } });
      const { clock, maintainer, server } = world.stage;
      if (answer !== undefined) server.state.addRepository(bad);
      server.state.addRepository(good);
      await certified(world, app);
      const [certificate] = (await world.ledger()).certificatesOf(app);
      await clock.sleep((certificate?.notAfter.getTime() ?? 0) - clock.now().getTime() - 80 * 86_400_000);
      world.restart();
      const other = await world.request('star_charts', { key: await testKey() });
      if (answer !== undefined) {
        const effect = { kind: 'answer', ...answer } as const;
        server.faults.add({ effect, times: 1000, path: /\/repos\/our-org\/mirror\// });
      }
      const errors: unknown[] = [];
      const log = { ...world.workshop.log, error: (facts: object) => void errors.push(facts) };
      world.workshop = { ...world.workshop, log };
      world.useAuthority(world.authority);
      await expect(reconcile()).rejects.toMatchObject({
        code: 'left-undone',
        message: expect.stringContaining('copies of the CRL'),
      });
      expect(errors).toContainEqual(expect.objectContaining({ what: 'copies of the CRL', code }));
      expect(JSON.stringify(errors)).toContain(bad);
      expect(await world.labels(other.number)).toEqual(['ready to approve']);
      expect((await world.ledger()).crl?.number).toBeDefined();
      const pulls = (name: string) => maintainer.visitor.request<unknown[]>('GET', `/repos/${name}/pulls`);
      expect((await pulls(good)).body).toHaveLength(1);
      expect(await maintainer.visitor.must('GET', 'issues?labels=expiry')).toHaveLength(1);

      server.faults.clear();
      if (answer === undefined) server.state.addRepository(bad);
      world.restart();
      await reconcile();
      expect((await pulls(bad)).body).toHaveLength(1);
      expect((await pulls(good)).body).toHaveLength(1);
    });
  });

  it('says nothing of a new id on a draft before it is ready, and issues nothing for closed ones or another base', async () => {
    const { alice, maintainer, second } = world.stage;
    const { number, head } = await world.request(app);
    await world.pushed(number, head, alice);
    await alice.visitor.must('PATCH', `pulls/${number}`, { state: 'closed' });
    await approve(maintainer, number, head);
    await approve(second, number, head);
    await reconcile();
    expect((await world.ledger()).certificatesOf(app)).toEqual([]);

    await world.appRepository(alice, 'star_charts');
    const draft = await openRequest(world, {
      app: 'star_charts',
      draft: true,
      files: { 'star_charts/star_charts.csr': 'x' },
    });
    await reconcile();
    await approve(maintainer, draft.number, draft.head);
    await reconcile();
    expect((await world.ledger()).certificatesOf('star_charts')).toEqual([]);

    await alice.visitor.must('PATCH', `pulls/${number}`, { state: 'open' });
    await world.stage.commit(maintainer, { branch: 'other', files: { 'README.md': 'other\n' } });
    await maintainer.visitor.must('PATCH', `pulls/${number}`, { base: 'other' });
    await reconcile();
    expect((await world.ledger()).certificatesOf(app)).toEqual([]);
    await maintainer.visitor.must('PATCH', `pulls/${number}`, { base: 'main' });
    await reconcile();
    expect((await world.ledger()).certificatesOf(app)).toHaveLength(1);
  });
});
