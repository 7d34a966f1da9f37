// SPDX-License-Identifier: MIT
import type { PullRequest } from '../pull-request.js';
import type { World } from '../router.js';
import { mergeTrees } from '../git/merge-trees.js';
import { githubSignature } from '../git/signature-of.js';

const underWay = new WeakSet<PullRequest>();

/**
 * Starts to find out whether a pull request can be merged, where that is not known: "a background job was started … give the
 * job a few moments to complete, and then submit the request again" (REST documentation, "Get a pull request"). The job
 * puts a test merge at `refs/pull/N/merge`.
 */
export function askWhetherMergeable(world: World, pull: PullRequest): void {
  if (pull.mergeable !== null || pull.issue.state !== 'open' || underWay.has(pull)) return;
  underWay.add(pull);
  pull.repository.git.network.background.later(pull.repository.settings.mergeableAfter, async () => {
    underWay.delete(pull);
    await tryMerge(world, pull);
  });
}

async function tryMerge(world: World, pull: PullRequest): Promise<void> {
  const { repository, head, base, issue } = pull;
  const { network, refs } = repository.git;
  const [ours, theirs] = [repository.branches.get(base.ref), head.sha];
  if (ours === undefined) return;
  const tree = await mergeTrees(network, ours, theirs);
  // Something was pushed meanwhile: whoever asks next gets a new job.
  if (issue.state !== 'open' || head.sha !== theirs || repository.branches.get(base.ref) !== ours) return;
  const name = `refs/pull/${issue.number}/merge`;
  pull.mergeable = pull.rebaseable = tree !== undefined;
  if (tree === undefined) {
    if (refs.get(name) !== undefined) refs.delete(name);
    return;
  }
  const { id } = network.writeCommit({
    tree,
    parents: [ours, theirs],
    author: network.commit(theirs).author,
    committer: githubSignature(world.state.now()),
    message: `Merge ${theirs} into ${ours}`,
  });
  refs.set(name, id);
  pull.mergeCommitSha = id;
}
