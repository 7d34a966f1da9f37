// SPDX-License-Identifier: MIT
import type { Commit } from './commit.js';

/** Commits waiting for their turn, by whatever comes first (a binary heap: histories are long). */
export class CommitQueue {
  readonly #heap: Commit[] = [];

  /** @param before negative where the first commit comes before the other */
  constructor(private readonly before: (one: Commit, other: Commit) => number) {}

  push(commit: Commit): void {
    const heap = this.#heap;
    let at = heap.push(commit) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#inOrder(above, at)) return;
      this.#swap(above, at);
      at = above;
    }
  }

  shift(): Commit | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    heap[0] = last;
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const right = left + 1;
      let next = at;
      if (left < heap.length && !this.#inOrder(next, left)) next = left;
      if (right < heap.length && !this.#inOrder(next, right)) next = right;
      if (next === at) return first;
      this.#swap(at, next);
      at = next;
    }
  }

  #inOrder(one: number, other: number): boolean {
    const [first, second] = [this.#heap[one], this.#heap[other]];
    return first === undefined || second === undefined || this.before(first, second) <= 0;
  }

  #swap(one: number, other: number): void {
    const [first, second] = [this.#heap[one], this.#heap[other]];
    if (first === undefined || second === undefined) return;
    this.#heap[one] = second;
    this.#heap[other] = first;
  }
}

/** As `git log` has them. Of commits of the same second the one that came later. */
export function byDate(one: Commit, other: Commit): number {
  return other.committer.date.getTime() - one.committer.date.getTime() || other.arrival - one.arrival;
}

/** Every commit before all its ancestors, whatever the clocks said. */
export function byArrival(one: Commit, other: Commit): number {
  return other.arrival - one.arrival;
}
