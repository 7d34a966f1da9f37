// SPDX-License-Identifier: MIT
import type { Probot } from 'probot';
import type { Bot } from './bot.js';
import { intentOf } from './intent.js';

/** Where events go to. */
export interface Posts {
  /** the bot of the repository that the event is about; undefined: it is not ours */
  botOf(repository: { readonly owner: string; readonly repo: string }): Bot | undefined;
}

/**
 * The bot as a Probot app. An event of ours is answered when what it asks for is done, or at the latest after the nine
 * seconds that Probot waits; where it fails, GitHub shows a failed delivery, and the reconciliation does the work.
 */
export function probotApp(posts: Posts): (app: Probot) => void {
  return (app) => {
    app.onAny(async ({ name, payload }) => {
      const repository = repositoryOf(payload);
      const bot = repository && posts.botOf(repository);
      await bot?.do(intentOf(name, payload, bot.login));
    });
  };
}

function repositoryOf(payload: unknown): { owner: string; repo: string } | undefined {
  const { repository } = payload as { repository?: { name?: unknown; owner?: { login?: unknown } | null } };
  const [owner, repo] = [repository?.owner?.login, repository?.name];
  return typeof owner === 'string' && typeof repo === 'string' ? { owner, repo } : undefined;
}
