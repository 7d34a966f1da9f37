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

  it('runs no more together than it may, in the order in which they were asked for', async () => {
    const line = new OneAtATime<number>(2);
    const begun: number[] = [];
    const gates = [1, 2, 3, 4].map((key) => ({ key, ...gate() }));
    const done = gates.map(({ key, opened }) =>
      line.run(key, async () => {
        begun.push(key);
        await opened;
      }),
    );
    expect(begun).toEqual([1, 2]);
    gates[1]?.open();
    await done[1];
    await Promise.resolve();
    expect(begun).toEqual([1, 2, 3]);
    for (const { open } of gates) open();
    await Promise.all(done);
    expect(begun).toEqual([1, 2, 3, 4]);
    expect(line.isIdle).toBe(true);
  });

  it('passes over a key that runs, and takes the place of a job that has not begun', async () => {
    const line = new OneAtATime<number>(2);
    const first = gate();
    const runs: string[] = [];
    const done = [line.run(1, () => first.opened), line.run(1, async () => void runs.push('1 again'))];
    done.push(line.run(2, async () => void runs.push('2')));
    done.push(
      line.run(3, async () => void runs.push('3')),
      line.run(3, async () => void runs.push('3 instead')),
    );
    await Promise.all(done.slice(2));
    expect(runs).toEqual(['2', '3 instead']);
    first.open();
    await line.idle();
    expect(runs).toEqual(['2', '3 instead', '1 again']);
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
