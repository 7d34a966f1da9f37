// SPDX-License-Identifier: MIT
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStore } from '../../../sandbox/store/store-server.js';
import { closeWorld, makeStoreWorld, type StoreWorld } from './store-world.js';

let world: StoreWorld;
const few = { requests: 2, seconds: 60 };
beforeAll(async () => {
  world = await makeStoreWorld({
    throttle: { app_upload: few, app_register: { requests: 50, seconds: 60 }, api_token_gen: few },
  });
});
afterAll(() => closeWorld(world));

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

describe('who asks', () => {
  it.each([
    [undefined, 'Authentication credentials were not provided.'],
    ['Bearer abc', 'Authentication credentials were not provided.'],
    ['Token', 'Invalid token header. No credentials provided.'],
    ['Token a b', 'Invalid token header. Token string should not contain spaces.'],
    ['Token 0123', 'Invalid token.'],
    ['Basic', 'Invalid basic header. No credentials provided.'],
    ['Basic a b', 'Invalid basic header. Credentials string should not contain spaces.'],
    ['Basic ????', 'Invalid basic header. Credentials not correctly base64 encoded.'],
    [basic('developer:wrong'), 'Invalid username/password.'],
    [basic('nobody:developer'), 'Invalid username/password.'],
    [basic('developer'), 'Invalid username/password.'],
  ])('%s: 401', async (authorization, detail) => {
    const headers = authorization === undefined ? {} : { authorization };
    const said = await world.send('POST', 'apps/releases', { token: null, headers });
    expect(said).toMatchObject({ status: 401, body: { detail } });
    expect(said.headers.get('www-authenticate')).toBe('Token');
  });

  it('the token route takes no token', async () => {
    const said = await world.send('POST', 'token');
    expect(said).toMatchObject({ status: 401, body: { detail: 'Authentication credentials were not provided.' } });
  });

  it('a password may hold colons', async () => {
    world.store.addUser('jürgen', 'a:b:c');
    const said = await world.send('POST', 'token', { token: null, headers: { authorization: basic('jürgen:a:b:c') } });
    expect(said.status).toBe(200);
  });

  it('deleting an app says 404 before 401, everything else 401 first', async () => {
    expect((await world.send('DELETE', 'apps/nothing', { token: null })).status).toBe(404);
    expect((await world.send('DELETE', 'apps/nothing/releases/1.0.0', { token: null })).status).toBe(401);
    expect((await world.send('GET', 'apps/nothing/downloads', { token: null })).status).toBe(401);
    await world.register(await world.certificate('mail'));
    expect((await world.send('DELETE', 'apps/mail', { token: null })).status).toBe(401);
  });
});

describe('addresses and methods', () => {
  it.each([
    ['GET', 'apps/news', 405],
    ['GET', 'apps/releases', 405],
    ['PUT', 'apps', 405],
    ['POST', 'apps.json', 405],
    ['GET', 'token', 401],
    ['DELETE', 'apps/News', 404],
    ['DELETE', 'apps/news/releases/v1.0.0', 404],
    ['DELETE', 'apps/news/releases/1.0', 404],
    ['GET', 'nothing.json', 404],
    ['GET', 'platform/34.0/apps.json', 404],
  ])('%s %s: %i', async (method, path, status) => {
    const said = await world.send(method, path);
    expect(said.status).toBe(status);
    if (status === 405) expect(said.body).toEqual({ detail: `Method "${method}" not allowed.` });
  });

  it('a page where a browser asks for one, JSON for whoever names it', async () => {
    const page = await world.send('GET', 'apps/none/downloads', { headers: { accept: 'text/html,*/*' } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const json = await world.send('GET', 'apps/none/downloads', { headers: { accept: 'application/json' } });
    expect(json.body).toEqual({ detail: 'No App matches the given query.' });
  });

  it('HEAD as GET, without a body', async () => {
    const said = await world.send('HEAD', 'categories.json');
    expect(said.status).toBe(200);
    expect(said.headers.get('etag')).toBeTruthy();
  });

  it('is open to other origins', async () => {
    const headers = { origin: 'https://example.com' };
    expect((await world.send('GET', 'apps.json', { headers })).headers.get('access-control-allow-origin')).toBe('*');
    const asked = await world.send('OPTIONS', 'apps.json', { headers, token: null });
    expect(asked.headers.get('access-control-allow-headers')).toContain('if-none-match');
  });

  it('outlives an address that is none', async () => {
    const { port } = new URL(world.store.url);
    const status = await new Promise((resolve, reject) => {
      request({ port, host: '127.0.0.1', path: '//' }, ({ statusCode }) => resolve(statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });

  it('listens on this machine only', () => {
    expect(new URL(world.store.url).hostname).toBe('127.0.0.1');
  });
});

describe('how often', () => {
  it('failed uploads count, refused ones do not; 429 says when; users do not share', async () => {
    const upload = (token?: string) =>
      world.send('POST', 'apps/releases', { body: {}, ...(token !== undefined && { token }) });
    expect((await upload()).status).toBe(400);
    world.clock.pass(10_000);
    expect((await upload()).status).toBe(400);
    const said = await upload();
    expect(said).toMatchObject({
      status: 429,
      body: { detail: 'Request was throttled. Expected available in 50 seconds.' },
    });
    expect(said.headers.get('retry-after')).toBe('50');
    expect((await upload(world.store.addUser('other', 'x').token)).status).toBe(400);
    world.clock.pass(49_000);
    expect((await upload()).headers.get('retry-after')).toBe('1');
    world.clock.pass(1_000);
    expect((await upload()).status).toBe(400);
  });

  it('the token may be asked for as often as one likes, a new one not', async () => {
    const headers = { authorization: basic('developer:developer') };
    for (let count = 0; count < 5; count++) {
      expect((await world.send('POST', 'token', { token: null, headers })).status).toBe(200);
    }
    const renew = () => world.send('POST', 'token/new', { token: null, headers });
    expect([(await renew()).status, (await renew()).status, (await renew()).status]).toEqual([200, 200, 429]);
  });
});

describe('what a test may ask of it', () => {
  it('faults: an answer, a cut connection, a cut one after the work was done', async () => {
    const own = await makeStoreWorld();
    try {
      own.store.fail({ with: { status: 503, body: '<html>busy</html>' }, times: 2, on: 'GET apps.json' });
      own.store.fail({ with: 'drop' });
      expect((await own.send('GET', 'apps.json')).status).toBe(503);
      await expect(own.send('GET', 'ratings.json')).rejects.toThrow();
      expect((await own.send('GET', 'apps.json')).status).toBe(503);
      expect((await own.send('GET', 'apps.json')).status).toBe(200);
      own.store.fail({ with: 'drop-after', on: 'POST apps' });
      const holder = await own.certificate('news');
      await expect(own.register(holder)).rejects.toThrow();
      expect((await own.register(holder)).status).toBe(204);
    } finally {
      await closeWorld(own);
    }
  });

  it('a list cache', async () => {
    const own = await makeStoreWorld({ listCacheMs: 60_000 });
    try {
      expect((await own.send('GET', 'ratings.json')).body).toEqual([]);
      await own.register(await own.certificate('news'));
      own.store.rate('news', 'developer', 0.5);
      expect((await own.send('GET', 'ratings.json')).body).toEqual([]);
      own.clock.pass(60_000);
      expect((await own.send('GET', 'ratings.json')).body).toHaveLength(1);
    } finally {
      await closeWorld(own);
    }
  });

  it('says nothing secret in its log', async () => {
    const lines: string[] = [];
    const store = await startStore({ trust: [], log: (line) => lines.push(line) });
    await fetch(`${store.url}/apps/news/downloads?token=geheim`, {
      headers: { authorization: `Token ${store.token}` },
    });
    await store.close();
    expect(lines).toEqual(['GET /api/v1/apps/news/downloads 404']);
  });
});
