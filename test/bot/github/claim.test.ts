// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withClaim } from '../../../bot/github/claim.js';
import { SteppingClock } from '../../support/stepping-clock.js';
import { Stage } from '../support/stage.js';

const what = 'expiry-1f03-90';
const day = 86_400_000;

describe('a claim', () => {
  let stage: Stage;
  let clock: SteppingClock;
  let done: number;
  beforeEach(async () => {
    clock = new SteppingClock();
    stage = await Stage.open({ clock });
    done = 0;
  });
  afterEach(() => stage.close());

  const count = (): Promise<void> => {
    done++;
    return Promise.resolve();
  };
  const claim = (work = count): Promise<boolean> => withClaim(stage.github(), { what, commit: stage.main }, work);
  const refs = () => stage.maintainer.visitor.must<{ ref: string }[]>('GET', 'git/matching-refs/nextcloud-ca/');
  const today = (): string => `refs/nextcloud-ca/${what}/${clock.now().toISOString().slice(0, 10)}`;

  it('lets one in at a time, and the next when that one has ended', async () => {
    let inside: boolean | undefined;
    expect(await claim(async () => void (inside = await claim()))).toBe(true);
    expect([inside, done]).toEqual([false, 0]);
    expect(await claim()).toBe(true);
    expect(done).toBe(1);
    expect(await refs()).toEqual([]);
  });

  it('is let go of where the work fails', async () => {
    await expect(claim(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await refs()).toEqual([]);
  });

  it('of a replica that died within it ends with the day', async () => {
    await stage.maintainer.visitor.must('POST', 'git/refs', { ref: today(), sha: stage.main });
    expect(await claim()).toBe(false);
    await clock.sleep(day);
    expect(await claim()).toBe(true);
    expect(done).toBe(1);
  });

  it('is no bar where GitHub wants no such refs', async () => {
    const effect = { kind: 'answer', status: 422, message: 'Validation Failed' } as const;
    stage.server.faults.add({ effect, method: 'POST', path: /\/git\/refs$/ });
    expect(await claim()).toBe(true);
    expect(done).toBe(1);
  });
});
