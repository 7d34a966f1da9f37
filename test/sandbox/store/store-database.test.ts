// SPDX-License-Identifier: MIT
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreDatabase } from '../../../sandbox/store/store-database.js';
import { startStore } from '../../../sandbox/store/store-server.js';
import { FakeClock } from '../../store/support/fake-outside.js';
import { appArchive } from '../../store/support/tar.js';
import { closeWorld, makeStoreWorld } from './store-world.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the data folder', () => {
  it('holds everything over a restart: users, tokens, apps, releases', async () => {
    const data = join(folder, 'new', 'data');
    const first = await makeStoreWorld({ data });
    await first.register(await first.certificate('news'));
    await first.publish(appArchive());
    const { token } = first.store;
    const list = await first.list();
    expect(list).toHaveLength(1);
    await closeWorld(first);
    const second = await startStore({ trust: [], data, clock: new FakeClock() });
    expect(second.token).toBe(token);
    expect(await (await fetch(`${second.url}/apps.json`)).json()).toEqual(list);
    await second.close();
  });

  it('is one file, for its owner only, replaced as a whole', () => {
    const database = new StoreDatabase(new FakeClock(), folder);
    database.change((data) => data.ratings.push({ app: 'news', user: 1, rating: 1, comment: '', ratedAt: 1 }));
    expect(readdirSync(folder)).toEqual(['store.json']);
    expect(statSync(join(folder, 'store.json')).mode & 0o777).toBe(0o600);
  });

  it('is as it was where a change breaks off', () => {
    const database = new StoreDatabase(new FakeClock(), folder);
    database.change((data) => (data.lastDeletion = 1));
    const before = readFileSync(join(folder, 'store.json'), 'utf8');
    expect(() =>
      database.change((data) => {
        data.lastDeletion = 2;
        throw new Error('half done');
      }),
    ).toThrow('half done');
    expect(database.data.lastDeletion).toBe(1);
    expect(readFileSync(join(folder, 'store.json'), 'utf8')).toBe(before);
  });

  it('a half-written file of a crash is no harm', () => {
    new StoreDatabase(new FakeClock(), folder).change((data) => (data.lastDeletion = 1));
    writeFileSync(join(folder, 'store.json.new'), '{"format":1,"us');
    expect(new StoreDatabase(new FakeClock(), folder).data.lastDeletion).toBe(1);
  });

  it.each(['', '{}', '{"format":2}', '[', 'geheim'])('of something else is refused without showing it: %j', (text) => {
    writeFileSync(join(folder, 'store.json'), text);
    expect(() => new StoreDatabase(new FakeClock(), folder)).toThrow(
      expect.objectContaining({ code: 'file-unreadable', message: expect.not.stringContaining('geheim') }),
    );
  });

  it('gives every change a time of its own, though the clock stands still or goes back', () => {
    const clock = new FakeClock();
    const database = new StoreDatabase(clock);
    const times = [1, 2, 3].map(() => database.change((_data, now) => now));
    clock.pass(-1000);
    times.push(database.change((_data, now) => now));
    expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
  });
});
