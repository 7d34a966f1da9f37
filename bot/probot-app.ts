// SPDX-License-Identifier: MIT
import type { Probot } from 'probot';
import type { Bot } from './bot.js';
import { errorFacts } from './error-facts.js';
import { intentOf } from './intent.js';
import type { Log } from './workshop.js';

/** Where events go to. */
export interface Posts {
  /** the bot of the repository that the event is about; undefined: it is not ours */
  botOf(repository: { readonly owner: string; readonly repo: string }): Bot | undefined;
  /** told of what fails and is logged nowhere else; default: nobody */
  readonly log?: Log;
}

/**
 * The bot as a Probot app. An event of ours is answered when what it asks for is done, or at the latest after the nine
 * seconds that Probot waits; where it fails, GitHub shows a failed delivery, and the reconciliation does the work.
 */
export function probotApp(posts: Posts): (app: Probot) => void {
  return (app) => {
    app.onAny(async ({ id, name, payload }) => {
      const repository = repositoryOf(payload);
      const bot = repository && posts.botOf(repository);
      if (bot === undefined) return;
      const intent = intentOf(name, payload, bot.login);
      try {
        await bot.do(intent);
      } catch (error) {
        // a look has told of it already
        if (intent.kind !== 'look') posts.log?.error({ ...errorFacts(error), delivery: id, intent }, 'an event failed');
        throw error;
      }
    });
  };
}

function repositoryOf(payload: unknown): { owner: string; repo: string } | undefined {
  const { repository } = payload as { repository?: { name?: unknown; owner?: { login?: unknown } | null } };
  const [owner, repo] = [repository?.owner?.login, repository?.name];
  return typeof owner === 'string' && typeof repo === 'string' ? { owner, repo } : undefined;
}
