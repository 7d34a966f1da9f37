// SPDX-License-Identifier: MIT

export type Effect =
  /** an answer in place of the work */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly message?: string;
      readonly headers?: Record<string, string>;
    }
  /** the connection breaks before anything is done */
  | { readonly kind: 'drop-before' }
  /** the work is done, and the connection breaks before the answer */
  | { readonly kind: 'drop-after' }
  /** the work is done, and the gateway answers with this status all the same */
  | { readonly kind: 'answer-after'; readonly status: number }
  /** an upload leaves an empty asset in state `starter` and ends in 502 */
  | { readonly kind: 'half-upload' }
  /** one bit of the answer's body is turned */
  | { readonly kind: 'corrupt' }
  /** the answer ends in the middle of its body */
  | { readonly kind: 'truncate' };

export interface Fault {
  readonly effect: Effect;
  /** how many requests it strikes; default 1 */
  readonly times?: number;
  /** how many matching requests pass before the first strike; default 0 */
  readonly after?: number;
  /** default: any */
  readonly method?: string;
  /** matched against the path with its query; default: any */
  readonly path?: RegExp;
}

interface Pending {
  readonly fault: Fault;
  toPass: number;
  left: number;
}

/** What shall go wrong next. Each request is struck by the first fault that matches and has strikes left. */
export class Faults {
  private pending: Pending[] = [];
  #struck = 0;

  add(fault: Fault): void {
    this.pending.push({ fault, toPass: fault.after ?? 0, left: fault.times ?? 1 });
  }

  /** From here on nothing goes wrong any more. */
  clear(): void {
    this.pending = [];
  }

  take(method: string, path: string): Effect | undefined {
    for (const entry of this.pending) {
      const { fault } = entry;
      if (entry.left === 0 || (fault.method ?? method) !== method || fault.path?.test(path) === false) continue;
      if (entry.toPass > 0) {
        entry.toPass--;
        continue;
      }
      entry.left--;
      this.#struck++;
      return fault.effect;
    }
    return undefined;
  }

  /** how many requests were struck */
  get struck(): number {
    return this.#struck;
  }

  /** True when every fault struck as often as it should: a test that ends otherwise proved nothing. */
  get spent(): boolean {
    return this.pending.every(({ left }) => left === 0);
  }
}
