// SPDX-License-Identifier: MIT

/** What happens on GitHub's side after a request was answered, or beside it: one thing after another. */
export class Background {
  #last: Promise<unknown> = Promise.resolve();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #errors: unknown[] = [];
  #closed = false;

  /** Does something after everything that was given before. Not to be awaited within such a job. */
  run<Result>(job: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(job);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** The same after some time, unless it ends before. @param delay in milliseconds */
  later(delay: number, job: () => Promise<void>): void {
    if (this.#closed) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.run(job).catch((error: unknown) => this.#errors.push(error));
    }, delay);
    this.#timers.add(timer);
  }

  /** @throws AggregateError where something failed that nobody waited for */
  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#last;
    if (this.#errors.length > 0) {
      throw new AggregateError(this.#errors, `in the background: ${String(this.#errors[0])}`);
    }
  }
}
