// SPDX-License-Identifier: MIT

type Job = () => Promise<void>;

/** A job that has not begun. */
interface Waiting {
  job: Job;
  readonly done: Promise<void>;
  readonly begin: () => Promise<void>;
}

/**
 * Runs one job per key at a time, and not too many together: those that wait begin in the order in which they were asked
 * for. A job that is asked for while another of its key runs or waits, is run once after it or in its place, however
 * often it was asked for: what counts is that a look begins after the last event.
 */
export class OneAtATime<Key> {
  readonly #running = new Map<Key, Promise<void>>();
  readonly #waiting = new Map<Key, Waiting>();

  /** @param atOnce how many jobs, of different keys, may run at a time */
  constructor(private readonly atOnce = Infinity) {}

  /** Nothing runs, and nothing waits. */
  get isIdle(): boolean {
    return this.#running.size === 0 && this.#waiting.size === 0;
  }

  /** Resolves when a run of `job` that began after this call has ended; rejects as that run does. */
  run(key: Key, job: Job): Promise<void> {
    const known = this.#waiting.get(key);
    if (known !== undefined) {
      known.job = job;
      return known.done;
    }
    const waiting = newlyWaiting(job);
    this.#waiting.set(key, waiting);
    this.#begin();
    return waiting.done;
  }

  /** When nothing runs and nothing waits any more, whatever became of it. */
  async idle(): Promise<void> {
    while (!this.isIdle) {
      await Promise.allSettled([...this.#running.values(), ...[...this.#waiting.values()].map(({ done }) => done)]);
    }
  }

  /** What may begin: at most as many keys are passed over as run. */
  #begin(): void {
    for (const [key, waiting] of this.#waiting) {
      if (this.#running.size >= this.atOnce) return;
      if (this.#running.has(key)) continue;
      this.#waiting.delete(key);
      const run = waiting.begin().finally(() => {
        this.#running.delete(key);
        this.#begin();
      });
      this.#running.set(key, run);
    }
  }
}

function newlyWaiting(job: Job): Waiting {
  let begin = (): Promise<void> => Promise.resolve();
  const waiting: Waiting = {
    job,
    done: new Promise((resolve, reject) => (begin = () => waiting.job().then(resolve, reject))),
    begin: () => begin(),
  };
  return waiting;
}
