// SPDX-License-Identifier: MIT
import { mayPush } from '../access.js';
import type { Comment, Issue, Label } from '../issue.js';
import { nodeId } from '../json/node-id.js';
import { issueWebUrl } from '../json/issue-json.js';
import { timestamp, timestampOrNull } from '../json/timestamp.js';
import type { PullRequest } from '../pull-request.js';
import { askWhetherMergeable } from '../pulls/mergeability.js';
import { pullCommits } from '../pulls/pull-diff.js';
import type { Review } from '../review.js';
import type { World } from '../router.js';
import { accountObject, accountOrNull } from './account-objects.js';
import { connection, type ConnectionWish } from './connection.js';
import { gitObject } from './git-objects.js';
import { repositoryObject } from './repository-object.js';

/** "Responses include a maximum of 250 commits" holds for GraphQL's list as well. */
const maxCommits = 250;

export function issueObject(issue: Issue): Record<string, unknown> {
  return {
    __typename: 'Issue',
    id: nodeId('Issue', issue.id),
    databaseId: issue.id,
    state: issue.state.toUpperCase(),
    ...conversation(issue),
  };
}

export function pullObject(world: World, pull: PullRequest): Record<string, unknown> {
  const { issue, repository, head, base } = pull;
  return {
    __typename: 'PullRequest',
    id: nodeId('PullRequest', pull.id),
    databaseId: pull.id,
    state: pull.merged ? 'MERGED' : issue.state.toUpperCase(),
    closed: issue.state === 'closed',
    closedAt: timestampOrNull(issue.closedAt),
    merged: pull.merged,
    mergedAt: timestampOrNull(pull.mergedAt),
    mergeCommit: () =>
      pull.merged && pull.mergeCommitSha !== null ? gitObject(world, repository, pull.mergeCommitSha) : null,
    mergeable: () => {
      askWhetherMergeable(world, pull);
      return pull.mergeable === null ? 'UNKNOWN' : pull.mergeable ? 'MERGEABLE' : 'CONFLICTING';
    },
    isDraft: pull.draft,
    isCrossRepository: head.repository !== repository,
    baseRefName: base.ref,
    baseRefOid: base.sha,
    baseRepository: () => repositoryObject(world, repository),
    headRefName: head.ref,
    headRefOid: head.sha,
    headRepository: () => (head.repository === undefined ? null : repositoryObject(world, head.repository)),
    url: issueWebUrl(issue, world.origins),
    commits: (wish: ConnectionWish) =>
      connection(pullCommits(pull).slice(0, maxCommits), wish, ({ id }) => ({
        id: `PURC_${Buffer.from(`${pull.id}:${id}`).toString('base64url')}`,
        commit: () => gitObject(world, repository, id),
      })),
    reviews: ({ author, states, ...wish }: ReviewWish) =>
      connection(
        [...pull.reviews.values()].filter(
          (review) =>
            review.state !== 'PENDING' &&
            (typeof author !== 'string' || review.user.login === author) &&
            (!Array.isArray(states) || states.includes(review.state)),
        ),
        wish,
        (review) => reviewObject(world, review),
      ),
    ...conversation(issue),
  };
}

interface ReviewWish extends ConnectionWish {
  readonly author?: string | null;
  readonly states?: readonly string[] | null;
}

export function commentObject(comment: Comment): Record<string, unknown> {
  return {
    __typename: 'IssueComment',
    id: nodeId('IssueComment', comment.id),
    databaseId: comment.id,
    author: accountObject(comment.user),
    body: comment.body,
    createdAt: timestamp(comment.createdAt),
    updatedAt: timestamp(comment.updatedAt),
    lastEditedAt: timestampOrNull(comment.lastEditedAt),
    editor: accountOrNull(comment.editor),
    includesCreatedEdit: comment.lastEditedAt !== null,
  };
}

export function reviewObject(world: World, review: Review): Record<string, unknown> {
  return {
    __typename: 'PullRequestReview',
    id: nodeId('PullRequestReview', review.id),
    databaseId: review.id,
    author: accountObject(review.user),
    authorCanPushToRepository: mayPush({ user: review.user }, review.pull.repository),
    body: review.body,
    state: review.state,
    commit: () => gitObject(world, review.pull.repository, review.commitId),
    createdAt: timestamp(review.submittedAt ?? review.updatedAt),
    submittedAt: timestampOrNull(review.submittedAt),
    updatedAt: timestamp(review.updatedAt),
    lastEditedAt: timestampOrNull(review.lastEditedAt),
    editor: review.lastEditedAt === null ? null : accountObject(review.user),
  };
}

/** What an issue and a pull request have in common. */
function conversation(issue: Issue): Record<string, unknown> {
  return {
    number: issue.number,
    title: issue.title,
    body: issue.body ?? '',
    author: accountObject(issue.user),
    createdAt: timestamp(issue.createdAt),
    updatedAt: timestamp(issue.updatedAt),
    lastEditedAt: timestampOrNull(issue.lastEditedAt),
    editor: accountOrNull(issue.editor),
    labels: (wish: ConnectionWish) => connection(issue.labels, wish, labelObject),
    comments: (wish: ConnectionWish) => connection([...issue.comments.values()], wish, commentObject),
  };
}

function labelObject({ id, name, color, description }: Label): Record<string, unknown> {
  return { __typename: 'Label', id: nodeId('Label', id), name, color, description };
}
