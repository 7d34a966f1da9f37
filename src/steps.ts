// SPDX-License-Identifier: MIT
import type { Progress } from '../common/progress.js';

export type StepName =
  | 'plan'
  | 'build'
  | 'stage'
  | 'validate'
  | 'pack'
  | 'verify'
  | 'upload'
  | 'publish release'
  | 'fetch back'
  | 'archive-sign'
  | 'register'
  | 'publish'
  | 'read back';

export interface Step {
  readonly name: StepName;
  readonly state: 'done' | 'skipped' | 'failed';
  /** what it did or proved, one line */
  readonly detail: string;
}

/** What a run has done so far. Kept outside of the run, so that a summary can be written of one that broke off. */
export class Steps {
  readonly #steps: Step[] = [];

  constructor(readonly progress: Progress) {}

  get all(): readonly Step[] {
    return this.#steps;
  }

  /** @param work returns the step's result and what there is to say of it */
  async run<Result>(name: StepName, work: () => Promise<readonly [Result, string]>): Promise<Result> {
    this.progress.begin(name);
    try {
      const [result, detail] = await work();
      this.#steps.push({ name, state: 'done', detail });
      this.progress.end(detail);
      return result;
    } catch (error) {
      this.#steps.push({ name, state: 'failed', detail: error instanceof Error ? error.message : String(error) });
      this.progress.fail();
      throw error;
    }
  }

  skip(name: StepName, why: string): void {
    this.#steps.push({ name, state: 'skipped', detail: why });
    this.progress.begin(name);
    this.progress.end(`skipped: ${why}`);
  }
}
