// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { StoreClient } from '../../src/store/client.js';
import { readBack } from '../../src/store/read-back.js';
import { StoreError } from '../../src/store/store-error.js';
import { FakeClock, type Scripted, ScriptedHttp } from './support/fake-outside.js';

const token = 'f'.repeat(40);
const notAnArchive: Scripted = { status: 400, body: ['news.tar.gz is not a valid tar.gz archive '] };
const publication = { download: 'https://example.com/news.tar.gz', signature: 'c2ln' };

function against(...script: readonly Scripted[]) {
  const clock = new FakeClock();
  const outside = new ScriptedHttp(...script);
  const client = new StoreClient({
    url: 'https://store.example/api/v1/',
    credentials: { token },
    http: outside.http,
    clock,
    random: () => 0.5,
  });
  return { client, clock, outside };
}

async function failure(promise: Promise<unknown>): Promise<StoreError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof StoreError)) throw new Error(`expected a StoreError, got ${String(error)}`);
  return error;
}

describe('when the client tries again', () => {
  const minutes = 60_000;
  const cases: Record<string, { script: Scripted[]; requests: number; outcome: 'created' | StoreError['code'] }> = {
    'store 503 twice, then fine': {
      script: [{ status: 503 }, { status: 503 }, { status: 201 }],
      requests: 3,
      outcome: 'created',
    },
    'store down': { script: ['unreachable'], requests: 6, outcome: 'unreachable' },
    'a time-out, then fine': { script: ['timed-out', { status: 201 }], requests: 2, outcome: 'created' },
    '502, 503, 504 and the network together: five times': {
      script: [{ status: 502 }, { status: 503 }, { status: 504 }, 'unreachable'],
      requests: 6,
      outcome: 'unreachable',
    },
    '502 for ever': {
      script: [{ status: 502, body: '<html>Bad Gateway</html>' }],
      requests: 6,
      outcome: 'store-failed',
    },
    '500 once, then fine': { script: [{ status: 500 }, { status: 201 }], requests: 2, outcome: 'created' },
    '500 for ever': { script: [{ status: 500 }], requests: 2, outcome: 'store-failed' },
    // nextcloud/contacts#5329: the CDN says 404 right after the upload, and the store this
    'the archive missing for the first two reads': {
      script: [notAnArchive, notAnArchive, { status: 201 }],
      requests: 3,
      outcome: 'created',
    },
    'the archive missing for good': { script: [notAnArchive], requests: 4, outcome: 'download-refused' },
    '429 with seconds': {
      script: [{ status: 429, headers: { 'retry-after': '30' } }, { status: 201 }],
      requests: 2,
      outcome: 'created',
    },
    '429 with a date': {
      script: [{ status: 429, headers: { 'retry-after': 'Fri, 20 Nov 2026 12:04:00 GMT' } }, { status: 201 }],
      requests: 2,
      outcome: 'created',
    },
    '429 until tomorrow': {
      script: [{ status: 429, headers: { 'retry-after': '86400' } }, { status: 201 }],
      requests: 1,
      outcome: 'throttled',
    },
    '429 without a word': { script: [{ status: 429 }, { status: 201 }], requests: 1, outcome: 'throttled' },
    '401': { script: [{ status: 401, body: { detail: 'Invalid token.' } }], requests: 1, outcome: 'not-authenticated' },
    '403': {
      script: [{ status: 403, body: { detail: 'You do not have permission to perform this action.' } }],
      requests: 1,
      outcome: 'not-allowed',
    },
    'another 400': {
      script: [{ status: 400, body: ['Signature is invalid: '] }],
      requests: 1,
      outcome: 'signature-refused',
    },
  };
  for (const [title, { script, requests, outcome }] of Object.entries(cases)) {
    it(title, async () => {
      const { client, clock, outside } = against(...script);
      const result = await client.publish(publication).catch((error: unknown) => (error as StoreError).code);
      expect(result).toBe(outcome);
      expect(outside.requests).toHaveLength(requests);
      expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(5 * minutes);
    });
  }

  it('waits as long as Retry-After says', async () => {
    const { client, clock } = against({ status: 429, headers: { 'retry-after': '30' } }, { status: 201 });
    await client.publish(publication);
    expect(clock.slept).toEqual([30_000]);
  });

  it('begins nothing after five minutes', async () => {
    const { clock, outside } = against('unreachable');
    const slow = async (request: Parameters<typeof outside.http>[0]) => {
      clock.pass(100_000);
      return outside.http(request);
    };
    const patient = new StoreClient({ url: 'https://store.example', credentials: { token }, http: slow, clock });
    await failure(patient.publish(publication));
    expect(outside.requests).toHaveLength(3);
  });

  it('never renews a token twice: a lost answer has voided the old one', async () => {
    const { client, outside } = against('unreachable', { status: 200, body: { token } });
    await failure(client.renewToken());
    expect(outside.requests).toHaveLength(1);
  });

  it('takes 404 for deleted where the first answer was lost, and for a refusal else', async () => {
    const lost = against('timed-out', { status: 404, body: { detail: 'Not found.' } });
    await lost.client.deleteRelease('news', '1.0.0');
    const first = against({ status: 404, body: { detail: 'Not found.' } });
    expect((await failure(first.client.deleteRelease('news', '1.0.0'))).code).toBe('not-found');
  });
});

describe('what the client sends', () => {
  it('JSON, asks for JSON, and names the user by token', async () => {
    const { client, outside } = against({ status: 201 });
    await client.publish({ ...publication, nightly: true });
    expect(outside.requests[0]).toMatchObject({
      method: 'POST',
      url: 'https://store.example/api/v1/apps/releases',
      headers: { accept: 'application/json', 'content-type': 'application/json', authorization: `Token ${token}` },
      body: '{"download":"https://example.com/news.tar.gz","signature":"c2ln","nightly":true}',
    });
  });

  it('names the user by name and password, colons and umlauts included', async () => {
    const outside = new ScriptedHttp({ status: 200, body: { token } });
    const credentials = { user: 'jürgen', password: 'a:b' };
    const client = new StoreClient({ url: 'https://store.example/api/v1', credentials, http: outside.http });
    expect(await client.token()).toBe(token);
    expect(outside.requests[0]?.headers?.authorization).toBe(`Basic ${Buffer.from('jürgen:a:b').toString('base64')}`);
  });

  it('no token where nobody asks for one', async () => {
    const { client, outside } = against({ status: 200, body: [] });
    await client.apps();
    expect(outside.requests[0]?.headers).toEqual({ accept: 'application/json' });
  });

  it('asks for a list again with its ETag, and keeps it at 304', async () => {
    const { client, outside } = against(
      { status: 200, body: [{ id: 'news' }], headers: { etag: '"1"' } },
      { status: 304, headers: { etag: '"1"' } },
    );
    await client.categories();
    expect(await client.categories()).toEqual([{ id: 'news' }]);
    expect(outside.requests[1]?.headers?.['if-none-match']).toBe('"1"');
  });
});

describe('what the client keeps to itself', () => {
  it('the token, even where the store gives it back', async () => {
    const { client } = against({ status: 400, body: [`Signature is invalid: ${token}`] });
    const error = await failure(client.publish(publication));
    expect(JSON.stringify([error.message, error.hint, error.reasons, error.stack])).not.toContain(token);
    expect(error.message).toContain('***');
  });

  it('the token and the password, where nobody answers', async () => {
    const outside = new ScriptedHttp('unreachable');
    const credentials = { user: 'me', password: 'geheim' };
    const options = { url: 'https://store.example', credentials, http: outside.http, clock: new FakeClock() };
    const error = await failure(new StoreClient(options).publish(publication));
    expect(`${error.message}${error.hint}${String(error.cause)}${error.stack ?? ''}`).not.toContain('geheim');
    expect(error.outcome).toBe('outside');
  });

  it('a password in the address', () => {
    expect(() => new StoreClient({ url: 'https://me:geheim@store.example/' })).toThrow(
      expect.objectContaining({ code: 'store-url', message: expect.not.stringContaining('geheim') }),
    );
  });

  it.each(['http://store.example/api/v1', 'ftp://store.example', 'store.example', 'https://store.example/?key=1'])(
    'refuses the address %s',
    (url) => {
      expect(() => new StoreClient({ url })).toThrow(expect.objectContaining({ code: 'store-url' }));
    },
  );

  it.each(['http://127.0.0.1:8080/api/v1', 'http://localhost/api/v1', 'http://[::1]:8080/'])('takes %s', (url) => {
    expect(() => new StoreClient({ url })).not.toThrow();
  });

  it('a token with a line break in it', async () => {
    const outside = new ScriptedHttp({ status: 201 });
    const credentials = { token: `${token}\nX: y` };
    const error = await failure(new StoreClient({ credentials, http: outside.http }).publish(publication));
    expect(error.code).toBe('credentials-missing');
    expect(error.message).not.toContain(token);
  });

  it('asks for credentials where a route needs them', async () => {
    const outside = new ScriptedHttp({ status: 201 });
    expect((await failure(new StoreClient({ http: outside.http }).publish(publication))).code).toBe(
      'credentials-missing',
    );
    expect(outside.requests).toHaveLength(0);
  });
});

describe('whose an app is', () => {
  it.each([
    [200, 'owner'],
    [403, 'not-owner'],
    [404, 'not-registered'],
  ] as const)('%i means %s', async (status, ownership) => {
    const { client, outside } = against({ status, body: status === 200 ? [] : { detail: 'no' } });
    expect(await client.ownership('news')).toBe(ownership);
    expect(outside.requests[0]?.url).toBe('https://store.example/api/v1/apps/news/downloads');
  });

  it('a bad token is a refusal, not an answer', async () => {
    const { client } = against({ status: 401, body: { detail: 'Invalid token.' } });
    expect((await failure(client.ownership('news'))).code).toBe('not-authenticated');
  });
});

describe('which certificate counts', () => {
  const pem = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
  const listed = (certificate: string) => ({ status: 200, body: [{ id: 'news', certificate, releases: [] }] });

  it('the same text, whatever its line ends and outer blanks', async () => {
    const { client } = against(listed(` ${pem.replaceAll('\n', '\r\n')}\r\n`));
    expect(await client.compareCertificate('news', pem)).toBe('same');
  });

  it('another text', async () => {
    expect(await against(listed(pem.replace('AAAA', 'BBBB'))).client.compareCertificate('news', pem)).toBe('other');
  });

  it('unknown, where no list shows the app', async () => {
    expect(await against({ status: 200, body: [] }).client.compareCertificate('news', pem)).toBe('unknown');
  });
});

describe('reading back', () => {
  const published = { appId: 'news', version: '1.0.0', nightly: false, signature: 'c2ln' };
  const release = { version: '1.0.0', isNightly: false, signature: 'c2\nln', download: '', platformVersionSpec: '*' };
  const listing = (...releases: object[]): Scripted => ({ status: 200, body: [{ id: 'news', releases }] });
  const empty: Scripted = { status: 200, body: [] };

  it('finds the release, line breaks in the signature aside', async () => {
    const { client } = against(listing(release));
    expect(await readBack(client, published)).toMatchObject({ list: 'apps.json', release: { version: '1.0.0' } });
  });

  it('finds one for AppAPI in its own list', async () => {
    const { client } = against(empty, listing(release));
    expect((await readBack(client, published)).list).toBe('appapi_apps.json');
  });

  it('looks at the list of one platform first', async () => {
    const { client, outside } = against(listing(release));
    expect((await readBack(client, { ...published, platform: '34.0.0' })).list).toBe('platform/34.0.0/apps.json');
    expect(outside.requests[0]?.url).toBe('https://store.example/api/v1/platform/34.0.0/apps.json');
  });

  it('waits for a cached list', async () => {
    const { client, clock } = against(empty, empty, empty, empty, listing(release));
    await readBack(client, published);
    expect(clock.slept).toEqual([2_000, 15_000]);
  });

  it('gives up after five minutes', async () => {
    const { client, clock } = against(empty);
    const error = await failure(readBack(client, published));
    expect(error).toMatchObject({ code: 'not-listed', outcome: 'outside' });
    expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(300_000);
  });

  it('says so where another signature stands there', async () => {
    const { client } = against(listing({ ...release, signature: 'b3RoZXI=' }));
    expect((await failure(readBack(client, published))).message).toContain('another signature');
  });

  it('tells a nightly from a release of the same version', async () => {
    const { client } = against(listing({ ...release, isNightly: true }), empty);
    expect((await failure(readBack(client, published))).message).toContain('has not listed');
  });
});
