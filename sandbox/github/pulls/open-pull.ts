// SPDX-License-Identifier: MIT
import { mayPush } from '../access.js';
import type { FieldError } from '../answer.js';
import type { Actor } from '../app.js';
import { emitIssue } from '../issue-edit.js';
import { openIssue } from '../issue.js';
import type { PullRequest } from '../pull-request.js';
import { invalid } from '../refused.js';
import type { Repository } from '../repository.js';
import type { World } from '../router.js';
import { isAncestor, mergeBase } from '../git/history.js';
import { statsOf } from './pull-diff.js';

export interface NewPullRequest {
  readonly title: string;
  readonly body: string | null;
  /** `BRANCH` of the same repository, or `OWNER:BRANCH` */
  readonly head: string;
  /** name of the head's repository, where its owner has several of the network */
  readonly headRepository?: string | undefined;
  readonly base: string;
  readonly draft: boolean;
  /** default: true for a pull request from a fork */
  readonly maintainerCanModify?: boolean | undefined;
}

const custom = (message: string): FieldError => ({ resource: 'PullRequest', code: 'custom', message });
const wrong = (field: string): FieldError => ({ resource: 'PullRequest', code: 'invalid', field });

/** Opens a pull request. @throws Refused with GitHub's reasons (422) */
export async function openPull(
  world: World,
  repository: Repository,
  wish: NewPullRequest,
  by: Actor,
): Promise<PullRequest> {
  const { state } = world;
  const source = sourceOf(world, repository, wish) ?? invalid(wrong('head'));
  const base = repository.branches.get(wish.base) ?? invalid(wrong('base'));
  const head = source.repository.branches.get(source.ref) ?? invalid(wrong('head'));
  if (wish.title.trim() === '') invalid({ resource: 'PullRequest', code: 'missing_field', field: 'title' });
  const label = `${source.repository.owner}:${source.ref}`;
  checkWhetherNew(repository, { ...wish, label });
  checkDistance(repository, { base, head, from: wish.base, to: wish.head });
  // "You must have write access to the head or the source branch" (REST documentation, "Create a pull request").
  if (by.installation === undefined && !mayPush(by, source.repository)) invalid(custom('must be a collaborator'));
  const stats = await statsOf(repository.git.network, base, head);
  checkWhetherNew(repository, { ...wish, label });
  const issue = openIssue(
    repository,
    { user: by.user, app: by.installation?.app ?? null },
    { id: state.newId(), title: wish.title, body: wish.body, now: state.now() },
  );
  const fork = source.repository !== repository;
  const pull: PullRequest = {
    id: state.newId(),
    issue,
    repository,
    head: { ...source, label, user: source.repository.account, sha: head },
    base: { ref: wish.base, sha: base },
    reviews: new Map(),
    requestedReviewers: [],
    draft: wish.draft,
    maintainerCanModify: fork && (wish.maintainerCanModify ?? true),
    merged: false,
    mergedAt: null,
    mergedBy: null,
    mergeCommitSha: null,
    mergeable: null,
    rebaseable: null,
    stats,
  };
  issue.pull = pull;
  repository.pulls.set(issue.number, pull);
  repository.git.refs.set(`refs/pull/${issue.number}/head`, head);
  emitIssue(world, issue, 'opened', by);
  return pull;
}

/** The branch that a pull request shall come from; its owner's repository of the same network. */
function sourceOf(
  { state }: World,
  repository: Repository,
  { head, headRepository }: NewPullRequest,
): { readonly repository: Repository; readonly ref: string } | undefined {
  const [, owner, ref = head] = /^([^:]+):(.+)$/.exec(head) ?? [];
  const mine = owner === undefined || owner.toLowerCase() === repository.owner.toLowerCase();
  if (mine && (headRepository === undefined || headRepository === repository.name)) return { repository, ref };
  const from = state.repositories.find(
    (other) =>
      other.git.network === repository.git.network &&
      other.owner.toLowerCase() === (owner ?? repository.owner).toLowerCase() &&
      (headRepository ?? other.name) === other.name,
  );
  return from && { repository: from, ref };
}

/** One open pull request for each pair of branches (words of vsoch/pull-request-action#86). */
function checkWhetherNew(
  { pulls }: Repository,
  { base, label }: { readonly base: string; readonly label: string },
): void {
  for (const pull of pulls.values()) {
    if (pull.issue.state !== 'open' || pull.base.ref !== base || pull.head.label !== label) continue;
    invalid(custom(`A pull request already exists for ${label}.`));
  }
}

/** There must be something to merge (words of tgymnich/fork-sync#112 and cilium/cilium#47088). */
export function checkDistance(
  { git }: Repository,
  {
    base,
    head,
    from,
    to,
  }: { readonly base: string; readonly head: string; readonly from: string; readonly to: string },
): void {
  const read = git.network.commit;
  if (isAncestor(read, head, base)) invalid(custom(`No commits between ${from} and ${to}`));
  if (mergeBase(read, base, head) === undefined) {
    invalid(custom(`The ${to} branch has no history in common with ${from}`));
  }
}
