// SPDX-License-Identifier: MIT
import type { Actor } from '../app.js';
import { closeIssue } from '../issue-edit.js';
import type { PullRequest } from '../pull-request.js';
import type { World } from '../router.js';
import { isAncestor } from '../git/history.js';

/**
 * Marks a pull request as merged whose head came into the base branch by a push ("indirect merge": About pull request
 * merges). Not where the base was forced back meanwhile, or the head went on.
 */
export function markMerged(world: World, pull: PullRequest, by: Actor): void {
  const { issue, head, base, repository } = pull;
  const tip = repository.branches.get(base.ref);
  if (issue.state !== 'open' || tip === undefined) return;
  if (!isAncestor(repository.git.network.commit, head.sha, tip)) return;
  setMerged(world, pull, mergeCommitOf(pull, tip), by);
}

/** @param commit by which it came into the base branch */
export function setMerged(world: World, pull: PullRequest, commit: string, by: Actor): void {
  pull.merged = true;
  pull.mergedAt = world.state.now();
  pull.mergedBy = by.user;
  pull.mergeCommitSha = commit;
  closeIssue(world, pull.issue, by);
}

/** The first commit of the base branch, along first parents, that contains the head. */
function mergeCommitOf({ head, repository }: PullRequest, tip: string): string {
  const read = repository.git.network.commit;
  let commit = tip;
  for (let [parent] = read(commit).parents; parent !== undefined; [parent] = read(parent).parents) {
    if (!isAncestor(read, head.sha, parent)) break;
    commit = parent;
  }
  return commit;
}
