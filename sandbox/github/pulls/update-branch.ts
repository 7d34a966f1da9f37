// SPDX-License-Identifier: MIT
import { mayPush } from '../access.js';
import { problem } from '../answer.js';
import type { Actor } from '../app.js';
import { mergeTrees } from '../git/merge-trees.js';
import { githubSignature, signatureOf } from '../git/signature-of.js';
import type { PullRequest } from '../pull-request.js';
import { push } from '../pushes/push.js';
import { refusalAnswer } from '../pushes/refusal-answer.js';
import { refuse } from '../refused.js';
import type { World } from '../router.js';
import { isAncestor } from '../git/history.js';

/** Merges the base branch into the head branch ("Update branch"). @throws Refused */
export async function updateBranch(
  world: World,
  pull: PullRequest,
  expected: string | undefined,
  by: Actor,
): Promise<void> {
  const { repository, head, base } = pull;
  const { network } = repository.git;
  const from = head.repository;
  const tip = repository.branches.get(base.ref);
  if (from === undefined || tip === undefined) return refuse(problem(422, 'The head or base branch was deleted.'));
  const helps = pull.maintainerCanModify && mayPush(by, repository);
  if (!mayPush(by, from) && !helps)
    return refuse(problem(403, 'You do not have permission to push to the head branch.'));
  if (expected !== undefined && expected !== head.sha) {
    refuse(problem(422, `expected head sha didn’t match current head ref.`));
  }
  if (isAncestor(network.commit, tip, head.sha)) refuse(problem(422, 'There are no new commits on the base branch.'));
  const before = head.sha;
  const tree = (await mergeTrees(network, before, tip)) ?? refuse(problem(422, 'merge conflict between base and head'));
  const author = signatureOf(by.user, world.state.now());
  const { id: after } = network.writeSigned({
    tree,
    parents: [before, tip],
    author,
    committer: githubSignature(author.date),
    message: `Merge branch '${base.ref}' into ${head.ref}`,
  });
  const refusal = await push(world, from, [{ name: `refs/heads/${head.ref}`, before, after, force: false }], by);
  if (refusal !== undefined) refuse(refusalAnswer(refusal, false));
}
