// SPDX-License-Identifier: MIT
import type { App } from './app.js';
import type { User } from './people.js';
import type { PullRequest } from './pull-request.js';

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
 * A review keeps the commit that it was made for. After a rebase that leaves the patch as it was, GitHub shows it at the
 * new head (observed); with stale reviews dismissed by the repository's setting, any other push dismisses approvals.
 */
export function reviewsAfterPush(pull: PullRequest, move: HeadMove): void {
  const { repointApprovals, dismissStaleReviews } = pull.repository.settings;
  for (const review of pull.reviews.values()) {
    if (move.samePatch && repointApprovals && review.commitId === move.before) review.commitId = move.after;
    else if (dismissStaleReviews && !move.samePatch && review.state === 'APPROVED') review.state = 'DISMISSED';
  }
}
