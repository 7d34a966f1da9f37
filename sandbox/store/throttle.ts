// SPDX-License-Identifier: MIT
import type { Clock } from '../../common/clock.js';

/** POST requests per user: how many in how long (store: settings/base.py, DEFAULT_THROTTLE_RATES). */
export const throttleRates = {
  app_upload: { requests: 100, seconds: 86_400 },
  app_register: { requests: 100, seconds: 86_400 },
  api_token_gen: { requests: 30, seconds: 60 },
} as const;

export type ThrottleScope = keyof typeof throttleRates;
export type ThrottleRates = Readonly<Record<ThrottleScope, { readonly requests: number; readonly seconds: number }>>;

/** DRF's SimpleRateThrottle: a window that slides. Requests that fail later count; those that it refuses do not. */
export class Throttle {
  readonly #clock: Clock;
  readonly #rates: ThrottleRates;
  readonly #history = new Map<string, number[]>();

  constructor(clock: Clock, rates: ThrottleRates = throttleRates) {
    this.#clock = clock;
    this.#rates = rates;
  }

  /** Seconds until the next request is let in; undefined: this one is. */
  refuse(scope: ThrottleScope, user: number): number | undefined {
    const { requests, seconds } = this.#rates[scope];
    const key = `${scope} ${user}`;
    const now = this.#clock.now().getTime() / 1000;
    const recent = (this.#history.get(key) ?? []).filter((time) => time > now - seconds);
    this.#history.set(key, recent);
    if (recent.length >= requests) return Math.ceil(seconds - (now - (recent[0] ?? now)));
    recent.push(now);
    return undefined;
  }
}
