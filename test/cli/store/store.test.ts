// SPDX-License-Identifier: MIT
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storeDeleteApp, storeDeleteNightly, storeDeleteRelease } from '../../../src/cli/store/delete.js';
import { storeApps, storeCategories, storeRatings } from '../../../src/cli/store/lists.js';
import { storePublish } from '../../../src/cli/store/publish.js';
import { storeRegister } from '../../../src/cli/store/register.js';
import { storeStatus } from '../../../src/cli/store/status.js';
import { storeToken } from '../../../src/cli/store/token.js';
import type { Command } from '../../../common/command.js';
import { signBytes } from '../../../src/store/archive-signature.js';
import { closeWorld, makeStoreWorld, type StoreWorld } from '../../sandbox/store/store-world.js';
import { appArchive } from '../../store/support/tar.js';
import { rsaKey } from '../../store/support/test-authority.js';
import { type Ran, runCommand } from '../../support/terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'store-cli-'));
let world: StoreWorld;
beforeAll(async () => {
  world = await makeStoreWorld();
  const pem = (key: StoreWorld['appKey']): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
  const files = {
    token: `${world.store.token}\n`,
    password: 'developer\n',
    'wrong.token': '0'.repeat(40),
    'news.key': pem(world.appKey),
    'other.key': pem(rsaKey()),
    'news.crt': (await world.certificate('news')).pem,
    'renewed.crt': (await world.certificate('news')).pem,
    'news.sig': `${signBytes(appArchive(), world.appKey)}\n`,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
});
afterAll(async () => {
  await closeWorld(world);
  rmSync(folder, { recursive: true });
});

const run = (command: Command, ...words: string[]): Promise<Ran> =>
  runCommand(command, [...words, '--store', world.store.url], { cwd: folder });
const asUser = (command: Command, ...words: string[]): Promise<Ran> => run(command, ...words, '--token-file', 'token');

/** One app's life, by the program. */
describe('store', () => {
  it('token: by password, on one line; JSON where asked for', async () => {
    const words = ['--user', 'developer', '--password-file', 'password'];
    expect(await run(storeToken, ...words)).toEqual({ status: 0, out: `${world.store.token}\n`, err: '' });
    const { out } = await run(storeToken, ...words, '--format', 'json');
    expect(JSON.parse(out)).toEqual({ token: world.store.token });
  });

  it('token: a token alone is refused at once, and nothing is asked of the store', async () => {
    const before = world.store.requests.length;
    const { status, err } = await asUser(storeToken);
    expect([status, err]).toEqual([2, expect.stringContaining('for a password only, not for a token')]);
    expect(err).toContain('fix: Give --user NAME and --password-file FILE');
    expect(world.store.requests).toHaveLength(before);
  });

  it('status of an app that nobody registered: status 1', async () => {
    const { status, out } = await asUser(storeStatus, 'news', '--format', 'json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toEqual({
      app: 'news',
      ownership: 'not-registered',
      listed: false,
      certificate: null,
      given: null,
      releases: [],
    });
  });

  it('register: with another key it does not even ask', async () => {
    const before = world.store.requests.length;
    const { status, err } = await asUser(storeRegister, '--certificate', 'news.crt', '--key', 'other.key');
    expect([status, err]).toEqual([2, expect.stringContaining('other.key is not the key of news.crt')]);
    expect(world.store.requests).toHaveLength(before);
  });

  it('register, and again', async () => {
    const words = ['--certificate', 'news.crt', '--key', 'news.key'];
    expect(await asUser(storeRegister, ...words)).toEqual({ status: 0, out: 'news is registered.\n', err: '' });
    const { out } = await asUser(storeRegister, ...words, '--format', 'json');
    expect(JSON.parse(out)).toEqual({ app: 'news', result: 'updated' });
  });

  it('publish: created, then overwritten; the signature as a text or a file', async () => {
    const download = world.host.serve('/news.tar.gz', appArchive());
    const first = await asUser(storePublish, '--download', download, '--signature-file', 'news.sig');
    expect(first).toEqual({ status: 0, out: 'Published.\n', err: '' });
    const signature = signBytes(appArchive(), world.appKey);
    const words = ['--download', download, '--signature', signature];
    const { out } = await asUser(storePublish, ...words, '--format', 'json');
    expect(JSON.parse(out)).toEqual({ result: 'overwritten' });
    expect((await asUser(storePublish, ...words, '--nightly')).status).toBe(0);
  });

  it('status: whose it is, which certificate counts, what is listed', async () => {
    const { status, out } = await asUser(storeStatus, 'news', '--certificate', 'news.crt', '--format', 'json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ownership: 'owner',
      listed: true,
      certificate: { subject: 'CN=news', fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) },
      given: 'same',
      releases: [
        { version: '1.0.0', nightly: false },
        { version: '1.0.0', nightly: true },
      ],
    });
    const text = (await run(storeStatus, 'news', '--certificate', 'renewed.crt')).out;
    expect(text).toMatch(/^news: registered\ncertificate: CN=news, serial [0-9A-F]+, valid until 2040-01-01/);
    expect(text).toContain('ANOTHER');
  });

  it('register of another certificate is refused with its consequence named, unless that is what is meant', async () => {
    const words = ['--certificate', 'renewed.crt', '--key', 'news.key'];
    const { status, err } = await asUser(storeRegister, ...words);
    expect(status).toBe(1);
    expect(err).toContain('delete all releases');
    expect(err).toContain('--replace');
    expect(await world.list()).toHaveLength(1);
    expect((await asUser(storeRegister, ...words, '--replace')).status).toBe(0);
    expect(await world.list()).toHaveLength(0);
  });

  it('a refusal: status 1, the store’s words, the fix; as JSON too', async () => {
    const download = world.host.serve('/mail.tar.gz', appArchive({ id: 'mail' }));
    const signature = signBytes(appArchive({ id: 'mail' }), world.appKey);
    const words = ['--download', download, '--signature', signature];
    const { status, err } = await asUser(storePublish, ...words);
    expect(status).toBe(1);
    expect(err).toMatch(/App mail does not exist, you need to registerit first.*\n {2}fix: Register it once/);
    const json = await asUser(storePublish, ...words, '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, error: { code: 'not-registered' } });
  });

  it('delete-release, delete-nightly, delete-app; the v of a tag is no part of a version', async () => {
    const download = world.host.serve('/again.tar.gz', appArchive());
    const words = ['--download', download, '--signature-file', 'news.sig'];
    await asUser(storePublish, ...words);
    await asUser(storePublish, ...words, '--nightly');
    expect((await asUser(storeDeleteNightly, 'news', '1.0.0')).out).toBe('news 1.0.0 is deleted.\n');
    expect((await asUser(storeDeleteRelease, 'news', 'v1.0.0')).status).toBe(0);
    const gone = await asUser(storeDeleteRelease, 'news', '1.0.0');
    expect([gone.status, gone.err]).toEqual([1, expect.stringContaining('"nextcloud-release store delete-nightly"')]);
    const noNightly = await asUser(storeDeleteNightly, 'news', '1.0.0');
    expect([noNightly.status, noNightly.err]).toEqual([
      1,
      expect.stringContaining('"nextcloud-release store delete-release"'),
    ]);
    expect(gone.err + noNightly.err).not.toContain('--nightly');
    expect((await asUser(storeDeleteApp, 'news')).out).toBe('news is deleted.\n');
  });

  it('categories, apps, ratings', async () => {
    expect((await run(storeCategories)).out).toContain('games\tGames\n');
    expect(JSON.parse((await run(storeApps, '34.0.0', '--format', 'json')).out)).toEqual([]);
    expect((await run(storeApps, '34')).status).toBe(2);
    expect((await run(storeRatings)).out).toBe('');
  });

  it('a wrong token: status 1, and the token is nowhere', async () => {
    const { status, out, err } = await run(storeDeleteApp, 'news', '--token-file', 'wrong.token');
    expect(status).toBe(1);
    expect(out + err).not.toContain('0'.repeat(40));
  });

  it('no store there: status 3', async () => {
    const gone = ['--store', 'http://127.0.0.1:1/api/v1', '--token-file', 'token'];
    const { status, err } = await runCommand(storeToken, ['--renew', ...gone], { cwd: folder });
    expect([status, err]).toEqual([3, expect.stringContaining('127.0.0.1:1')]);
  });

  it('wrong usage: status 2', async () => {
    expect((await run(storeDeleteApp, 'news')).status).toBe(2);
    expect((await run(storeToken, '--user', 'me')).status).toBe(2);
    expect((await asUser(storeToken, '--user', 'me', '--password-file', 'password')).status).toBe(2);
    expect((await asUser(storePublish, '--download', 'https://example.com/a')).status).toBe(2);
    const before = world.store.requests.length;
    expect((await asUser(storeToken, '--renew', '--format', 'xml')).status).toBe(2);
    expect(world.store.requests).toHaveLength(before);
  });
});
