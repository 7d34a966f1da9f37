// SPDX-License-Identifier: MIT
import type { Actor, App } from './app.js';
import { webhookReviewJson } from './json/review-json.js';
import type { User } from './people.js';
import { pullRequestSimpleJson } from './pull-request-json.js';
import type { PullRequest } from './pull-request.js';
import type { World } from './router.js';

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';

export interface Review {
  readonly id: number;
  readonly pull: PullRequest;
  readonly user: User;
  readonly app: App | null;
  body: string;
  state: ReviewState;
  /** the head when it was submitted, unless GitHub re-pointed it since */
  commitId: string;
  submittedAt: Date | null;
  updatedAt: Date;
  lastEditedAt: Date | null;
}

export interface HeadMove {
  readonly before: string;
  readonly after: string;
  /** true where the push was forced and the pull request's patch is the same as before (`git patch-id`) */
  readonly samePatch: boolean;
}

/**
 * What a push does to the reviews of a pull request; call it after the head was set, before `synchronize` is emitted.
 * A review keeps the commit that it was made for; but after a rebase that leaves the patch as it was, GitHub shows an
 * approval at the new head (kamp-us/phoenix#3769, apache/maka#5068: comments stay). With stale reviews dismissed by the
 * repository's setting, any other push dismisses approvals.
 */
export function reviewsAfterPush(world: World, pull: PullRequest, move: HeadMove, by: Actor): void {
  const { repointApprovals, dismissStaleReviews } = pull.repository.settings;
  const approvals = [...pull.reviews.values()].filter(({ state }) => state === 'APPROVED');
  for (const review of approvals) {
    if (move.samePatch) {
      if (repointApprovals && review.commitId === move.before) review.commitId = move.after;
    } else if (dismissStaleReviews) {
      review.state = 'DISMISSED';
      review.updatedAt = world.state.now();
      emitReview(world, review, 'dismissed', by);
    }
  }
}

/** Tells webhooks of a review. */
export function emitReview(
  { state, origins }: World,
  review: Review,
  action: 'submitted' | 'edited' | 'dismissed',
  by: Actor,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const { pull } = review;
  const facts = () => ({
    review: webhookReviewJson(review, origins),
    pull_request: pullRequestSimpleJson(pull, origins),
    ...more,
  });
  state.events.emit({ event: 'pull_request_review', action, repository: pull.repository, sender: by.user, facts });
}
