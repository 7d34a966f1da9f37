// SPDX-License-Identifier: MIT
import type { Actor } from '../app.js';
import type { Repository } from '../repository.js';
import type { World } from '../router.js';
import { accountOf } from '../json/commit-json.js';
import { followPush } from '../pulls/follow-push.js';
import { emitPush, pushedCommits } from './push-event.js';
import { moveRefs, type RefMove, type RefRefusal, type RefUpdate, whyNotUpdate } from './ref-update.js';

/**
 * Updates refs, all or none of them, with everything that follows from it: events, and pull requests whose head or base moved.
 * The one way in, for git, REST, GraphQL and merges. Refs have moved when it returns its promise; what follows is done
 * when that is fulfilled.
 * @returns why not
 */
export async function push(
  world: World,
  repository: Repository,
  updates: readonly RefUpdate[],
  by: Actor,
): Promise<RefRefusal | undefined> {
  for (const update of updates) {
    const refusal = whyNotUpdate(repository, update, by);
    if (refusal !== undefined) return refusal;
  }
  await pushed(world, repository, moveRefs(repository, updates), by);
  return undefined;
}

/** What follows from refs having moved. */
export async function pushed(
  world: World,
  repository: Repository,
  moves: readonly RefMove[],
  by: Actor,
): Promise<void> {
  if (moves.length === 0) return;
  repository.pushedAt = world.state.now();
  for (const move of moves) {
    if (move.name === `refs/heads/${repository.defaultBranch}`) countContributors(world, repository, move);
    emitPush(world, repository, move, by.user);
  }
  await repository.git.network.background.run(async () => {
    for (const move of moves) await followPush(world, repository, move, by);
  });
}

function countContributors({ state }: World, repository: Repository, move: RefMove): void {
  for (const commit of pushedCommits(repository, move)) {
    const account = accountOf(state, commit.author);
    if (account === null) continue;
    repository.contributors.set(account.id, (repository.contributors.get(account.id) ?? 0) + 1);
  }
}
