// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { Deferred } from '../../../bot/entries/deferred.js';
import type { Intent } from '../../../bot/intent.js';
import { SteppingClock } from '../../support/stepping-clock.js';

const look = (pullRequest: number): Intent => ({ kind: 'look', pullRequest });

it('waits for nothing where nothing was promised', async () => {
  const clock = new SteppingClock();
  expect(await new Deferred(clock).finish(async () => undefined, 90_000)).toBe(0);
  expect(clock.slept).toEqual([]);
});

it('tries early, less and less often, and once more when it is due', async () => {
  const clock = new SteppingClock();
  const deferred = new Deferred(clock);
  const begun = clock.now().getTime();
  const done: number[] = [];
  const work = async (intent: Intent): Promise<void> => {
    const waited = clock.now().getTime() - begun;
    done.push(waited);
    if (waited < 60_000) deferred.later(60_000 - waited, intent);
  };
  deferred.later(60_000, look(7));
  expect(await deferred.finish(work, 90_000)).toBe(0);
  expect(done).toEqual([2_000, 6_000, 14_000, 30_000, 60_000]);
});

it('does each once, the latest wish counting, and leaves what does not end', async () => {
  const clock = new SteppingClock();
  const deferred = new Deferred(clock);
  const done: Intent[] = [];
  deferred.later(1_000, look(7));
  deferred.later(5_000, look(8));
  deferred.later(3_000, look(7));
  const left = await deferred.finish(async (intent) => {
    done.push(intent);
    if (JSON.stringify(intent) === JSON.stringify(look(8))) deferred.later(1_000, intent);
  }, 30_000);
  expect(done.filter((intent) => JSON.stringify(intent) === JSON.stringify(look(7)))).toEqual([look(7)]);
  expect(left).toBe(1);
  expect(clock.slept.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(30_000);
});

it('passes a failure on', async () => {
  const deferred = new Deferred(new SteppingClock());
  deferred.later(0, look(7));
  const fail = async (): Promise<void> => Promise.reject(new Error('no'));
  await expect(deferred.finish(fail, 30_000)).rejects.toThrow('no');
});
