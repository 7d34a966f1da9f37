// SPDX-License-Identifier: MIT
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FolderStore } from '../../../ca/repository/folder-store.js';
import { testFolder } from '../support/authority.js';

const { path } = testFolder();
const store = new FolderStore(path);
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

  it('lists the files of app folders only', async () => {
    for (const name of ['b/b.crt', 'a/a.crt', 'a/a.csr', '.git/x.crt', 'authority/y.crt']) {
      mkdirSync(join(path, name, '..'), { recursive: true });
      writeFileSync(join(path, name), '');
    }
    expect(store.list('.crt')).toEqual(['a/a.crt', 'b/b.crt']);
  });

  it('never leaves its folder', async () => {
    await expect(store.read('../x')).rejects.toThrow('leads out');
    await expect(store.replace('a/../../x', Buffer.of())).rejects.toThrow('leads out');
    expect(() => new FolderStore(join(path, 'absent'))).toThrow(expect.objectContaining({ code: 'no-repository' }));
  });

  it('lets one process write at a time, and knows a lock whose process is gone', async () => {
    await store.locked(async () => {
      await expect(new FolderStore(path).locked(async () => 1)).rejects.toMatchObject({ code: 'repository-locked' });
    });
    expect(await store.locked(async () => 2)).toBe(2);
    writeFileSync(join(path, 'authority/.lock'), '4194305\n'); // above the highest process id of Linux
    expect(await store.locked(async () => 3)).toBe(3);
    await expect(store.locked(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(existsSync(join(path, 'authority/.lock'))).toBe(false);
  });
});
