// SPDX-License-Identifier: MIT
import { issueJson, issueWebUrl } from './json/issue-json.js';
import { nodeId } from './json/node-id.js';
import { repositoryJson, repositoryUrl } from './json/repository-json.js';
import { timestampOrNull } from './json/timestamp.js';
import { userJson, userJsonOrNull } from './json/user-json.js';
import type { PullRequest } from './pull-request.js';
import type { Origins } from './router.js';

/** A pull request in full, as REST and webhooks show it. */
export function pullRequestJson(pull: PullRequest, origins: Origins): Record<string, unknown> {
  const { stats } = pull;
  return {
    ...pullRequestSimpleJson(pull, origins),
    merged: pull.merged,
    mergeable: pull.mergeable,
    rebaseable: pull.rebaseable,
    mergeable_state: mergeableState(pull),
    merged_by: userJsonOrNull(pull.mergedBy, origins),
    comments: pull.issue.comments.size,
    review_comments: 0,
    maintainer_can_modify: pull.maintainerCanModify,
    commits: stats.commits,
    additions: stats.additions,
    deletions: stats.deletions,
    changed_files: stats.changedFiles,
  };
}

/** As it stands in lists. */
export function pullRequestSimpleJson(pull: PullRequest, origins: Origins): Record<string, unknown> {
  const { issue, repository, head, base } = pull;
  const api = repositoryUrl(repository, origins);
  const url = `${api}/pulls/${issue.number}`;
  const html = issueWebUrl(issue, origins);
  const comments = `${api}/issues/${issue.number}/comments`;
  const statuses = `${api}/statuses/${head.sha}`;
  const of = issueJson(issue, origins);
  return {
    url,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: `${api}/issues/${issue.number}`,
    number: issue.number,
    state: issue.state,
    locked: issue.locked,
    title: issue.title,
    user: of.user,
    body: issue.body,
    created_at: of.created_at,
    updated_at: of.updated_at,
    closed_at: of.closed_at,
    merged_at: timestampOrNull(pull.mergedAt),
    merge_commit_sha: pull.mergeCommitSha,
    assignee: of.assignee,
    assignees: of.assignees,
    requested_reviewers: pull.requestedReviewers.map((user) => userJson(user, origins)),
    requested_teams: [],
    labels: of.labels,
    milestone: null,
    draft: pull.draft,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: comments,
    statuses_url: statuses,
    head: {
      label: head.label,
      ref: head.ref,
      sha: head.sha,
      user: userJson(head.user, origins),
      repo: head.repository === undefined ? null : repositoryJson(head.repository, origins),
    },
    base: {
      label: `${repository.owner}:${base.ref}`,
      ref: base.ref,
      sha: base.sha,
      user: userJson(repository.account, origins),
      repo: repositoryJson(repository, origins),
    },
    _links: {
      self: { href: url },
      html: { href: html },
      issue: { href: `${api}/issues/${issue.number}` },
      comments: { href: comments },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${api}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    author_association: of.author_association,
    auto_merge: null,
    active_lock_reason: issue.lockReason,
  };
}

/** GitHub knows more of them (`behind`, `blocked`, `unstable`); nothing here blocks a merge but conflicts and drafts. */
function mergeableState({ issue, mergeable, draft }: PullRequest): string {
  if (issue.state === 'closed' || mergeable === null) return 'unknown';
  if (!mergeable) return 'dirty';
  return draft ? 'draft' : 'clean';
}
