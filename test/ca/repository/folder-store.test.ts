// SPDX-License-Identifier: MIT
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FolderStore } from '../../../ca/repository/folder-store.js';
import { testFolder } from '../support/authority.js';

const { path } = testFolder();
const store = new FolderStore(path);
const lock = join(path, 'authority/.lock');
/** above the highest process id of Linux */
const gone = 4_194_305;
const text = (name: string): string => readFileSync(join(path, name), 'utf8');

describe('FolderStore', () => {
  it('reads, appends, replaces, renames and removes', async () => {
    expect(await store.read('authority/a')).toBeUndefined();
    await store.append('authority/a', Buffer.from('one\n'));
    await store.append('authority/a', Buffer.from('two\n'));
    expect(text('authority/a')).toBe('one\ntwo\n');
    await store.replace('authority/a', Buffer.from('three\n'));
    await store.rename('authority/a', 'authority/b');
    expect(Buffer.from((await store.read('authority/b'))!).toString()).toBe('three\n');
    await store.remove('authority/b');
    expect(existsSync(join(path, 'authority/b'))).toBe(false);
  });

  it('lists files wherever they lie, but for its own', async () => {
    for (const name of ['b/b.crt', 'a/a.crt', 'a/a.csr', '.git/x.crt', 'authority/y.crt', 'top.crt', 'a/b/c.crt']) {
      mkdirSync(join(path, name, '..'), { recursive: true });
      writeFileSync(join(path, name), '');
    }
    symlinkSync(join(path, 'a'), join(path, 'linked'));
    expect(store.list('.crt')).toEqual(['a/a.crt', 'a/b/c.crt', 'b/b.crt', 'top.crt']);
  });

  it('never leaves its folder', async () => {
    await expect(store.read('../x')).rejects.toThrow('leads out');
    await expect(store.replace('a/../../x', Buffer.of())).rejects.toThrow('leads out');
    expect(() => new FolderStore(join(path, 'absent'))).toThrow(expect.objectContaining({ code: 'no-repository' }));
  });

  it('lets one process write at a time', async () => {
    await store.locked(async () => {
      await expect(new FolderStore(path).locked(async () => 1)).rejects.toMatchObject({ code: 'repository-locked' });
    });
    expect(await store.locked(async () => 2)).toBe(2);
    await expect(store.locked(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(existsSync(lock)).toBe(false);
  });

  it('takes over a lock whose process is gone, and clears away what that left half written', async () => {
    for (const name of ['a/a.crt.draft', 'authority/ledger.jsonl.draft']) writeFileSync(join(path, name), 'half');
    expect(await store.locked(async () => 1)).toBe(1);
    expect(existsSync(join(path, 'a/a.crt.draft'))).toBe(true);
    symlinkSync(String(gone), lock);
    expect(await store.locked(async () => 2)).toBe(2);
    expect([...store.list('.draft'), ...readdirSync(join(path, 'authority'))]).toEqual(['y.crt']);
  });

  it('leaves no draft of what could not be put in place', async () => {
    mkdirSync(join(path, 'a/taken.crt'));
    await expect(store.replace('a/taken.crt', Buffer.from('x'))).rejects.toMatchObject({ code: 'EISDIR' });
    expect(store.list('.draft')).toEqual([]);
  });

  it('touches no lock that it does not understand, and none that somebody else is removing', async () => {
    writeFileSync(lock, '');
    await expect(store.locked(async () => 1)).rejects.toMatchObject({ code: 'repository-locked' });
    rmSync(lock);
    symlinkSync(String(gone), lock);
    symlinkSync(String(process.ppid), `${lock}.stale`);
    await expect(store.locked(async () => 1)).rejects.toMatchObject({ code: 'repository-locked' });
    expect(readlinkSync(lock)).toBe(String(gone));
    rmSync(`${lock}.stale`);
    expect(await store.locked(async () => 2)).toBe(2);
  });
});
