// SPDX-License-Identifier: MIT
import { associationOf } from '../association.js';
import type { Review } from '../review.js';
import type { Origins } from '../router.js';
import { issueWebUrl } from './issue-json.js';
import { nodeId } from './node-id.js';
import { repositoryUrl } from './repository-json.js';
import { timestamp } from './timestamp.js';
import { userJson } from './user-json.js';

/** A review. REST says `APPROVED`, webhooks say `approved` (their documented payloads). */
export function reviewJson(review: Review, origins: Origins): Record<string, unknown> {
  const { issue, repository } = review.pull;
  const html = `${issueWebUrl(issue, origins)}#pullrequestreview-${review.id}`;
  const pull = `${repositoryUrl(repository, origins)}/pulls/${issue.number}`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: userJson(review.user, origins),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pull,
    author_association: associationOf(review.user, repository),
    _links: { html: { href: html }, pull_request: { href: pull } },
    // A pending review has no time at all, not null (REST documentation, "List reviews").
    ...(review.submittedAt && { submitted_at: timestamp(review.submittedAt) }),
    commit_id: review.commitId,
  };
}

export function webhookReviewJson(review: Review, origins: Origins): Record<string, unknown> {
  return {
    ...reviewJson(review, origins),
    body: review.body === '' ? null : review.body,
    state: review.state.toLowerCase(),
    updated_at: timestamp(review.updatedAt),
  };
}
