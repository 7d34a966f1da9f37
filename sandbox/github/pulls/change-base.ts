// SPDX-License-Identifier: MIT
import type { Actor } from '../app.js';
import { emitIssue, touch } from '../issue-edit.js';
import type { PullRequest } from '../pull-request.js';
import { invalid } from '../refused.js';
import type { World } from '../router.js';
import { checkDistance } from './open-pull.js';
import { statsOf } from './pull-diff.js';

/** Lets a pull request go to another branch. @throws Refused (422; words of MithrilJS/mithril.js#2862) */
export async function changeBase(world: World, pull: PullRequest, branch: string, by: Actor): Promise<void> {
  const { repository, issue, head, base } = pull;
  const wrong = (message: string) => invalid({ resource: 'PullRequest', code: 'invalid', field: 'base', message });
  if (issue.state === 'closed') wrong('Cannot change the base branch of a closed pull request.');
  const tip = repository.branches.get(branch) ?? wrong(`Proposed base branch '${branch}' was not found`);
  checkDistance(repository, { base: tip, head: head.sha, from: branch, to: head.label });
  const stats = await statsOf(repository.git.network, tip, head.sha);
  const from = { ref: { from: base.ref }, sha: { from: base.sha } };
  Object.assign(base, { ref: branch, sha: tip });
  Object.assign(pull, { stats, mergeable: null, rebaseable: null });
  touch(world, issue);
  emitIssue(world, issue, 'edited', by, { changes: { base: from } });
}
