// SPDX-License-Identifier: MIT
import { BoundedCache } from './bounded-cache.js';
import { ObjectCache } from './git-objects.js';
import type { RepositoryFacts } from './repository-facts.js';

const minute = 60_000;

/** What one process remembers of one certificate repository: nothing that it could not ask for again. */
export class GithubCaches {
  readonly objects = new ObjectCache();
  readonly facts: BoundedCache<RepositoryFacts>;

  /** @param now milliseconds since 1970, for what gets old */
  constructor(now: () => number = Date.now) {
    this.facts = new BoundedCache<RepositoryFacts>({ limit: 4, maxAgeMs: 10 * minute, now });
  }
}
