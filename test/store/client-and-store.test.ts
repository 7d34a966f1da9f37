// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { signBytes } from '../../src/store/archive-signature.js';
import { StoreClient } from '../../src/store/client.js';
import { readBack } from '../../src/store/read-back.js';
import { closeWorld, makeStoreWorld, type StoreWorld } from '../sandbox/store/store-world.js';
import { appArchive } from './support/tar.js';

let world: StoreWorld;
let client: StoreClient;
beforeEach(async () => {
  world = await makeStoreWorld();
  client = clientOf(world.store.token);
});
afterEach(() => closeWorld(world));

function clientOf(token: string): StoreClient {
  return new StoreClient({ url: world.store.url, credentials: { token }, clock: world.clock, random: () => 0 });
}

async function register(appId = 'news'): Promise<string> {
  const { key, pem } = await world.certificate(appId);
  await client.register({ certificate: pem, signature: signBytes(Buffer.from(appId), key) });
  return pem;
}

/** Serves the archive at an address of its own, and publishes it. */
function publication(archive = appArchive(), path = '/news.tar.gz') {
  return { download: world.host.serve(path, archive), signature: signBytes(archive, world.appKey) };
}

describe('the client and the sandbox store, over loopback', () => {
  it('go through the life of an app', async () => {
    const { user } = world.store;
    const byPassword = new StoreClient({ url: world.store.url, credentials: { user, password: 'developer' } });
    expect(await byPassword.token()).toBe(world.store.token);
    expect(await client.ownership('news')).toBe('not-registered');
    const pem = await register();
    expect(await client.ownership('news')).toBe('owner');
    expect(await clientOf(world.store.addUser('stranger', 'x').token).ownership('news')).toBe('not-owner');
    // Registered, but without a release: no list shows the certificate.
    expect(await client.compareCertificate('news', pem)).toBe('unknown');

    const published = publication();
    expect(await client.publish(published)).toBe('created');
    expect(await client.publish(published)).toBe('overwritten');
    expect(await client.compareCertificate('news', pem)).toBe('same');
    expect(await client.compareCertificate('news', (await world.certificate('news')).pem)).toBe('other');
    const wanted = { appId: 'news', version: '1.0.0', nightly: false, signature: published.signature };
    expect((await readBack(client, { ...wanted, platform: '33.0.0' })).list).toBe('platform/33.0.0/apps.json');
    expect((await client.downloads('news')).map(({ version }) => version)).toEqual(['1.0.0']);

    expect(await client.publish({ ...published, nightly: true })).toBe('created');
    expect((await readBack(client, { ...wanted, nightly: true })).release.isNightly).toBe(true);
    await client.deleteRelease('news', '1.0.0', 'nightly');
    await client.deleteRelease('news', '1.0.0');
    await client.deleteApp('news');
    expect(await client.ownership('news')).toBe('not-registered');
    const renewed = await client.renewToken();
    await expect(client.ownership('news')).rejects.toMatchObject({ code: 'not-authenticated' });
    expect(await clientOf(renewed).ownership('news')).toBe('not-registered');
  });

  it('read the public lists', async () => {
    expect((await client.categories()).map(({ id }) => id)).toContain('ai');
    expect(await client.platforms()).toHaveLength(3);
    expect(await client.ratings()).toEqual([]);
    expect(await client.appApiApps()).toEqual([]);
  });

  it('ask for an unchanged list with its ETag: 304, and nothing is sent again', async () => {
    await register();
    await client.publish(publication());
    const first = await client.apps();
    const answers: number[] = [];
    const watching = new StoreClient({
      url: world.store.url,
      http: async (request) => {
        const { http } = await import('../../common/http.js');
        const answer = await http(request);
        answers.push(answer.status);
        return answer;
      },
    });
    expect(await watching.apps()).toEqual(first);
    expect(await watching.apps()).toEqual(first);
    expect(answers).toEqual([200, 304]);
  });
});

describe('incidents that must be impossible', () => {
  it('re-registering with another certificate deleted all releases: a comparison shows it before', async () => {
    await register();
    await client.publish(publication());
    const other = await world.certificate('news');
    expect(await client.compareCertificate('news', other.pem)).toBe('other');
    expect(await client.apps()).toHaveLength(1);
  });

  it('CDN answers 404 right after the upload, the store says "not a valid tar.gz archive" (contacts#5329): tried again', async () => {
    await register();
    const archive = appArchive();
    let reads = 0;
    const download = world.host.serve('/cdn.tar.gz', (_request, response) => {
      if (++reads <= 2) response.writeHead(404).end();
      else response.end(archive);
    });
    expect(await client.publish({ download, signature: signBytes(archive, world.appKey) })).toBe('created');
    expect(reads).toBe(3);
    expect(world.clock.slept).toHaveLength(2);
  });

  it('the archive that was signed is not the archive that is served (breeze-dark#158): refused, never published', async () => {
    await register();
    const download = world.host.serve('/served.tar.gz', appArchive({ summary: 'served' }));
    const signature = signBytes(appArchive({ summary: 'signed' }), world.appKey);
    await expect(client.publish({ download, signature })).rejects.toMatchObject({
      code: 'signature-refused',
      outcome: 'refused',
    });
    expect(await client.apps()).toEqual([]);
  });

  it('store refused, job green (several workflows): every refusal is an error with the reason in words', async () => {
    const { download, signature } = publication();
    await expect(client.publish({ download, signature })).rejects.toMatchObject({
      code: 'not-registered',
      outcome: 'refused',
      status: 400,
      reasons: ['App news does not exist, you need to registerit first'],
      hint: expect.stringContaining('store register'),
    });
  });

  it('a certificate replaced for nothing: the 403 meant "not the owner" (app-certificate-requests#1136): said so', async () => {
    await register();
    const stranger = clientOf(world.store.addUser('stranger', 'x').token);
    const { key, pem } = await world.certificate('news');
    await expect(
      stranger.register({ certificate: pem, signature: signBytes(Buffer.from('news'), key) }),
    ).rejects.toMatchObject({
      code: 'not-allowed',
      message: expect.stringContaining('only the owner'),
      hint: expect.stringContaining('Do not ask for a new certificate'),
    });
  });

  it('store down under load (spreed#7408): 503 twice, then fine', async () => {
    await register();
    world.store.fail({ with: { status: 503, body: '<html>busy</html>' }, times: 2, on: 'POST apps/releases' });
    expect(await client.publish(publication())).toBe('created');
    expect(world.store.requests.filter((request) => request === 'POST apps/releases')).toHaveLength(3);
  });

  it('the gallery took it after the client had gone (web-ext#2704): a lost answer is repeated, which is safe', async () => {
    await register();
    world.store.fail({ with: 'drop-after', on: 'POST apps/releases' });
    expect(await client.publish(publication())).toBe('overwritten');
    world.store.fail({ with: 'drop-after', on: 'DELETE apps/news/releases/1.0.0' });
    await client.deleteRelease('news', '1.0.0');
    expect(await client.apps()).toEqual([]);
  });

  it('an expired or revoked certificate blocks releases: told by name', async () => {
    await register();
    const { list } = await world.authority.crl([]);
    world.store.setCrl(list);
    expect(await client.publish(publication())).toBe('created');
    const holder = await world.certificate('mail');
    await client.register({ certificate: holder.pem, signature: signBytes(Buffer.from('mail'), holder.key) });
    world.store.setCrl((await world.authority.crl([holder.certificate])).list);
    await expect(client.publish(publication(appArchive({ id: 'mail' })))).rejects.toMatchObject({
      code: 'certificate-refused',
      message: expect.stringContaining('the certificate was revoked'),
    });
    // Another app with another serial is not touched (server#20674: one serial twice killed two apps).
    expect(await client.publish(publication(appArchive({ version: '1.0.1' })))).toBe('created');
  });

  it('a list that is cached: the read-back waits for it', async () => {
    await closeWorld(world);
    world = await makeStoreWorld({ listCacheMs: 60_000 });
    client = clientOf(world.store.token);
    await client.apps();
    await register();
    const published = publication();
    await client.publish(published);
    const wanted = { appId: 'news', version: '1.0.0', nightly: false, signature: published.signature };
    expect((await readBack(client, wanted)).list).toBe('apps.json');
    expect(world.clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(60_000);
  });
});
