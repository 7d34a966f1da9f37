// SPDX-License-Identifier: MIT
import type { PullRequest } from '../pull-request.js';
import { invalid } from '../refused.js';
import { isAncestor } from '../git/history.js';
import { statsOf } from './pull-diff.js';

/**
 * Looks whether a closed pull request may be opened again, and brings its head up to date: "we're blocking the pull request
 * reopen if the current head isn't a descendant of the stored head sha" (GitHub, quoted in isaacs/github#361; the words
 * are those of pytorch/pytorch#114423 and cilium/cilium#47088).
 * @throws Refused (422)
 */
export async function prepareReopen(pull: PullRequest): Promise<void> {
  const { head, base, repository, issue } = pull;
  const { network, refs } = repository.git;
  if (pull.merged) cannot('The pull request cannot be reopened.');
  if (head.repository === undefined) cannot('The repository that submitted this pull request has been deleted.');
  const [tip, baseTip] = [head.repository.branches.get(head.ref), repository.branches.get(base.ref)];
  if (tip === undefined) cannot(`The ${head.ref} branch has been deleted.`);
  if (baseTip === undefined) cannot(`The ${base.ref} branch has been deleted.`);
  if (!isAncestor(network.commit, head.sha, tip)) cannot(`The ${head.ref} branch was force-pushed or recreated.`);
  if (isAncestor(network.commit, tip, baseTip)) {
    cannot(`There are no new commits on the ${head.label} branch.`);
  }
  const rival = [...repository.pulls.values()].find(
    (other) => other.issue.state === 'open' && other.head.label === head.label && other.base.ref === base.ref,
  );
  if (rival !== undefined) {
    cannot(`There is already an open pull request from ${head.label} to ${repository.owner}:${base.ref}.`);
  }
  const stats = await statsOf(network, baseTip, tip);
  Object.assign(pull, { stats, mergeable: null, rebaseable: null });
  head.sha = tip;
  base.sha = baseTip;
  refs.set(`refs/pull/${issue.number}/head`, tip);
}

function cannot(why: string): never {
  const message = `state cannot be changed. ${why}`;
  return invalid({ resource: 'PullRequest', code: 'custom', field: 'state', message });
}
