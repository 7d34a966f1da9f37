// SPDX-License-Identifier: MIT
import type { Clock } from '../../common/clock.js';

/** Sleeping takes no time here: the clock moves on by what was slept, and remembers it. */
export class SteppingClock implements Clock {
  readonly slept: number[] = [];
  private time: number;

  constructor(start = '2026-11-20T12:00:00Z') {
    this.time = Date.parse(start);
  }

  now(): Date {
    return new Date(this.time);
  }

  sleep(milliseconds: number): Promise<void> {
    this.slept.push(milliseconds);
    this.time += milliseconds;
    return Promise.resolve();
  }
}
