// SPDX-License-Identifier: MIT
import type { Actor } from './app.js';
import type { Comment, Issue, Label } from './issue.js';
import { commentJson, issueJson, labelJson } from './json/issue-json.js';
import { pullRequestJson } from './pull-request-json.js';
import type { PullRequest } from './pull-request.js';
import type { World } from './router.js';

export interface IssueChanges {
  readonly title?: string | undefined;
  readonly body?: string | null | undefined;
  readonly state?: 'open' | 'closed' | undefined;
  readonly stateReason?: Issue['stateReason'] | undefined;
}

/** Changes an issue, or what a pull request has of one, and tells the webhooks. */
export function editIssue(world: World, issue: Issue, changes: IssueChanges, by: Actor): void {
  const { title = issue.title, body = issue.body } = changes;
  const from: Record<string, { readonly from: string }> = {
    ...(title !== issue.title && { title: { from: issue.title } }),
    ...(body !== issue.body && { body: { from: issue.body ?? '' } }),
  };
  Object.assign(issue, { title, body });
  if (Object.keys(from).length > 0) {
    touch(world, issue);
    issue.lastEditedAt = issue.updatedAt;
    issue.editor = by.user;
    emitIssue(world, issue, 'edited', by, { changes: from });
  }
  if (changes.state === 'closed' && issue.state === 'open') closeIssue(world, issue, by, changes.stateReason);
  if (changes.state === 'open' && issue.state === 'closed') reopenIssue(world, issue, by);
}

/** Closes it; of a merged pull request `merged` is set before. */
export function closeIssue(world: World, issue: Issue, by: Actor, reason?: Issue['stateReason']): void {
  touch(world, issue);
  issue.state = 'closed';
  issue.stateReason = issue.pull === undefined ? (reason ?? 'completed') : null;
  issue.closedAt = issue.updatedAt;
  issue.closedBy = by.user;
  issue.repository.openIssues--;
  emitIssue(world, issue, 'closed', by);
}

function reopenIssue(world: World, issue: Issue, by: Actor): void {
  touch(world, issue);
  issue.state = 'open';
  issue.stateReason = issue.pull === undefined ? 'reopened' : null;
  issue.closedAt = null;
  issue.closedBy = null;
  issue.repository.openIssues++;
  emitIssue(world, issue, 'reopened', by);
}

export function labelIssue(world: World, issue: Issue, label: Label, by: Actor): void {
  if (issue.labels.includes(label)) return;
  issue.labels.push(label);
  touch(world, issue);
  emitIssue(world, issue, 'labeled', by, { label: labelJson(label, issue.repository, world.origins) });
}

export function unlabelIssue(world: World, issue: Issue, label: Label, by: Actor): void {
  const place = issue.labels.indexOf(label);
  if (place < 0) return;
  issue.labels.splice(place, 1);
  touch(world, issue);
  emitIssue(world, issue, 'unlabeled', by, { label: labelJson(label, issue.repository, world.origins) });
}

/** Makes a pull request a draft, or ready for review; REST has no route for it, GraphQL has. */
export function setDraft(world: World, pull: PullRequest, draft: boolean, by: Actor): void {
  if (pull.draft === draft) return;
  pull.draft = draft;
  touch(world, pull.issue);
  emitIssue(world, pull.issue, draft ? 'converted_to_draft' : 'ready_for_review', by);
}

/** Locks or unlocks the conversation. */
export function lockIssue(world: World, issue: Issue, locked: boolean, reason: string | null, by: Actor): void {
  issue.locked = locked;
  issue.lockReason = reason;
  touch(world, issue);
  emitIssue(world, issue, locked ? 'locked' : 'unlocked', by);
}

/** Tells webhooks of an issue (`issues`) or a pull request (`pull_request`). */
export function emitIssue(
  { state, origins }: World,
  issue: Issue,
  action: string,
  by: Actor,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const { pull, repository, number } = issue;
  const facts =
    pull === undefined
      ? () => ({ issue: issueJson(issue, origins), ...more })
      : () => ({ number, pull_request: pullRequestJson(pull, origins), ...more });
  state.events.emit({ event: pull ? 'pull_request' : 'issues', action, repository, sender: by.user, facts });
}

export function emitComment(
  { state, origins }: World,
  comment: Comment,
  action: 'created' | 'edited' | 'deleted',
  by: Actor,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const { issue } = comment;
  state.events.emit({
    event: 'issue_comment',
    action,
    repository: issue.repository,
    sender: by.user,
    facts: () => ({ issue: issueJson(issue, origins), comment: commentJson(comment, origins), ...more }),
  });
}

export function touch({ state }: World, issue: Issue): void {
  issue.updatedAt = state.now();
}
