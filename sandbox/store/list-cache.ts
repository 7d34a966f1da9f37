// SPDX-License-Identifier: MIT
import type { Clock } from '../../common/clock.js';
import type { Reply } from './answer-writer.js';

/** Whoever stands between the store and its users gives the same answer again for a while. */
export class ListCache {
  readonly #clock: Clock;
  readonly #lifetimeMs: number;
  readonly #replies = new Map<string, { readonly reply: Reply; readonly until: number }>();

  constructor(clock: Clock, lifetimeMs: number) {
    this.#clock = clock;
    this.#lifetimeMs = lifetimeMs;
  }

  async get(address: string, make: () => Promise<Reply>): Promise<Reply> {
    const now = this.#clock.now().getTime();
    const known = this.#replies.get(address);
    if (known !== undefined && known.until > now) return known.reply;
    const reply = await make();
    if (this.#lifetimeMs > 0) this.#replies.set(address, { reply, until: now + this.#lifetimeMs });
    return reply;
  }
}
