// SPDX-License-Identifier: MIT

/** How far something has come, said while it goes on. Steps follow one another; they do not nest. */
export interface Progress {
  begin(step: string): void;
  /** @param share of the current step, 0 to 1 */
  update(share: number): void;
  /** @param detail what the step did or proved, one line */
  end(detail: string): void;
  /** the current step broke off */
  fail(): void;
  /** one line beside the steps, e.g. the output of a build or a retry */
  note(line: string): void;
}

export const silent: Progress = { begin: noop, update: noop, end: noop, fail: noop, note: noop };

function noop(): void {
  // nothing is said
}
