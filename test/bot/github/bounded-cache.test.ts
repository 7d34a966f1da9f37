// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { BoundedCache } from '../../../bot/github/bounded-cache.js';

describe('a bounded cache', () => {
  it('asks once for what is on its way', async () => {
    const cache = new BoundedCache<string>({ limit: 10 });
    let asked = 0;
    const load = async (): Promise<string> => {
      asked++;
      await new Promise((resolve) => setImmediate(resolve));
      return 'value';
    };
    expect(await Promise.all([cache.get('a', load), cache.get('a', load)])).toEqual(['value', 'value']);
    expect(await cache.get('a', load)).toBe('value');
    expect(asked).toBe(1);
  });

  it('lets go of what was unused longest', async () => {
    const cache = new BoundedCache<string>({ limit: 10, sizeOf: ({ length }) => length });
    const load = (value: string) => async () => value;
    await cache.get('a', load('aaaa'));
    await cache.get('b', load('bbbb'));
    await cache.get('a', load('other'));
    await cache.get('c', load('cccc'));
    expect(cache.size).toBe(8);
    expect(await cache.get('a', load('other'))).toBe('aaaa');
    expect(await cache.get('b', load('other'))).toBe('other');
  });

  it('does not keep what is larger than all of it, nor failures', async () => {
    const cache = new BoundedCache<string>({ limit: 3, sizeOf: ({ length }) => length });
    await cache.get('a', async () => 'aaaa');
    expect(cache.size).toBe(0);
    await expect(cache.get('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await cache.get('b', async () => 'yes')).toBe('yes');
  });

  it('asks again for what got old', async () => {
    let now = 0;
    const cache = new BoundedCache<number>({ limit: 10, maxAgeMs: 1000, now: () => now });
    let asked = 0;
    const load = async (): Promise<number> => ++asked;
    await cache.get('a', load);
    now = 999;
    expect(await cache.get('a', load)).toBe(1);
    now = 1000;
    expect(await cache.get('a', load)).toBe(2);
  });

  it('counts what is set over another once', () => {
    const cache = new BoundedCache<string>({ limit: 10, sizeOf: ({ length }) => length });
    cache.set('a', 'aaa');
    cache.set('a', 'aa');
    expect(cache.size).toBe(2);
    cache.delete('a');
    cache.delete('a');
    expect(cache.size).toBe(0);
  });
});
