// SPDX-License-Identifier: MIT
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepAnnouncements } from '../../../bot/upkeep/keep-announcements.js';
import { testKey } from '../../support/test-keys.js';
import { approve, askAgain, certified, comment } from '../support/acts.js';
import { World } from '../support/world.js';

const app = 'weather_maps';
const day = 86_400_000;

describe('an announced revocation', () => {
  let world: World;
  let store: Server;
  let apps: unknown;
  let number: number;

  beforeEach(async () => {
    apps = [];
    store = createServer((_, response) => void response.end(JSON.stringify(apps)));
    await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
    const settings = `approvers:\n  permission: maintain\nstore: ${address}\n`;
    world = await World.open({ files: { 'authority/bot.yml': settings } });
    await certified(world, app);
    const again = await askAgain(world, app, await testKey());
    number = again.number;
    await comment(world.stage.alice, number, '/replace lost the disk died');
    await approve(world.stage.maintainer, number, again.head);
    await world.look(number);
  });
  afterEach(async () => {
    await world.close();
    await new Promise((resolve) => store.close(resolve));
  });

  const announced = async () => (await world.ledger()).announcements[0];
  const reminders = async (): Promise<string[]> =>
    (await world.ownComments(number)).filter((body) => body.includes('A revocation comes'));

  it('is told once more before its day, once', async () => {
    const { clock } = world.stage;
    await keepAnnouncements(world.workshop);
    expect(await reminders()).toEqual([]);
    const on = (await announced())?.on ?? new Date(0);
    await clock.sleep(on.getTime() - clock.now().getTime() - 2 * day);
    world.restart();
    await keepAnnouncements(world.workshop);
    await keepAnnouncements(world.workshop);
    const told = await reminders();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('@alice');
    expect(told[0]).toContain(on.toISOString().slice(0, 10));
  });

  it('comes nearer once the store has a release with the new certificate, not before', async () => {
    const { on: first } = (await announced()) ?? {};
    const certificate = await world.file(`${app}/${app}.crt`);
    apps = [{ id: app, certificate, releases: [] }];
    await keepAnnouncements(world.workshop);
    expect((await announced())?.on).toEqual(first);
    apps = [null, { id: 'other', certificate: 'none', releases: [{}] }, { id: app, certificate, releases: [{}] }];
    await keepAnnouncements(world.workshop);
    const { on } = (await announced()) ?? {};
    expect(on?.getTime()).toBeLessThan(first?.getTime() ?? 0);
    expect(on?.getTime()).toBeGreaterThan(world.stage.clock.now().getTime());
    const { main } = world.stage;
    await keepAnnouncements(world.workshop);
    expect(world.stage.main).toBe(main);
    expect(await reminders()).toHaveLength(1);
  });

  it('stays where the store is out of order, which the reconciliation says', async () => {
    apps = { no: 'list' };
    await expect(keepAnnouncements(world.workshop)).rejects.toMatchObject({ code: 'store-unreadable' });
  });
});
