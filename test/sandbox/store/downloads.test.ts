// SPDX-License-Identifier: MIT
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { downloadArchive, downloadDefaults } from '../../../sandbox/store/archive-download.js';
import { ArchiveHost, closeWorld, makeStoreWorld } from './store-world.js';
import { appArchive } from '../../store/support/tar.js';

const limits = { ...downloadDefaults, maxBytes: 1000, timeoutMs: 300 };
const bytes = Buffer.from('archive');

let host: ArchiveHost;
beforeAll(async () => {
  host = new ArchiveHost();
  await host.listen();
});
afterAll(() => host.close());

describe('how the store downloads', () => {
  it('follows ten redirects, and not eleven', async () => {
    const end = host.serve('/end', bytes);
    for (let step = 1; step <= 11; step++) {
      const location = step === 1 ? end : `/r${step - 1}`;
      host.serve(`/r${step}`, (_request, response) => response.writeHead(302, { location }).end());
    }
    expect(await downloadArchive(host.url('/r10'), limits, true)).toEqual({ archive: bytes });
    expect(await downloadArchive(host.url('/r11'), limits, true)).toEqual({ fault: 'failed' });
  });

  it('takes as many bytes as it may, and not one more', async () => {
    expect(await downloadArchive(host.serve('/most', Buffer.alloc(1000)), limits, true)).toEqual({
      archive: Buffer.alloc(1000),
    });
    expect(await downloadArchive(host.serve('/more', Buffer.alloc(1001)), limits, true)).toEqual({
      fault: 'too-large',
    });
  });

  it('counts decoded bytes: a small answer may be a large archive', async () => {
    const packed = gzipSync(Buffer.alloc(100_000));
    const url = host.serve('/bomb', (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed),
    );
    expect(await downloadArchive(url, limits, true)).toEqual({ fault: 'too-large' });
  });

  it.each([404, 403, 500, 503])('status %i is a failed download', async (status) => {
    const url = host.serve(`/${status}`, (_request, response) => response.writeHead(status).end('x'));
    expect(await downloadArchive(url, limits, true)).toEqual({ fault: 'failed' });
  });

  it('gives up where nothing comes', async () => {
    const silent = host.serve('/silent', () => undefined);
    expect(await downloadArchive(silent, limits, true)).toEqual({ fault: 'failed' });
    const stalled = host.serve('/stalled', (_request, response) => response.writeHead(200).write('x'));
    expect(await downloadArchive(stalled, limits, true)).toEqual({ fault: 'failed' });
  });

  it('gives up where the connection breaks', async () => {
    const url = host.serve('/broken', (_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('x', () => response.destroy());
    });
    expect(await downloadArchive(url, limits, true)).toEqual({ fault: 'failed' });
  });

  it.each([
    'http://127.0.0.1:1/a',
    'http://localhost:1/a',
    'http://127.1.2.3/a',
    'http://2130706433/a',
    'http://0.0.0.0/a',
    'http://10.0.0.1/a',
    'http://172.16.0.1/a',
    'http://172.31.255.255/a',
    'http://192.168.1.1/a',
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]/a',
    'http://[::ffff:10.0.0.1]/a',
    'http://[fd00::1]/a',
    'http://[fe80::1]/a',
  ])('refuses %s', async (url) => {
    expect(await downloadArchive(url, limits, false)).toEqual({ fault: 'failed' });
  });

  it('refuses this machine although something answers there', async () => {
    const before = host.requests.length;
    expect(await downloadArchive(host.serve('/here', bytes), limits, false)).toEqual({ fault: 'failed' });
    expect(await downloadArchive(host.url('/here').replace('127.0.0.1', 'localhost'), limits, false)).toEqual({
      fault: 'failed',
    });
    expect(host.requests).toHaveLength(before);
  });

  it.each(['http://10.0.0.1/a', 'http://192.168.1.1/a'])(
    'allows no private network by allowing loopback: %s',
    async (url) => {
      expect(await downloadArchive(url, limits, true)).toEqual({ fault: 'failed' });
    },
  );

  it('follows no redirect into a private network', async () => {
    const url = host.serve('/inside', (_request, response) =>
      response.writeHead(302, { location: 'http://10.0.0.1/a' }).end(),
    );
    expect(await downloadArchive(url, limits, true)).toEqual({ fault: 'failed' });
  });
});

describe('a store that may not fetch from this machine', () => {
  it('refuses an http address before it asks anybody, and a https one as every failed download', async () => {
    const world = await makeStoreWorld({ allowLoopback: false });
    try {
      await world.register(await world.certificate('news'));
      const plain = await world.publish(appArchive());
      expect(plain).toMatchObject({ status: 400, body: { download: ['Enter a valid HTTPS URL'] } });
      const secure = await world.publish(appArchive(), { url: 'https://127.0.0.1:1/news.tar.gz' });
      expect(secure).toMatchObject({ status: 400, body: ['news.tar.gz is not a valid tar.gz archive '] });
      expect(world.host.requests).toEqual([]);
    } finally {
      await closeWorld(world);
    }
  });
});
