// SPDX-License-Identifier: MIT
import type { Issue } from './issue.js';
import type { User } from './people.js';
import type { Repository } from './repository.js';
import type { Review } from './review.js';

/** What a pull request changes, counted over the diff from the merge base to the head. */
export interface PullRequestStats {
  readonly commits: number;
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
}

export interface PullRequestHead {
  /** undefined once the fork is deleted ("unknown repository") */
  repository: Repository | undefined;
  /** `OWNER:BRANCH`, kept when the fork is gone */
  readonly label: string;
  /** owner of the repository */
  readonly user: User;
  /** branch, without `refs/heads/` */
  readonly ref: string;
  /** follows the branch while the pull request is open */
  sha: string;
}

export interface PullRequestBase {
  /** branch, without `refs/heads/` */
  ref: string;
  /** the base branch's tip when the pull request was opened, its head pushed or its base changed; a push to the base does not move it */
  sha: string;
}

/** A pull request. What every issue has (number, title, body, state, author, labels, comments) is in `issue`. */
export interface PullRequest {
  readonly id: number;
  readonly issue: Issue;
  /** where it wants to go */
  readonly repository: Repository;
  readonly head: PullRequestHead;
  readonly base: PullRequestBase;
  /** by id, oldest first */
  readonly reviews: Map<number, Review>;
  readonly requestedReviewers: User[];
  draft: boolean;
  maintainerCanModify: boolean;
  merged: boolean;
  mergedAt: Date | null;
  mergedBy: User | null;
  /** of the test merge while it is open, of the merge once merged */
  mergeCommitSha: string | null;
  /** null while it is being computed */
  mergeable: boolean | null;
  rebaseable: boolean | null;
  stats: PullRequestStats;
}
