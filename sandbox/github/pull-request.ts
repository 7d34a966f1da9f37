// SPDX-License-Identifier: MIT
import type { Label } from './label.js';
import type { Repository } from './state.js';
import type { User } from './user.js';

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
  /** branch, without `refs/heads/` */
  readonly ref: string;
  /** follows the branch while the pull request is open */
  sha: string;
}

export interface PullRequestBase {
  readonly repository: Repository;
  /** branch, without `refs/heads/` */
  ref: string;
  /** the base branch's tip when the pull request was opened, its head pushed or its base changed; a push to the base does not move it */
  sha: string;
}

/** A pull request. Everything that an issue has as well (comments, reactions, events) is kept elsewhere, by its number. */
export interface PullRequest {
  readonly id: number;
  readonly number: number;
  readonly user: User;
  readonly createdAt: Date;
  readonly head: PullRequestHead;
  readonly base: PullRequestBase;
  readonly labels: Label[];
  readonly assignees: User[];
  readonly requestedReviewers: User[];
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  draft: boolean;
  locked: boolean;
  maintainerCanModify: boolean;
  merged: boolean;
  mergedAt: Date | null;
  mergedBy: User | null;
  /** of the test merge while it is open, of the merge once merged */
  mergeCommitSha: string | null;
  /** null while it is being computed */
  mergeable: boolean | null;
  rebaseable: boolean | null;
  closedAt: Date | null;
  closedBy: User | null;
  updatedAt: Date;
  stats: PullRequestStats;
}
