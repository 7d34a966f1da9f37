// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createRequest } from '../../ca/request/create-request.js';
import { sharedKey, testKey } from '../support/test-keys.js';
import { openRequest } from './support/acts.js';
import { World } from './support/world.js';

let world: World;
beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.close());

it('the same key for two apps in two open pull requests is said, with commands, before either is certified', async () => {
  const { alice } = world.stage;
  const first = await world.request('weather_maps');
  await world.pushed(first.number, first.head, alice);
  const ask = async (app: string, key = sharedKey()): Promise<string> => {
    await world.appRepository(alice, app);
    const files = { [`${app}/${app}.csr`]: (await createRequest(await key, app)).toPem() };
    const { number, head } = await openRequest(world, { app, files });
    await world.pushed(number, head, alice);
    return (await world.ownComments(number)).join();
  };
  const words = await ask('star_charts');
  expect(words).toMatch(/\*\*key-twice\*\*: \\#\u200b1 asks for the app "weather\\_maps" with the same key/);
  expect(words).toContain('-keyout ../star_charts.key -out star_charts/star_charts.csr');
  expect(words).toContain(`see #${first.number} for the other`);
  expect(await ask('tide_tables', testKey())).not.toContain('key-twice');

  world.restart();
  await world.look(first.number);
  expect((await world.ownComments(first.number)).join()).toContain('**key-twice**');
});
