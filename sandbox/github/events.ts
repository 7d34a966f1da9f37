// SPDX-License-Identifier: MIT
import type { App, Installation } from './app.js';
import type { User } from './people.js';
import type { Repository } from './repository.js';

/** Something happened that GitHub tells webhooks about. */
export interface GithubEvent {
  /** as in `X-GitHub-Event`: `push`, `pull_request`, `issue_comment` … */
  readonly event: string;
  /** `opened`, `synchronize` …; a push has none */
  readonly action?: string;
  /** none for events of an App as such */
  readonly repository?: Repository;
  /** for events of an App as such: where it is installed */
  readonly installation?: Installation;
  /** the one App that hears of it; default: all that are subscribed */
  readonly onlyFor?: App;
  /** who did it: for a push whoever pushed */
  readonly sender: User;
  /**
   * The rest of the payload, by GitHub's names (`pull_request`, `number`, `before`, `after`, `ref` …), as things stand
   * now. Asked for at most once, before `emit` returns, and only where somebody listens.
   */
  readonly facts: () => Readonly<Record<string, unknown>>;
}

/** Between the routes, where things happen, and the webhooks, which tell of them. */
export class Events {
  readonly #listeners = new Set<(event: GithubEvent) => void>();

  emit(event: GithubEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Calls the listener for each event from now on. @returns ends that */
  subscribe(listener: (event: GithubEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
