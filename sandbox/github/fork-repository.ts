// SPDX-License-Identifier: MIT
import type { Actor } from './app.js';
import { repositoryJson } from './json/repository-json.js';
import type { Repository } from './repository.js';
import type { World } from './router.js';

/** Forks a repository to the caller's account or an organisation; an account has one fork of it at most. */
export function forkRepository(
  { state, origins }: World,
  parent: Repository,
  by: Actor,
  wish: { readonly organization?: string | undefined; readonly name?: string | undefined } = {},
): Repository {
  const owner = wish.organization ?? by.user.login;
  const known = state.repositories.find((each) => each.parent === parent && each.owner === owner);
  if (known !== undefined) return known;
  const taken = state.repository(owner, wish.name ?? parent.name) !== undefined;
  // Where the name is taken, GitHub appends a number.
  const name = `${wish.name ?? parent.name}${taken ? '-1' : ''}`;
  const fork = state.addRepository(`${owner}/${name}`, { parent, private: parent.private });
  const facts = () => ({ forkee: repositoryJson(fork, origins) });
  state.events.emit({ event: 'fork', repository: parent, sender: by.user, facts });
  return fork;
}
