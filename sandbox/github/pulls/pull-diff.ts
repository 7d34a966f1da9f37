// SPDX-License-Identifier: MIT
import type { PullRequest, PullRequestStats } from '../pull-request.js';
import type { Commit } from '../git/commit.js';
import type { FileChange } from '../git/file-change.js';
import type { ForkNetwork } from '../git/fork-network.js';
import { commitsBetween, mergeBase } from '../git/history.js';
import { emptyTree } from '../git/tree.js';

/** The commits of a pull request, oldest first. */
export function pullCommits({ repository, base, head }: PullRequest): Commit[] {
  return commitsBetween(repository.git.network.commit, base.sha, head.sha);
}

/** The files of a pull request: from the merge base to the head ("three-dot"). */
export function pullFiles({ repository, base, head }: PullRequest): Promise<readonly FileChange[]> {
  return threeDotChanges(repository.git.network, base.sha, head.sha);
}

export function threeDotChanges(network: ForkNetwork, base: string, head: string): Promise<readonly FileChange[]> {
  const common = mergeBase(network.commit, base, head);
  const from = common === undefined ? emptyTree : network.commit(common).tree;
  return network.diffs.changes(from, network.commit(head).tree);
}

export async function statsOf(network: ForkNetwork, base: string, head: string): Promise<PullRequestStats> {
  const files = await threeDotChanges(network, base, head);
  return {
    commits: commitsBetween(network.commit, base, head).length,
    additions: files.reduce((sum, { additions }) => sum + additions, 0),
    deletions: files.reduce((sum, { deletions }) => sum + deletions, 0),
    changedFiles: files.length,
  };
}

/** True where two diffs have the same patch, wherever in the files it applies: what `git patch-id` compares. */
export function isSamePatch(one: readonly FileChange[], other: readonly FileChange[]): boolean {
  const essence = (changes: readonly FileChange[]) =>
    JSON.stringify(changes.map((change) => [change.status, change.path, change.previousPath, patchText(change)]));
  return essence(one) === essence(other);
}

/** The lines of the hunks without blanks and places; of what has none the content itself. */
function patchText({ patch, id }: FileChange): string {
  return patch === undefined ? id : patch.replace(/^@@ .*$/gm, '@@').replace(/[ \t]/g, '');
}
