// SPDX-License-Identifier: MIT
import type { Intent, Pushed } from './intent.js';
import { look } from './look.js';
import { OneAtATime } from './one-at-a-time.js';
import { pullRequestsOfHead } from './github/pull-requests-of-head.js';
import { repositoryFacts } from './github/repository-facts.js';
import { reconcile } from './reconcile.js';
import { readIssue } from './upkeep/read-issue.js';
import { watch } from './upkeep/watch.js';
import type { Workshop } from './workshop.js';

/**
 * Looks at the same time. Each has up to eight calls on their way, and GitHub refuses more than a hundred (REST
 * documentation, "Rate limits": concurrent requests). Fewer looks cost more each: what waits for libxml2 at the same time
 * shares its start (60 pull requests at once, by the processor: 8 looks 220 ms each, 16 looks 142, 24 looks 129).
 */
const looksAtOnce = 12;

/** The bot of one certificate repository: told to look somewhere, it looks there and does what follows. */
export class Bot {
  readonly #line = new OneAtATime<string>();
  /** by number of the pull request; apart from the others, since a reconciliation waits for them */
  readonly #looks = new OneAtATime<number>(looksAtOnce);
  /** who pushed which head, until a look has written it into the check run */
  readonly #pushed = new Map<number, Pushed>();

  constructor(private readonly workshop: Workshop) {}

  /** of our App's account */
  get login(): string {
    return this.workshop.github.ourselves.login;
  }

  /** Resolves when it is done; rejects where GitHub failed, and then the next reconciliation does it. */
  async do(intent: Intent): Promise<void> {
    switch (intent.kind) {
      case 'look':
        return this.#look(intent.pullRequest, intent.pushed);
      case 'look-at-head': {
        const numbers = await pullRequestsOfHead(this.workshop.github, intent.sha);
        await Promise.all(numbers.map((number) => this.#look(number)));
        return;
      }
      case 'read-issue':
        return this.#line.run(`issue ${intent.issue}`, () => readIssue(this.workshop, intent.issue));
      case 'watch': {
        const { defaultBranch } = await repositoryFacts(this.workshop.github);
        if (intent.ref !== `refs/heads/${defaultBranch}`) return;
        return this.#line.run('watch', () => watch(this.workshop, intent));
      }
      case 'reconcile':
        return this.#line.run('reconcile', () => reconcile(this.workshop, (number) => this.#look(number)));
      case 'nothing':
    }
  }

  /** When everything that was begun has ended. */
  async idle(): Promise<void> {
    while (!this.#line.isIdle || !this.#looks.isIdle) await Promise.all([this.#line.idle(), this.#looks.idle()]);
  }

  #look(number: number, pushed?: Pushed): Promise<void> {
    if (pushed !== undefined) this.#pushed.set(number, pushed);
    return this.#looks.run(number, async () => {
      const latest = this.#pushed.get(number);
      await look(this.workshop, number, latest);
      if (this.#pushed.get(number) === latest) this.#pushed.delete(number);
    });
  }
}
