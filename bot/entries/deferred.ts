// SPDX-License-Identifier: MIT
import type { Clock } from '../../common/clock.js';
import type { Intent } from '../intent.js';

interface Promised {
  readonly intent: Intent;
  /** milliseconds since 1970 */
  readonly due: number;
}

const firstWaitMs = 2_000;

/** What is to be done a while from now, in a job that would rather end: it is tried early, and again when it is due. */
export class Deferred {
  readonly #promised = new Map<string, Promised>();

  constructor(private readonly clock: Clock) {}

  readonly later = (milliseconds: number, intent: Intent): void => {
    this.#promised.set(JSON.stringify(intent), { intent, due: this.clock.now().getTime() + milliseconds });
  };

  /**
   * Does it all, in the order in which it was asked for; what asks for itself again is done again, later each time, until
   * nothing is left or the budget is used up.
   * @returns how much is left undone, for the next reconciliation
   */
  async finish(work: (intent: Intent) => Promise<void>, budgetMs: number): Promise<number> {
    const end = this.clock.now().getTime() + budgetMs;
    for (let wait = firstWaitMs; this.#promised.size > 0; wait *= 2) {
      const now = this.clock.now().getTime();
      const lastDue = Math.max(...[...this.#promised.values()].map(({ due }) => due));
      const until = Math.min(now + wait, Math.max(lastDue, now + firstWaitMs));
      if (until > end) break;
      await this.clock.sleep(until - now);
      const taken = [...this.#promised.values()];
      this.#promised.clear();
      for (const { intent } of taken) await work(intent);
    }
    return this.#promised.size;
  }
}
