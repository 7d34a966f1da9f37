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
  /** default: any */
  readonly method?: string;
  /** matched against the path with its query; default: any */
  readonly path?: RegExp;
}

/** What shall go wrong next. Each request is struck by the first fault that matches and has strikes left. */
export class Faults {
  private readonly pending: { readonly fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.pending.push({ fault, left: fault.times ?? 1 });
  }

  take(method: string, path: string): Effect | undefined {
    const entry = this.pending.find(
      ({ fault, left }) =>
        left > 0 && (fault.method ?? method) === method && (fault.path === undefined || fault.path.test(path)),
    );
    if (entry === undefined) return undefined;
    entry.left--;
    return entry.fault.effect;
  }

  /** True when every fault struck as often as it should: a test that ends otherwise proved nothing. */
  get spent(): boolean {
    return this.pending.every(({ left }) => left === 0);
  }
}
