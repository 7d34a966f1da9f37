// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRequest } from '../../ca/request/create-request.js';
import { testKey } from '../support/test-keys.js';
import { approve, certified, openRequest } from './support/acts.js';
import { World } from './support/world.js';

const [from, to] = ['weather_maps', 'cloud_charts'];

describe('a rename', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
    await certified(world, from);
  });
  afterEach(() => world.close());

  it('is one pull request, needs two, and announces the end of the old certificate', async () => {
    const { alice, maintainer, second } = world.stage;
    await world.appRepository(alice, to);
    const request = (await createRequest(await testKey(), to)).toPem();
    const files = { [`${from}/${from}.csr`]: undefined, [`${to}/${to}.csr`]: request };
    const { number, head } = await openRequest(world, { app: to, files });
    await world.pushed(number, head, alice);
    expect(await world.labels(number)).toEqual(['ready to approve', 'replaces a certificate']);
    expect((await world.ownComments(number)).join()).toContain('### This renames a certified app');
    await approve(maintainer, number, head);
    await world.look(number);
    expect((await world.ledger()).certificatesOf(to)).toEqual([]);
    await approve(second, number, head);
    await world.look(number);

    const ledger = await world.ledger();
    expect(ledger.issuedFor(number)?.app).toBe(to);
    expect(ledger.renamedTo(from)).toBe(to);
    const [old] = ledger.certificatesOf(from);
    const announced = ledger.announcementOf(old?.serial ?? 0n);
    expect(announced?.reason).toBe('cessationOfOperation');
    expect(ledger.revocationOf(old?.serial ?? 0n)).toBeUndefined();
    expect(await world.file(`${from}/${from}.csr`)).toBeUndefined();
    expect(await world.file(`${to}/${to}.csr`)).toBe(request);
    expect(await world.file(`${to}/${to}.crt`)).toContain('BEGIN CERTIFICATE');
    expect((await world.ownComments(number)).join()).toContain(announced?.on.toISOString().slice(0, 10));
    expect(await world.labels(number)).toEqual(['signed']);
  });

  it('of an id that never had a certificate takes its request away, and announces nothing', async () => {
    const { alice, maintainer } = world.stage;
    const never = 'rain_radar';
    await world.stage.seed({ [`${never}/${never}.csr`]: (await createRequest(await testKey(), never)).toPem() });
    await world.appRepository(alice, to);
    const request = (await createRequest(await testKey(), to)).toPem();
    const files = { [`${never}/${never}.csr`]: undefined, [`${to}/${to}.csr`]: request };
    const { number, head } = await openRequest(world, { app: to, files });
    await world.pushed(number, head, alice);
    expect(await world.labels(number)).toEqual(['ready to approve']);
    expect((await world.ownComments(number)).join()).not.toContain('renames a certified app');
    // nothing is replaced: one approval, as for any new id
    await approve(maintainer, number, head);
    await world.look(number);

    const ledger = await world.ledger();
    expect(ledger.issuedFor(number)?.app).toBe(to);
    expect(ledger.announcements).toEqual([]);
    expect(await world.file(`${never}/${never}.csr`)).toBeUndefined();
    expect(await world.file(`${from}/${from}.csr`)).toContain('BEGIN CERTIFICATE REQUEST');
    expect(await world.labels(number)).toEqual(['signed']);
  });
});
