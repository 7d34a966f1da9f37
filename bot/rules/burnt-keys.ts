// SPDX-License-Identifier: MIT
import type { LeakedKey } from './leaked-keys.js';
import type { PullRequestSubject } from './pull-request-subject.js';

/**
 * Whether nobody may be certified with a leaked key again. What cannot be opened proves nothing: requests are public, and
 * whoever copied somebody's into a pull request of his own, with any encrypted key beside it, would have it burnt.
 * Strangers can write comments full of fresh keys, which would only fill the ledger: of those the ones count that
 * somebody uses.
 */
export function isBurnt({ key, place }: LeakedKey, { key: own, situation }: PullRequestSubject): boolean {
  if (key === undefined) return false;
  const isStrangers = place.kind === 'text' && !place.byAuthor;
  return !isStrangers || key === own || situation.base.repository.ledger.certificatesOfKey(key).length > 0;
}

/** Their hashes, each once. */
export function burntKeys(subject: PullRequestSubject): string[] {
  const burnt = subject.keys.filter((leaked) => isBurnt(leaked, subject));
  return [...new Set(burnt.flatMap(({ key }) => key ?? []))];
}
