// SPDX-License-Identifier: MIT
import { problem } from '../answer.js';
import type { Actor } from '../app.js';
import type { User } from '../people.js';
import type { PullRequest } from '../pull-request.js';
import { refuse } from '../refused.js';
import type { World } from '../router.js';
import type { Signature } from '../git/commit.js';
import { mergeTrees } from '../git/merge-trees.js';
import { githubSignature, signatureOf } from '../git/signature-of.js';
import { pullCommits } from './pull-diff.js';
import { setMerged } from './mark-merged.js';
import { pushed } from '../pushes/push.js';
import { moveRefs } from '../pushes/ref-update.js';
import { rulesMessage } from '../pushes/refusal-answer.js';
import { violations } from '../pushes/rules.js';

export interface MergeWish {
  readonly method: 'merge' | 'squash' | 'rebase';
  readonly title?: string | undefined;
  readonly message?: string | undefined;
  /** what the head must be */
  readonly sha?: string | undefined;
}

const notMergeable = problem(405, 'Pull Request is not mergeable');

/** Merges a pull request, as the button does. @returns the new tip of the base branch @throws Refused (405, 409) */
export async function mergePull(world: World, pull: PullRequest, wish: MergeWish, by: Actor): Promise<string> {
  const { repository, base, head, issue } = pull;
  const { network } = repository.git;
  const [ours, theirs] = [repository.branches.get(base.ref), head.sha];
  if (issue.state !== 'open' || ours === undefined) refuse(notMergeable);
  if (pull.draft) refuse(problem(405, 'Pull Request is still a draft'));
  // Words of dlang/dlang-bot#77.
  if (wish.sha !== undefined && wish.sha !== theirs) {
    refuse(problem(409, 'Head branch was modified. Review and try the merge again.'));
  }
  const tree = (await mergeTrees(network, ours, theirs)) ?? refuse(notMergeable);
  const after = await commitMerge(world, pull, { ...wish, tree, ours }, by.user);
  // Words of NixOS/nixpkgs-merge-bot#179.
  if (repository.branches.get(base.ref) !== ours || head.sha !== theirs || isClosed(pull)) {
    refuse(problem(405, 'Base branch was modified. Review and try the merge again.'));
  }
  const update = { name: `refs/heads/${base.ref}`, before: ours, after };
  const broken = violations(repository, update, by, { merging: true });
  if (broken.length > 0) refuse(problem(405, rulesMessage(broken)));
  const moves = moveRefs(repository, [{ ...update, force: false }]);
  setMerged(world, pull, after, by);
  await pushed(world, repository, moves, by);
  return after;
}

function isClosed({ issue }: PullRequest): boolean {
  return issue.state === 'closed';
}

async function commitMerge(
  world: World,
  pull: PullRequest,
  wish: MergeWish & { readonly tree: string; readonly ours: string },
  user: User,
): Promise<string> {
  const { repository, head, issue } = pull;
  const { network } = repository.git;
  const { tree, ours, method } = wish;
  const author = signatureOf(user, world.state.now());
  if (method === 'rebase') return rebase(pull, ours, author);
  const merge = method === 'merge';
  const title =
    wish.title ??
    (merge
      ? `Merge pull request #${issue.number} from ${head.label.replace(':', '/')}`
      : `${issue.title} (#${issue.number})`);
  const body = wish.message ?? (merge ? issue.title : '');
  const parents = merge ? [ours, head.sha] : [ours];
  const message = body === '' ? title : `${title}\n\n${body}`;
  return network.writeSigned({ tree, parents, author, committer: githubSignature(author.date), message }).id;
}

/** Each commit on top of the base anew, with its author and message. */
async function rebase(pull: PullRequest, onto: string, committer: Signature): Promise<string> {
  const { network } = pull.repository.git;
  let tip = onto;
  for (const commit of pullCommits(pull)) {
    if (commit.parents.length > 1) refuse(notMergeable);
    const [parent = ''] = commit.parents;
    // A commit is picked by merging it with its parent as the common ancestor.
    const stand = network.writeCommit({ ...network.commit(tip), parents: [parent], signature: null });
    const tree = (await mergeTrees(network, stand.id, commit.id)) ?? refuse(notMergeable);
    tip = network.writeCommit({ ...commit, tree, parents: [tip], committer, signature: null }).id;
  }
  return tip;
}
