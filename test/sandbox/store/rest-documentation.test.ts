// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { needs } from '../../support/needs.js';
import { appArchive } from '../../store/support/tar.js';
import { closeWorld, makeStoreWorld, type StoreWorld } from './store-world.js';

const itOpenSsl = needs('openssl', 'openssl') ? it : it.skip;
const basic = { authorization: `Basic ${Buffer.from('developer:developer').toString('base64')}` };
const json = { ...basic, 'content-type': 'application/json' };
const hexToken = /^[0-9a-f]{40}$/;

let world: StoreWorld;
beforeAll(async () => {
  world = await makeStoreWorld();
});
afterAll(() => closeWorld(world));

/** The requests of docs/api/restapi.rst, in the order in which an app's life goes. */
describe('the documented requests', () => {
  const send = (method: string, path: string, headers: Record<string, string> = basic, body?: string) =>
    world.send(method, path, { token: null, headers, ...(body !== undefined && { body }) });
  const folder = mkdtempSync(join(tmpdir(), 'rest-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** `openssl dgst -sha512 -sign APP_ID.key FILE | openssl base64`: with line breaks */
  const openSslSignature = (bytes: string | Uint8Array): string => {
    writeFileSync(join(folder, 'news.key'), world.appKey.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(join(folder, 'data'), bytes);
    const signed = spawnSync('openssl', ['dgst', '-sha512', '-sign', 'news.key', 'data'], { cwd: folder });
    return spawnSync('openssl', ['base64'], { input: signed.stdout, encoding: 'utf8' }).stdout;
  };

  it('POST token, twice the same', async () => {
    const first = await send('POST', 'token');
    expect(first.status).toBe(200);
    expect(first.body).toEqual({ token: expect.stringMatching(hexToken) });
    expect((await send('POST', 'token/')).body).toEqual(first.body);
  });

  it('POST token/new: another one, and the old one is void', async () => {
    const old = world.store.token;
    const { status, body } = await send('POST', 'token/new');
    expect(status).toBe(200);
    expect(body).toEqual({ token: expect.stringMatching(hexToken) });
    expect((body as { token: string }).token).not.toBe(old);
    expect((await world.send('GET', 'apps/news/downloads', { token: old })).status).toBe(401);
  });

  it('GET categories.json, 304 with its ETag', async () => {
    const { body, headers, status } = await send('GET', 'categories.json', {});
    expect(status).toBe(200);
    expect(body).toContainEqual({ id: 'games', translations: { en: { name: 'Games', description: '' } } });
    expect((await send('GET', 'categories.json', { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304);
    expect((await send('GET', 'categories.json', { 'if-none-match': '"4-2016-06-11 10:37:24+00:00"' })).status).toBe(
      200,
    );
  });

  itOpenSsl('POST apps with a signature by openssl', async () => {
    const { pem } = await world.certificate('news');
    const body = JSON.stringify({ certificate: pem.replaceAll('\n', '\r\n'), signature: openSslSignature('news') });
    const { status, body: said } = await send('POST', 'apps', json, body);
    expect([status, said]).toEqual([201, '']);
  });

  it('an app that is registered and has no release is in no list', async () => {
    for (const list of ['apps.json', 'appapi_apps.json', 'platform/34.0.0/apps.json']) {
      expect((await send('GET', list, {})).body).toEqual([]);
    }
  });

  itOpenSsl('POST apps/releases with a signature by openssl: 201, then 200', async () => {
    const archive = appArchive({ version: '9.0.0' });
    const download = world.host.serve('/release.tar.gz', archive);
    const body = JSON.stringify({ download, signature: openSslSignature(archive), nightly: false });
    expect(await send('POST', 'apps/releases', json, body)).toMatchObject({ status: 201, body: '' });
    expect(await send('POST', 'apps/releases/', json, body)).toMatchObject({ status: 200, body: '' });
  });

  it('GET platform/9.0.0/apps.json: the apps that fit, 304 with its ETag', async () => {
    expect((await send('GET', 'platform/9.0.0/apps.json', {})).body).toEqual([]);
    const { body, headers } = await send('GET', 'platform/34.0.0/apps.json', {});
    expect(body).toEqual([expect.objectContaining({ id: 'news' })]);
    const etag = headers.get('etag') ?? '';
    expect(etag).toMatch(/^"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{6})?\+00:00"$/);
    expect((await send('GET', 'platform/34.0.0/apps.json', { 'if-none-match': etag })).status).toBe(304);
  });

  it('GET apps.json, packed where asked for, 304 by date too', async () => {
    const { headers, body } = await send('GET', 'apps.json', { 'accept-encoding': 'gzip' });
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(headers.get('vary')).toBe('Accept-Encoding');
    expect(body).toHaveLength(1);
    const since = headers.get('last-modified') ?? '';
    expect((await send('GET', 'apps.json', { 'if-modified-since': since })).status).toBe(304);
    expect((await send('GET', 'apps.json', { 'if-modified-since': 'Fri, 20 Nov 2015 12:00:00 GMT' })).status).toBe(200);
  });

  it('GET apps/news/downloads: for owner and co-maintainers', async () => {
    const { status, body } = await send('GET', 'apps/news/downloads');
    expect(status).toBe(200);
    expect(body).toEqual([
      { version: '9.0.0', isNightly: false, download: world.host.url('/release.tar.gz'), downloadCount: null },
    ]);
    const { token } = world.store.addUser('stranger', 'x');
    expect((await world.send('GET', 'apps/news/downloads', { token })).status).toBe(403);
    expect((await world.send('GET', 'apps/mail/downloads', { token })).status).toBe(404);
  });

  itOpenSsl('DELETE of a nightly and of a release', async () => {
    const archive = appArchive({ version: '9.0.0' });
    const download = world.host.serve('/nightly.tar.gz', archive);
    const body = JSON.stringify({ download, signature: openSslSignature(archive), nightly: true });
    expect((await send('POST', 'apps/releases', json, body)).status).toBe(201);
    expect(await send('DELETE', 'apps/news/releases/nightly/9.0.0')).toMatchObject({ status: 204, body: '' });
    expect((await send('DELETE', 'apps/news/releases/nightly/9.0.0')).status).toBe(404);
    expect((await send('DELETE', 'apps/news/releases/9.0.0/')).status).toBe(204);
    expect((await send('GET', 'apps.json', {})).body).toEqual([]);
  });

  it('DELETE apps/news', async () => {
    expect((await send('DELETE', 'apps/news')).status).toBe(204);
    expect((await send('DELETE', 'apps/news')).status).toBe(404);
  });

  it('GET ratings.json', async () => {
    await world.register(await world.certificate('keeweb'), { token: world.store.addUser('tom', 'x').token });
    world.store.rate('keeweb', 'tom', 1, 'I like it');
    const { body, headers } = await send('GET', 'ratings.json', {});
    expect(body).toEqual([
      {
        rating: 1,
        ratedAt: expect.stringMatching(/^2026-11-20T12:00:0/),
        translations: { en: { comment: 'I like it' } },
        user: { id: expect.any(Number), firstName: 'tom', lastName: '' },
        app: 'keeweb',
      },
    ]);
    expect((await send('GET', 'ratings.json', { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304);
  });

  it('GET platforms.json', async () => {
    const { body } = await send('GET', 'platforms.json', {});
    expect(body).toContainEqual({ hasRelease: true, version: '34.0.0', isSupported: true });
  });
});
