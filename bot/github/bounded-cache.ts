// SPDX-License-Identifier: MIT

export interface CacheOptions<Value> {
  /** sum of the sizes of all that is kept */
  readonly limit: number;
  /** default: each counts one */
  readonly sizeOf?: (value: Value) => number;
  /** default: it never gets old, as what is named by the hash of its content */
  readonly maxAgeMs?: number;
  readonly now?: () => number;
}

interface Kept<Value> {
  readonly value: Value;
  readonly size: number;
  readonly at: number;
}

/**
 * What was asked for once is not asked for again: the longest unused goes first when it becomes too much, and whoever
 * asks for what is just on its way gets the same answer. Failures are not kept.
 */
export class BoundedCache<Value> {
  readonly #kept = new Map<string, Kept<Value>>();
  readonly #onTheWay = new Map<string, Promise<Value>>();
  readonly #options: Required<CacheOptions<Value>>;
  #size = 0;

  constructor(options: CacheOptions<Value>) {
    this.#options = { sizeOf: () => 1, maxAgeMs: Infinity, now: Date.now, ...options };
  }

  /** Sum of the sizes of all that is kept. */
  get size(): number {
    return this.#size;
  }

  /** @throws whatever `load` throws */
  async get(key: string, load: () => Promise<Value>): Promise<Value> {
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      this.#forget(key, kept);
      if (this.#options.now() - kept.at < this.#options.maxAgeMs) {
        this.#keep(key, kept);
        return kept.value;
      }
    }
    const onTheWay = this.#onTheWay.get(key);
    if (onTheWay !== undefined) return onTheWay;
    const loading = load();
    this.#onTheWay.set(key, loading);
    try {
      const value = await loading;
      this.#keep(key, { value, size: this.#options.sizeOf(value), at: this.#options.now() });
      return value;
    } finally {
      this.#onTheWay.delete(key);
    }
  }

  /** For what became known without being asked for. */
  set(key: string, value: Value): void {
    const kept = this.#kept.get(key);
    if (kept !== undefined) this.#forget(key, kept);
    this.#keep(key, { value, size: this.#options.sizeOf(value), at: this.#options.now() });
  }

  delete(key: string): void {
    const kept = this.#kept.get(key);
    if (kept !== undefined) this.#forget(key, kept);
  }

  #keep(key: string, entry: Kept<Value>): void {
    if (entry.size > this.#options.limit) return;
    this.#kept.set(key, entry);
    this.#size += entry.size;
    for (const [oldest, kept] of this.#kept) {
      if (this.#size <= this.#options.limit) return;
      this.#forget(oldest, kept);
    }
  }

  #forget(key: string, { size }: Kept<Value>): void {
    this.#kept.delete(key);
    this.#size -= size;
  }
}
