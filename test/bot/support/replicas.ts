// SPDX-License-Identifier: MIT
import type { Github } from '../../../bot/github/github.js';
import type { Workshop } from '../../../bot/workshop.js';
import type { World } from './world.js';

/** `at once`: as it comes. `in step`: all have read before any of them writes, and so before every later write. */
export const interleavings = ['at once', 'in step'] as const;
export type Interleaving = (typeof interleavings)[number];

/** Holds whoever wants to write until all that still run want to. */
class Step {
  #waiting: (() => void)[] = [];

  constructor(private running: number) {}

  write(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#open();
    });
  }

  end(): void {
    this.running--;
    this.#open();
  }

  #open(): void {
    if (this.#waiting.length < this.running) return;
    for (const go of this.#waiting.splice(0)) go();
  }
}

/** Does the same with so many replicas of the bot. @throws what the first of them throws, after all have ended */
export async function withReplicas<Result>(
  { stage, workshop }: World,
  { count, interleaving }: { readonly count: number; readonly interleaving: Interleaving },
  work: (replica: Workshop) => Promise<Result>,
): Promise<Result[]> {
  const step = new Step(count);
  const held = (github: Github): Github => {
    github.octokit.hook.before('request', async ({ method }) => {
      if (interleaving === 'in step' && method !== 'GET') await step.write();
    });
    return github;
  };
  const replicas = Array.from({ length: count }, async () => {
    const elsewhere: Workshop['elsewhere'] = async (name) => {
      const there = await workshop.elsewhere(name);
      return there && held(there);
    };
    try {
      return await work({ ...workshop, github: held(stage.github()), elsewhere });
    } finally {
      step.end();
    }
  });
  await Promise.allSettled(replicas);
  return Promise.all(replicas);
}
