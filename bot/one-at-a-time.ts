// SPDX-License-Identifier: MIT

/**
 * Runs one job per key at a time. A job that is asked for while another of its key runs, is run once more after it,
 * however often it was asked for: what counts is that a look begins after the last event.
 */
export class OneAtATime<Key> {
  readonly #running = new Map<Key, Promise<void>>();
  readonly #waiting = new Map<Key, { job: () => Promise<void>; done: Promise<void> }>();

  /** Resolves when a run of `job` that began after this call has ended; rejects as that run does. */
  run(key: Key, job: () => Promise<void>): Promise<void> {
    const waiting = this.#waiting.get(key);
    if (waiting !== undefined) {
      waiting.job = job;
      return waiting.done;
    }
    const running = this.#running.get(key);
    if (running === undefined) return this.#start(key, job);
    const done = running
      .catch(() => undefined)
      .then(() => {
        const next = this.#waiting.get(key);
        this.#waiting.delete(key);
        return next === undefined ? undefined : this.#start(key, next.job);
      });
    this.#waiting.set(key, { job, done });
    return done;
  }

  /** When nothing runs and nothing waits any more, whatever became of it. */
  async idle(): Promise<void> {
    while (this.#running.size > 0 || this.#waiting.size > 0) {
      await Promise.allSettled([...this.#running.values(), ...[...this.#waiting.values()].map(({ done }) => done)]);
    }
  }

  #start(key: Key, job: () => Promise<void>): Promise<void> {
    const run = job().finally(() => {
      if (this.#running.get(key) === run) this.#running.delete(key);
    });
    this.#running.set(key, run);
    return run;
  }
}
