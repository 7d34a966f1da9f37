// SPDX-License-Identifier: MIT
import { generateKeyPairSync } from 'node:crypto';
import { PemSigner } from '../../ca/key/pem-signer.js';
import { certificatePath, requestPath } from '../../ca/repository/repository.js';
import { createRequest } from '../../ca/request/create-request.js';
import { approve, certified, comment, openRequest } from '../bot/support/acts.js';
import { World } from '../bot/support/world.js';
import { sharedKey, testKey } from '../support/test-keys.js';
import type { Scenario } from './bot-scenario.js';

const app = 'weather_maps';
const other = 'star_charts';
const copy = 'our-org/server';
const day = 86_400_000;
const settings = `approvers:\n  permission: maintain\ncrl:\n  copies: ["${copy}:resources/codesigning/root.crl"]\n`;
const leaked = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

/**
 * What follows certificates: a key is replaced, another one leaks, somebody pushes past the bot; an announced revocation
 * comes near and comes; the list is shipped elsewhere; a certificate ends.
 */
export const upkeep: Scenario = {
  name: 'upkeep',
  copy,
  async open() {
    const world = await World.open({ files: { 'authority/bot.yml': settings } });
    world.stage.server.state.addRepository(copy);
    await certified(world, app, await sharedKey());
    await certified(world, other, new PemSigner(leaked));
    world.waiting.length = 0;
    return world;
  },
  async play(world, bot) {
    const { maintainer, second, alice, mallory, clock } = world.stage;
    const request = (await createRequest(await testKey(), app)).toPem();
    const { number, head } = await openRequest(world, { app, files: { [requestPath(app)]: request } });
    await bot.hears(() => world.pushed(number, head, alice));
    await bot.settles();
    await comment(alice, number, '/replace lost the disk died');
    for (const person of [maintainer, second]) await approve(person, number, head);
    await bot.hears(() => world.look(number));
    await bot.settles();

    const key = String(leaked.export({ type: 'pkcs8', format: 'pem' }));
    const leak = await openRequest(world, { app: 'notes', files: { 'notes/notes.key': key }, by: mallory });
    await bot.hears(() => world.pushed(leak.number, leak.head, mallory));
    await bot.settles();

    const path = certificatePath(app);
    const before = await world.file(path);
    const push = async (text: string | undefined): Promise<void> => {
      const from = world.stage.main;
      const after = await world.stage.seed({ [path]: text });
      await bot.hears(() =>
        world.bot.do({ kind: 'watch', ref: 'refs/heads/main', by: 'maintainer', before: from, after }),
      );
      await bot.settles();
    };
    await push('somebody else’s\n');
    await push(before);

    const until = async (date: Date | undefined): Promise<void> => {
      await clock.sleep((date?.getTime() ?? 0) - clock.now().getTime());
      world.restart();
      await bot.settles();
    };
    const [announced] = (await world.ledger()).announcements;
    await until(new Date((announced?.on.getTime() ?? 0) - 2 * day));
    await until(announced?.on);
    const newest = (await world.ledger()).certificatesOf(app).at(-1);
    await until(new Date((newest?.notAfter.getTime() ?? 0) - 80 * day));
  },
};
