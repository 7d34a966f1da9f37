// SPDX-License-Identifier: MIT
import type { StoreAnswer } from '../../src/store/store-answer.js';

/** What goes wrong in place of an answer. */
export interface Fault {
  /** an answer, a connection cut before the answer, or one cut after the request was carried out */
  readonly with: StoreAnswer | 'drop' | 'drop-after';
  /** how many requests; default 1 */
  readonly times?: number;
  /** only these requests, `METHOD PATH` below the store's address, e.g. `POST apps/releases`; default: every one */
  readonly on?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Faults in the order in which they were asked for: each is used up before the next that fits. */
export class FaultPlan {
  readonly #faults: { readonly fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#faults.length = 0;
  }

  /** The fault for this request, used up by one. */
  take(method: string, path: string): Fault | undefined {
    const next = this.#faults.find(
      ({ fault, left }) => left > 0 && (fault.on === undefined || fault.on === `${method} ${path}`),
    );
    if (next === undefined) return undefined;
    next.left--;
    return next.fault;
  }
}
