// SPDX-License-Identifier: MIT
import type { Clock } from '../common/clock.js';
import type { Log } from './workshop.js';

/** Whoever finds the address can send as much as they like: that must not fill a disk. */
const everyMs = 60_000;

/**
 * What the webhook's middleware logs, without the event and without a trace. Errors of the work that an event asked for are
 * logged where they are known; deliveries that never became an event, here.
 */
export class RefusedDeliveries {
  #toldAt = -Infinity;
  #untold = 0;

  constructor(
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  /** In the place of another logger, for its errors. */
  logger<Other extends object>(other: Other): Other {
    return Object.assign(Object.create(other) as Other, { error: this.#refuse });
  }

  readonly #refuse = (error: unknown): void => {
    const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
    const { message, status } = (first ?? {}) as { message?: unknown; status?: unknown };
    if (status !== 400) return;
    const now = this.clock.now().getTime();
    if (now - this.#toldAt < everyMs) {
      this.#untold++;
      return;
    }
    const facts = { code: 'delivery-refused', ...(this.#untold > 0 && { alsoRefused: this.#untold }) };
    this.#toldAt = now;
    this.#untold = 0;
    this.log.warn(
      facts,
      String(message).includes('signature')
        ? 'a delivery was refused: its signature does not fit WEBHOOK_SECRET; compare that with the secret in the App’s settings'
        : 'a delivery was refused: it is no JSON; see the content type in the App’s settings',
    );
  };
}
