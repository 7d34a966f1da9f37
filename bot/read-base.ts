// SPDX-License-Identifier: MIT
import { Repository } from '../ca/repository/repository.js';
import { MemoryStore } from '../ca/repository/store.js';
import { BaseBranch } from './github/base-branch.js';
import { type Github, objectsOf } from './github/github.js';
import { GithubStore } from './github/github-store.js';
import { repositoryFacts } from './github/repository-facts.js';
import { readBotSettings } from './read-settings.js';
import { defaultSettings, type Settings, settingsPath } from './settings.js';
import type { Situation } from './situation.js';

export type Base = Situation['base'] & { readonly settings: Settings };

/**
 * The branch that certificates are on, as it stands now. What is at one commit is read once and shared by all who ask:
 * whoever wants to write opens the store anew, over a memory of his own.
 * @throws AuthorityError `ledger-broken`, `bad-policy`; BotError `bad-settings`
 */
export async function readBase(github: Github): Promise<Base> {
  const { defaultBranch } = await repositoryFacts(github);
  const commit = await new BaseBranch(github, defaultBranch).tip();
  return readBaseAt(github, defaultBranch, commit);
}

export function readBaseAt(github: Github, ref: string, commit: string): Promise<Base> {
  return github.caches.bases.get(`${ref} ${commit}`, async () => {
    const store = new GithubStore(objectsOf(github), commit);
    const [settings, repository] = await Promise.all([
      store.read(settingsPath),
      Repository.open(new MemoryStore(store)),
    ]);
    return {
      ref,
      commit,
      repository,
      settings: settings === undefined ? defaultSettings : readBotSettings(Buffer.from(settings).toString('utf8')),
    };
  });
}
