// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type JobResult, runJob } from '../../../bot/entries/job.js';
import { readJobInputs } from '../../../bot/entries/job-inputs.js';
import { JobLog } from '../../../bot/entries/job-log.js';
import { testKey } from '../../support/test-keys.js';
import { World } from '../support/world.js';
import { keyInputs, LeapingClock, listen, payloadOf } from './support.js';

describe('a job without a server', () => {
  let world: World;
  let clock: LeapingClock;
  let payloads: ReadonlyMap<string, string>;
  let log: JobLog;
  beforeEach(async () => {
    clock = new LeapingClock();
    world = await World.open({ clock });
    payloads = listen(world);
  });
  afterEach(() => world.close());

  async function run(eventName: string, given: Record<string, string>): Promise<JobResult> {
    const { app, appKey } = world.stage.community;
    const all: Record<string, string> = {
      'app-id': String(app.id),
      'app-private-key': appKey,
      ...(given.mode !== 'review' && (await keyInputs())),
      ...given,
    };
    const event: unknown = JSON.parse(payloadOf(payloads, eventName));
    const inputs = readJobInputs((name) => all[name] ?? '', {
      repository: 'our-org/certificates',
      apiUrl: world.stage.server.api,
      eventName,
      event,
    });
    log = new JobLog(() => undefined);
    return runJob(inputs, { clock, random: () => 0.5, log });
  }

  const review = (event: string): Promise<JobResult> => run(event, { mode: 'review' });
  const issue = (number: number, head: string): Promise<JobResult> =>
    run('issue_comment', { mode: 'issue', number: String(number), head });

  async function approved(app = 'weather_maps'): Promise<{ number: number; head: string; fork: string }> {
    // every app has a key of its own
    const request = await world.request(app, { key: await testKey() });
    await review('pull_request_target');
    await clock.sleep(2000);
    const wish = { event: 'APPROVE', commit_id: request.head };
    await world.stage.maintainer.visitor.must('POST', `pulls/${request.number}/reviews`, wish);
    return request;
  }

  it('knows from the event who pushed: one approval is enough', async () => {
    const { number, head } = await approved();
    expect((await issue(number, head)).issued).toBe(true);
  });

  it('needs two approvals where no event told who pushed', async () => {
    const { number, head } = await world.request('weather_maps');
    await review('schedule');
    await clock.sleep(2000);
    const { maintainer, second } = world.stage;
    const wish = { event: 'APPROVE', commit_id: head };
    await maintainer.visitor.must('POST', `pulls/${number}/reviews`, wish);
    expect(await issue(number, head)).toMatchObject({ issued: false, error: undefined });
    await second.visitor.must('POST', `pulls/${number}/reviews`, wish);
    expect((await issue(number, head)).issued).toBe(true);
  });

  it('signs nothing where the head is another by now, however well that is approved', async () => {
    const { alice, maintainer } = world.stage;
    const { number, head, fork } = await approved();
    const moved = await world.stage.commit(alice, {
      repository: fork,
      branch: 'certificate-weather_maps',
      files: { 'weather_maps/weather_maps.csr': (await requestOf(fork)) + '\n' },
      message: 'another\n\nSigned-off-by: alice <alice@users.noreply.github.com>',
    });
    await review('pull_request_target');
    await clock.sleep(2000);
    await maintainer.visitor.must('POST', `pulls/${number}/reviews`, { event: 'APPROVE', commit_id: moved });
    const result = await issue(number, head);
    expect(result).toMatchObject({ issued: false, error: { code: 'head-moved', outcome: 'refused' } });
    expect((await world.ledger()).issuedFor(number)).toBeUndefined();
    expect((await issue(number, moved)).issued).toBe(true);
  });

  async function requestOf(fork: string): Promise<string> {
    const { visitor } = world.stage.alice;
    const path = `/repos/${fork}/contents/weather_maps/weather_maps.csr?ref=certificate-weather_maps`;
    const { content } = await visitor.must<{ content: string }>('GET', path);
    return Buffer.from(content, 'base64').toString('latin1').trimEnd();
  }

  it('tells on a schedule of everything that waits, and one with the key does it all', async () => {
    const [one, other] = [await approved(), await approved('weather_alarm')];
    const scheduled = await review('schedule');
    expect(scheduled.error).toBeUndefined();
    expect(scheduled.waiting.toSorted((a, b) => a.number - b.number)).toEqual([
      { number: one.number, head: one.head },
      { number: other.number, head: other.head },
    ]);
    const reconciled = await run('schedule', { mode: 'reconcile' });
    expect(reconciled).toMatchObject({ waiting: [], upkeep: false, error: undefined });
    const ledger = await world.ledger();
    expect([...ledger.apps()].toSorted()).toEqual(['weather_alarm', 'weather_maps']);
    expect(ledger.crl?.number).toBeDefined();
  });

  it('tells of a list that is due, and of a revocation that an issue asks for', async () => {
    const { maintainer, second } = world.stage;
    const { number, head } = await approved();
    await issue(number, head);
    expect((await review('schedule')).upkeep).toBe(true);
    await run('schedule', { mode: 'reconcile' });
    expect((await review('schedule')).upkeep).toBe(false);

    await clock.sleep(2000);
    const { number: thread } = await maintainer.visitor.must<{ number: number }>('POST', 'issues', { title: 'Away' });
    for (const { visitor } of [maintainer, second]) {
      await visitor.must('POST', `issues/${thread}/comments`, { body: '/revoke weather_maps superseded' });
    }
    expect(await review('issue_comment')).toMatchObject({ waiting: [], upkeep: true });
    expect((await review('schedule')).upkeep).toBe(true);
    await run('schedule', { mode: 'reconcile' });
    const ledger = await world.ledger();
    const [record] = ledger.certificatesOf('weather_maps');
    expect(ledger.revocationOf(record!.serial)?.reason).toBe('superseded');
    expect((await review('schedule')).upkeep).toBe(false);
  });

  it('closes within the job what GitHub never marks as merged', async () => {
    world.stage.server.repository.settings.mergedAfter = 'never';
    const { number, head } = await approved();
    expect((await issue(number, head)).issued).toBe(true);
    expect(await world.pull(number)).toMatchObject({ state: 'closed', merged: false });
    expect(await world.labels(number)).toEqual(['signed']);
  });

  it('tells what waits although another pull request could not be looked at', async () => {
    const { number, head } = await approved();
    const { number: broken } = await world.request('weather_alarm');
    world.stage.server.faults.add({
      path: new RegExp(`/pulls/${broken}$`),
      times: Infinity,
      effect: { kind: 'answer', status: 500 },
    });
    const result = await review('schedule');
    expect(result.waiting).toEqual([{ number, head }]);
    expect(result.error).toMatchObject({ code: 'left-undone', outcome: 'outside' });
    expect(log.lines.some(({ level }) => level === 'error')).toBe(true);
  });
});
