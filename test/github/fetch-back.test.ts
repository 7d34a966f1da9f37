// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type LocalGithub, startGithub } from '../../sandbox/github/server.js';
import { fetchBack } from '../../src/github/fetch-back.js';
import { GithubClient } from '../../src/github/github-client.js';
import { GithubError } from '../../src/github/github-error.js';
import { ReleaseAssets } from '../../src/github/release-assets.js';
import { Releases } from '../../src/github/releases.js';
import { SteppingClock } from '../support/stepping-clock.js';

const bytes = Buffer.from('the archive, as packed, and as it must be served');
const expected = { sha512: sha512(bytes), size: bytes.length };
const other = 'f'.repeat(128);

let github: LocalGithub;
let clock: SteppingClock;
let url: string;

beforeEach(async () => {
  github = await startGithub({ repository: 'jane/hello' });
  clock = new SteppingClock();
  const client = new GithubClient({ repository: 'jane/hello', token: github.tokens.maintainer, apiUrl: github.url });
  const [releases, assets] = [new Releases(client), new ReleaseAssets(client)];
  const release = await releases.prepare({ tag: 'v1.0.0', title: '', notes: '', prerelease: false });
  await assets.attach(release, { name: 'hello-1.0.0.tar.gz', bytes });
  url = String(await assets.downloadUrl(await releases.publish(release), 'hello-1.0.0.tar.gz'));
});

afterEach(() => github.close());

describe('reading back', () => {
  it('follows the redirect to the object store without credentials, and returns what users get', async () => {
    expect(Buffer.from(await fetchBack(url, expected, { clock }))).toEqual(bytes);
    const downloads = github.requests.slice(-2);
    expect(downloads.map(({ path }) => path.split(/[/?]/)[1])).toEqual(['jane', 'github-production-release-asset']);
    expect(downloads.map(({ authorized }) => authorized)).toEqual([false, false]);
    expect(clock.slept).toEqual([]);
  });

  it('gets over the CDN’s 404 right after the upload (nextcloud/contacts#5329)', async () => {
    github.faults.add({ times: 2, path: /\/releases\/download\//, effect: { kind: 'answer', status: 404 } });
    github.faults.add({ times: 1, path: /^\/github-production/, effect: { kind: 'answer', status: 503 } });
    const waits: number[] = [];
    const onRetry = (_what: string, waitMs: number) => waits.push(waitMs);
    expect(Buffer.from(await fetchBack(url, expected, { clock, onRetry }))).toEqual(bytes);
    expect(github.faults.spent).toBe(true);
    expect(waits).toEqual(clock.slept);
    expect(waits).toHaveLength(3);
  });

  it.each(['drop-before', 'drop-after', 'truncate'] as const)('gets over a broken connection (%s)', async (kind) => {
    github.faults.add({ path: /^\/github-production/, effect: { kind } });
    expect(Buffer.from(await fetchBack(url, expected, { clock }))).toEqual(bytes);
    expect(github.faults.spent).toBe(true);
  });

  it('gives up after five minutes, and says what to do', async () => {
    github.faults.add({ times: 1000, path: /\/releases\/download\//, effect: { kind: 'answer', status: 404 } });
    const error = await errorOf(fetchBack(url, expected, { clock }));
    expect(error).toMatchObject({ code: 'not-served', outcome: 'outside' });
    expect(error.message).toBe(`The archive cannot be downloaded from ${url}: it answers 404.`);
    const slept = clock.slept.reduce((sum, ms) => sum + ms, 0);
    expect(slept).toBeGreaterThan(240_000);
    expect(slept).toBeLessThanOrEqual(300_000);
  });
});

describe('what is served is not what was packed (breeze-dark#158, roundcube#33, fulltextsearch#93)', () => {
  it('one bit of difference ends the release before anything is signed', async () => {
    github.faults.add({ path: /^\/github-production/, effect: { kind: 'corrupt' } });
    const error = await errorOf(fetchBack(url, expected, { clock }));
    expect(error).toMatchObject({ code: 'served-differs', outcome: 'refused' });
    const turned = Buffer.from(bytes);
    turned[bytes.length >> 1]! ^= 1;
    expect(error.message).toBe(
      `${url} serves other bytes (48 bytes, sha512 ${sha512(turned)}) than were packed (48 bytes, sha512 ${expected.sha512}).`,
    );
    expect(error.hint).toContain('Nothing was signed.');
    expect(clock.slept).toEqual([]);
  });

  it('the same size or the same digest alone is not enough', async () => {
    expect(await errorOf(fetchBack(url, { sha512: other, size: bytes.length }))).toMatchObject({
      code: 'served-differs',
    });
    expect(await errorOf(fetchBack(url, { ...expected, size: 1 }))).toMatchObject({ code: 'served-differs' });
  });
});

describe('some other server (--url)', () => {
  let server: Server | undefined;

  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function serve(listener: RequestListener): Promise<string> {
    server = createServer(listener);
    await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hello.tar.gz`;
  }

  it('that marks the archive with Content-Encoding: gzip serves other bytes, and is told why', async () => {
    const archive = gzipSync(bytes);
    const address = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(archive);
    });
    const error = await errorOf(fetchBack(address, { sha512: sha512(archive), size: archive.length }, { clock }));
    expect(error).toMatchObject({ code: 'served-differs' });
    expect(error.hint).toContain('"Content-Encoding: gzip"');
  });

  it('that never ends is cut off at the store’s limit', async () => {
    const address = await serve((_, response) => {
      const chunk = Buffer.alloc(1024 * 1024);
      const more = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    const error = await errorOf(fetchBack(address, expected, { clock }));
    expect(error.message).toContain('serves other bytes (more than 31457280 bytes)');
    expect(clock.slept).toEqual([]);
  });

  it.each([401, 403, 410])('that answers %s is not asked again', async (status) => {
    const address = await serve((_, response) => response.writeHead(status).end());
    expect(await errorOf(fetchBack(address, expected, { clock }))).toMatchObject({ code: 'not-served' });
    expect(clock.slept).toEqual([]);
  });

  it('that is down is asked for five minutes', async () => {
    const address = await serve((_, response) => response.end());
    await new Promise((resolve) => server!.close(resolve));
    const error = await errorOf(fetchBack(address, expected, { clock }));
    expect(error).toMatchObject({ code: 'not-served', outcome: 'outside' });
    expect(error.message).toContain(`GET ${address} failed`);
    expect(clock.slept.length).toBeGreaterThan(8);
  });
});

function sha512(data: Uint8Array): string {
  return createHash('sha512').update(data).digest('hex');
}

async function errorOf(work: Promise<unknown>): Promise<GithubError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(GithubError);
  return error as GithubError;
}
