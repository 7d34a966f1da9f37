// SPDX-License-Identifier: MIT
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Probot } from 'probot';
import { type RunningServer, startServer } from '../../bot/server.js';
import { systemClock } from '../../common/clock.js';
import { listen, payloadOf } from './entries/support.js';
import { approve } from './support/acts.js';
import { World } from './support/world.js';

const app = 'weather_maps';
const secret = 'the secret of the webhook';

describe('the server', () => {
  let world: World;
  let server: RunningServer;
  let told: string[];
  beforeEach(async () => {
    world = await World.open({ clock: systemClock });
    told = [];
  });
  afterEach(async () => {
    await server.close();
    await world.close();
  });

  async function start(reconcileEveryMs: number): Promise<void> {
    const { community, server: github } = world.stage;
    const own = { appId: community.app.id, privateKey: community.appKey };
    const log = {
      info: (_: object, what: string) => void told.push(what),
      warn: (facts: object, what: string) => void told.push(`${what} ${JSON.stringify(facts)}`),
      error: (facts: object, what: string) =>
        void told.push(`${what} ${String((facts as { err?: { stack?: string } }).err?.stack)}`),
    };
    server = await startServer({
      ...own,
      apiUrl: github.api,
      port: 0,
      authority: world.authority,
      trust: world.workshop.trust,
      reconcileEveryMs,
      clock: systemClock,
      random: () => 0.5,
      log,
      probot: new Probot({ ...own, secret, baseUrl: github.api, logLevel: 'fatal' }),
    });
  }

  async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
    for (let attempt = 0; attempt < 600; attempt++) {
      if (await isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`it did not happen: ${told.join(', ')}`);
  }

  const reconciled = (): number => told.filter((what) => what === 'reconciled').length;

  it('reconciles every so often: what nobody told it of is looked at', async () => {
    await start(100);
    await until(() => reconciled() > 0);
    const { number } = await world.request(app);
    await until(async () => (await world.labels(number)).includes('ready to approve'));
    const before = reconciled();
    await until(() => reconciled() > before + 1);
  }, 120_000);

  it('does what a webhook asks for once, however often it is replayed', async () => {
    const payloads = listen(world);
    await start(3_600_000);
    await until(() => reconciled() > 0);
    const deliver = async (event: string): Promise<void> => {
      const body = payloadOf(payloads, event);
      const headers = {
        'content-type': 'application/json',
        'x-github-event': event,
        'x-github-delivery': `the one ${event}`,
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      };
      const address = `http://127.0.0.1:${server.port}/api/github/webhooks`;
      expect((await fetch(address, { method: 'POST', headers, body })).status).toBe(200);
    };
    const twice = async (event: string): Promise<void> => {
      await Promise.all([deliver(event), deliver(event)]);
      await server.bot.idle();
      await deliver(event);
      await server.bot.idle();
    };
    const { number, head } = await world.request(app);
    await twice('pull_request');
    expect(await world.labels(number)).toEqual(['ready to approve']);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await approve(world.stage.maintainer, number, head);
    await twice('pull_request_review');
    expect(await world.labels(number)).toEqual(['signed']);
    await twice('pull_request');
    expect((await world.ledger()).certificatesOf(app)).toHaveLength(1);
    expect(await world.ownComments(number)).toHaveLength(1);
    const path = `commits/${head}/check-runs?filter=all`;
    expect(await world.stage.maintainer.visitor.must('GET', path)).toMatchObject({ total_count: 1 });
  }, 120_000);

  it('refuses what is signed with another secret, in one line a minute that holds nothing of it', async () => {
    await start(3_600_000);
    const send = (): Promise<Response> =>
      fetch(`http://127.0.0.1:${server.port}/api/github/webhooks`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-github-event': 'push',
          'x-github-delivery': 'the one',
          'x-hub-signature-256': `sha256=${'0'.repeat(64)}`,
        },
        body: '{"what": "strangers wrote"}',
      });
    for (let times = 0; times < 3; times++) expect((await send()).status).toBe(400);
    expect(told.filter((what) => what.includes('refused'))).toEqual([
      expect.stringMatching(/^a delivery was refused: its signature does not fit WEBHOOK_SECRET; .*"delivery-refused"/),
    ]);
    expect(told.join('\n')).not.toContain('strangers');
  }, 120_000);

  it('says in its health since when it runs, and when it last did everything', async () => {
    await start(3_600_000);
    const health = async (): Promise<{ startedAt?: string; reconciledAt?: string | null }> =>
      (await (await fetch(`http://127.0.0.1:${server.port}/health`)).json()) as object;
    // the reconciliation has just begun
    const first = await health();
    expect(first).toMatchObject({ ok: true, reconciledAt: null });
    expect(Date.parse(first.startedAt ?? '')).toBeLessThanOrEqual(Date.now());
    await until(async () => Date.parse((await health()).reconciledAt ?? '') >= Date.parse(first.startedAt ?? ''));
  }, 120_000);
});
