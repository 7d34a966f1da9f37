// SPDX-License-Identifier: MIT
import type { Clock } from '../../common/clock.js';

/** Time that runs faster: GitHub tells it in whole seconds, and things that happen one after another differ by some. */
export class FastClock implements Clock {
  readonly #start = Date.now();

  constructor(private readonly factor = 60) {}

  now(): Date {
    return new Date(this.#start + (Date.now() - this.#start) * this.factor);
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, milliseconds / this.factor));
  }
}
