// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appArchive } from '../../store/support/tar.js';
import { closeWorld, makeStoreWorld, type StoreWorld } from './store-world.js';

let world: StoreWorld;
beforeEach(async () => {
  world = await makeStoreWorld();
});
afterEach(() => closeWorld(world));

const releases = async (): Promise<number> => (await world.list()).flatMap((app) => app.releases).length;

describe('registering another certificate', () => {
  it('deletes every release of the app (incident: re-registering with another certificate deleted all releases)', async () => {
    const first = await world.certificate('news');
    expect((await world.register(first)).status).toBe(201);
    await world.publish(appArchive({ version: '1.0.0' }));
    await world.publish(appArchive({ version: '1.1.0' }));
    expect(await releases()).toBe(2);
    expect((await world.register(await world.certificate('news'))).status).toBe(204);
    expect(await releases()).toBe(0);
    // The app itself is still there, and its owner may publish again.
    expect((await world.publish(appArchive({ version: '1.1.0' }))).status).toBe(201);
  });

  it('the same certificate again deletes nothing, whatever its line ends and outer blanks', async () => {
    const holder = await world.certificate('news');
    await world.register(holder);
    await world.publish(appArchive());
    expect((await world.register({ ...holder, pem: `\r\n${holder.pem.replaceAll('\n', '\r\n')}\n ` })).status).toBe(
      204,
    );
    expect(await releases()).toBe(1);
  });

  it('the same certificate in other lines is another text, and deletes', async () => {
    const holder = await world.certificate('news');
    await world.register(holder);
    await world.publish(appArchive());
    expect((await world.register({ ...holder, pem: `preface\n${holder.pem}` })).status).toBe(204);
    expect(await releases()).toBe(0);
  });
});

describe('whose an app is', () => {
  it('a transfer with the same certificate keeps the releases, and is for once', async () => {
    const holder = await world.certificate('news');
    await world.register(holder);
    await world.publish(appArchive());
    const { token } = world.store.addUser('heir', 'x');
    expect((await world.register(holder, { token })).status).toBe(403);
    world.store.unlock('news');
    expect((await world.register(holder, { token })).status).toBe(204);
    expect(await releases()).toBe(1);
    expect((await world.register(holder)).status).toBe(403);
    expect((await world.send('DELETE', 'apps/news')).status).toBe(403);
    expect((await world.send('DELETE', 'apps/news', { token })).status).toBe(204);
  });

  it('co-maintainers publish and delete releases, and cannot delete the app', async () => {
    await world.register(await world.certificate('news'));
    const { token } = world.store.addUser('colleague', 'x');
    expect((await world.publish(appArchive(), { token })).status).toBe(403);
    world.store.addCoMaintainer('news', 'colleague');
    expect((await world.publish(appArchive(), { token })).status).toBe(201);
    expect((await world.send('GET', 'apps/news/downloads', { token })).status).toBe(200);
    expect((await world.send('DELETE', 'apps/news', { token })).status).toBe(403);
    expect((await world.send('DELETE', 'apps/news/releases/1.0.0', { token })).status).toBe(204);
  });

  it('strangers delete nothing', async () => {
    await world.register(await world.certificate('news'));
    await world.publish(appArchive());
    const { token } = world.store.addUser('stranger', 'x');
    expect((await world.send('DELETE', 'apps/news/releases/1.0.0', { token })).status).toBe(403);
    expect((await world.send('DELETE', 'apps/news/releases/9.9.9', { token })).status).toBe(404);
    expect(await world.send('DELETE', 'apps/news', { token })).toMatchObject({
      status: 403,
      body: { detail: 'You do not have permission to perform this action.' },
    });
    expect(await releases()).toBe(1);
  });
});

describe('what the store registers without a word', () => {
  // nextcloud/app-certificate-requests#794, nextcloud/appstore#1809: certified, registered, and then no release could be right
  it('an id of 39 characters; its release is refused', async () => {
    const id = 'a'.repeat(39);
    expect((await world.register(await world.certificate(id))).status).toBe(201);
    expect((await world.publish(appArchive({ id }))).body).toEqual([
      expect.stringMatching(/^info\.xml did not validate: /),
    ]);
  });

  // nextcloud/app-certificate-requests#441: a CN that is literally APP_ID
  it('the CN APP_ID', async () => {
    expect((await world.register(await world.certificate('APP_ID'))).status).toBe(201);
  });
});
