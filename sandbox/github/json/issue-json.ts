// SPDX-License-Identifier: MIT
import { associationOf } from '../association.js';
import type { Comment, Issue, Label } from '../issue.js';
import type { Repository } from '../repository.js';
import type { Origins } from '../router.js';
import { appJsonOrNull } from './app-json.js';
import { nodeId } from './node-id.js';
import { repositoryUrl, webUrl } from './repository-json.js';
import { timestamp, timestampOrNull } from './timestamp.js';
import { userJson, userJsonOrNull } from './user-json.js';

/** An issue, or a pull request as an issue. */
export function issueJson(issue: Issue, origins: Origins): Record<string, unknown> {
  const { repository, pull } = issue;
  const url = `${repositoryUrl(repository, origins)}/issues/${issue.number}`;
  return {
    url,
    repository_url: repositoryUrl(repository, origins),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: issueWebUrl(issue, origins),
    id: issue.id,
    node_id: nodeId(pull === undefined ? 'Issue' : 'PullRequest', pull?.id ?? issue.id),
    number: issue.number,
    title: issue.title,
    user: userJson(issue.user, origins),
    labels: issue.labels.map((label) => labelJson(label, repository, origins)),
    state: issue.state,
    state_reason: issue.stateReason,
    locked: issue.locked,
    active_lock_reason: issue.lockReason,
    assignee: userJsonOrNull(issue.assignees[0] ?? null, origins),
    assignees: issue.assignees.map((user) => userJson(user, origins)),
    milestone: null,
    comments: issue.comments.size,
    created_at: timestamp(issue.createdAt),
    updated_at: timestamp(issue.updatedAt),
    closed_at: timestampOrNull(issue.closedAt),
    closed_by: userJsonOrNull(issue.closedBy, origins),
    author_association: associationOf(issue.user, repository),
    performed_via_github_app: appJsonOrNull(issue.app, origins),
    reactions: reactionsJson(url),
    body: issue.body,
    ...(pull && {
      draft: pull.draft,
      pull_request: {
        url: `${repositoryUrl(repository, origins)}/pulls/${issue.number}`,
        html_url: issueWebUrl(issue, origins),
        diff_url: `${issueWebUrl(issue, origins)}.diff`,
        patch_url: `${issueWebUrl(issue, origins)}.patch`,
        merged_at: timestampOrNull(pull.mergedAt),
      },
    }),
  };
}

export function commentJson(comment: Comment, origins: Origins): Record<string, unknown> {
  const { issue } = comment;
  const { repository } = issue;
  const base = `${repositoryUrl(repository, origins)}/issues`;
  const url = `${base}/comments/${comment.id}`;
  return {
    url,
    html_url: `${issueWebUrl(issue, origins)}#issuecomment-${comment.id}`,
    issue_url: `${base}/${issue.number}`,
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    user: userJson(comment.user, origins),
    created_at: timestamp(comment.createdAt),
    updated_at: timestamp(comment.updatedAt),
    author_association: associationOf(comment.user, repository),
    body: comment.body,
    reactions: reactionsJson(url, comment.reactions),
    performed_via_github_app: appJsonOrNull(comment.app, origins),
  };
}

export function labelJson(label: Label, repository: Repository, origins: Origins): Record<string, unknown> {
  return {
    id: label.id,
    node_id: nodeId('Label', label.id),
    url: `${repositoryUrl(repository, origins)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: label.default,
    description: label.description,
  };
}

/** The address of an issue or pull request for people. */
export function issueWebUrl(issue: Issue, origins: Origins): string {
  return `${webUrl(issue.repository, origins)}/${issue.pull === undefined ? 'issues' : 'pull'}/${issue.number}`;
}

const reactionKinds = ['+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes'] as const;

export type ReactionKind = (typeof reactionKinds)[number];

export function isReactionKind(text: unknown): text is ReactionKind {
  return reactionKinds.includes(text as ReactionKind);
}

function reactionsJson(url: string, reactions: readonly { readonly content: string }[] = []): Record<string, unknown> {
  const count = (kind: ReactionKind) => reactions.filter(({ content }) => content === kind).length;
  const counts = Object.fromEntries(reactionKinds.map((kind) => [kind, count(kind)]));
  return { url: `${url}/reactions`, total_count: reactions.length, ...counts };
}
