// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { OneAtATime } from '../../bot/one-at-a-time.js';

/** A job that waits until it is let go. */
function gate(): { open: () => void; opened: Promise<void> } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

describe('one job per key at a time', () => {
  it('runs once more after the running one, however often it was asked for', async () => {
    const line = new OneAtATime<number>();
    const first = gate();
    const runs: string[] = [];
    const done = [line.run(7, () => first.opened)];
    for (const name of ['a', 'b', 'c']) done.push(line.run(7, async () => void runs.push(name)));
    expect(runs).toEqual([]);
    first.open();
    await Promise.all(done);
    expect(runs).toEqual(['c']);
  });

  it('lets other keys go on', async () => {
    const line = new OneAtATime<number>();
    const first = gate();
    const held = line.run(1, () => first.opened);
    let ran = false;
    await line.run(2, async () => void (ran = true));
    expect(ran).toBe(true);
    first.open();
    await held;
  });

  it('runs what waited, and tells of its own end only, after a run that failed', async () => {
    const line = new OneAtATime<number>();
    const first = gate();
    const failing = line.run(1, async () => {
      await first.opened;
      throw new Error('the outside failed');
    });
    let ran = false;
    const second = line.run(1, async () => void (ran = true));
    first.open();
    await expect(failing).rejects.toThrow('the outside failed');
    await second;
    expect(ran).toBe(true);
    await line.idle();
  });

  it('is idle when everything has ended', async () => {
    const line = new OneAtATime<number>();
    const ended: number[] = [];
    for (const key of [1, 2, 1, 1]) {
      void line.run(key, async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        ended.push(key);
      });
    }
    await line.idle();
    expect(ended.toSorted()).toEqual([1, 1, 2]);
  });
});
