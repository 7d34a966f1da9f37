// SPDX-License-Identifier: MIT
import type { Actor } from '../app.js';
import { closeIssue, emitIssue, touch } from '../issue-edit.js';
import type { PullRequest } from '../pull-request.js';
import type { Repository } from '../repository.js';
import { reviewsAfterPush } from '../review.js';
import type { World } from '../router.js';
import { commitsBetween, isAncestor, mergeBase } from '../git/history.js';
import { noObject } from '../git/object-store.js';
import { isSamePatch, statsOf, threeDotChanges } from './pull-diff.js';
import { markMerged } from './mark-merged.js';
import type { RefMove } from '../pushes/ref-update.js';

/** What a push does to open pull requests: those that come from the branch follow it, those that go to it may be merged. */
export async function followPush(world: World, repository: Repository, move: RefMove, by: Actor): Promise<void> {
  const [, branch] = /^refs\/heads\/(.+)$/.exec(move.name) ?? [];
  if (branch === undefined) return;
  for (const pull of pullsFrom(world, repository, branch)) {
    if (move.after === noObject) closeIssue(world, pull.issue, by);
    else await moveHead(world, pull, move.after, by);
  }
  const pulls = openPulls(repository).filter(({ base }) => base.ref === branch);
  if (move.after === noObject) {
    for (const { issue } of pulls) closeIssue(world, issue, by);
  } else if (pulls.length > 0) {
    await moveBase(world, repository, pulls, move, by);
  }
}

function openPulls({ pulls }: Repository): PullRequest[] {
  return [...pulls.values()].filter(({ issue }) => issue.state === 'open');
}

/** The open pull requests that come from a branch, whichever repository of the network they go to. */
export function pullsFrom({ state }: World, repository: Repository, branch: string): PullRequest[] {
  return state.repositories
    .filter(({ git, pulls }) => pulls.size > 0 && git.network === repository.git.network)
    .flatMap(openPulls)
    .filter(({ head }) => head.repository === repository && head.ref === branch);
}

/**
 * A push to the head branch: `synchronize`. Where the branch has nothing any more that the base has not, GitHub closes the
 * pull request (dimikot/git-grok#30, gfx-rs/metal-rs#323).
 */
export async function moveHead(world: World, pull: PullRequest, after: string, by: Actor): Promise<void> {
  const { issue, repository, head, base } = pull;
  const { network, refs } = repository.git;
  const baseTip = repository.branches.get(base.ref) ?? base.sha;
  if (isAncestor(network.commit, after, baseTip)) {
    closeIssue(world, issue, by);
    return;
  }
  const before = head.sha;
  const forced = !isAncestor(network.commit, before, after);
  const samePatch =
    forced &&
    isSamePatch(await threeDotChanges(network, base.sha, before), await threeDotChanges(network, baseTip, after));
  const stats = await statsOf(network, baseTip, after);
  // From here on nothing is awaited: whoever looks sees the old pull request or the new one.
  if (issue.state !== 'open') return;
  head.sha = after;
  base.sha = baseTip;
  Object.assign(pull, { stats, mergeable: null, rebaseable: null });
  refs.set(`refs/pull/${issue.number}/head`, after);
  reviewsAfterPush(world, pull, { before, after, samePatch }, by);
  touch(world, issue);
  emitIssue(world, issue, 'synchronize', by, { before, after });
}

/**
 * A push to the base branch: whether each can still be merged must be found out anew, and those whose head it contains show
 * as merged, later or never, as the repository's settings say. Their commit lists and diffs stay as they are. Those that
 * have no history in common with it any more are closed (stlehmann/pyads#511).
 */
async function moveBase(
  world: World,
  repository: Repository,
  pulls: readonly PullRequest[],
  move: RefMove,
  by: Actor,
): Promise<void> {
  const { network } = repository.git;
  for (const pull of pulls) Object.assign(pull, { mergeable: null, rebaseable: null });
  const { mergedAfter } = repository.settings;
  if (move.forced) {
    for (const { issue, head } of pulls) {
      if (mergeBase(network.commit, move.after, head.sha) === undefined) closeIssue(world, issue, by);
    }
  }
  if (mergedAfter === 'never' || move.before === noObject) return;
  const fresh = new Set(commitsBetween(network.commit, move.before, move.after).map(({ id }) => id));
  for (const pull of pulls) {
    if (!fresh.has(pull.head.sha)) continue;
    if (mergedAfter === 0) markMerged(world, pull, by);
    else network.background.later(mergedAfter, async () => markMerged(world, pull, by));
  }
}
