// SPDX-License-Identifier: MIT
import { type Answer, problem } from './answer.js';
import type { Actor } from './app.js';

interface Window {
  used: number;
  readonly resetsAt: number;
}

const limits = { nobody: 60, person: 5000, installation: 5000 };

/**
 * GitHub's primary rate limit: requests an hour, by account or installation (REST documentation, "Rate limits for the
 * REST API"). Every answer tells it in its headers; requests beyond it are refused only where that is asked for, since
 * tests do in a minute what a bot does in a month.
 */
export class RateLimits {
  readonly #windows = new Map<string, Window>();

  constructor(
    private readonly now: () => Date,
    private readonly enforce: boolean,
  ) {}

  /** Counts a request. `spent` is the refusal where it was one too many. */
  count(actor: Actor | undefined, path: string): { headers: Record<string, string>; spent?: Answer } {
    const kind = actor === undefined ? 'nobody' : actor.installation === undefined ? 'person' : 'installation';
    const resource = path.startsWith('/api/graphql') ? 'graphql' : 'core';
    const window = this.#window(`${resource} ${actor?.installation?.id ?? actor?.user.id ?? ''}`);
    const limit = limits[kind];
    window.used++;
    const remaining = Math.max(this.enforce ? 0 : 1, limit - window.used);
    const headers = {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-used': String(limit - remaining),
      'x-ratelimit-reset': String(window.resetsAt),
      'x-ratelimit-resource': resource,
    };
    if (!this.enforce || window.used <= limit) return { headers };
    return { headers, spent: problem(403, `API rate limit exceeded for ${actor?.user.login ?? '127.0.0.1'}.`) };
  }

  #window(key: string): Window {
    const now = Math.floor(this.now().getTime() / 1000);
    const known = this.#windows.get(key);
    if (known !== undefined && known.resetsAt > now) return known;
    const fresh: Window = { used: 0, resetsAt: now + 3600 };
    this.#windows.set(key, fresh);
    return fresh;
  }
}
