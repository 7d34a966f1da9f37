// SPDX-License-Identifier: MIT
import type { CheckRun, CheckSuite } from './check-run.js';
import type { Issue, Label } from './issue.js';
import type { Organization, Role, User } from './people.js';
import type { PullRequest } from './pull-request.js';
import type { Release } from './release.js';

/** How this GitHub behaves where the real one has a setting, or a habit that nobody documents. */
export interface RepositorySettings {
  /** after a rebase that leaves the patch as it was, reviews move to the new head (observed on github.com) */
  repointApprovals: boolean;
  /** branch protection's "dismiss stale pull request approvals when new commits are pushed" */
  dismissStaleReviews: boolean;
}

export interface Repository {
  readonly id: number;
  /** its login */
  readonly owner: string;
  readonly account: User;
  readonly organization: Organization | undefined;
  readonly name: string;
  readonly private: boolean;
  readonly description: string | null;
  readonly createdAt: Date;
  pushedAt: Date;
  readonly settings: RepositorySettings;
  /** what people may do beyond what everyone may, by id of the account */
  readonly collaborators: Map<number, Role>;
  /** accounts with a commit in the default branch, with how many */
  readonly contributors: Map<number, number>;
  /** the repository that it was forked from */
  readonly parent: Repository | undefined;
  /** the repository's setting: releases freeze when they are published */
  immutableReleases: boolean;
  defaultBranch: string;
  /** name to commit */
  readonly branches: Map<string, string>;
  readonly tags: Map<string, string>;
  readonly releases: Release[];
  /** tags of immutable releases, deleted ones included: never to be used again */
  readonly usedUpTags: Set<string>;
  /** release that was marked latest by name */
  latest: number | undefined;
  /** of its latest issue or pull request */
  lastNumber: number;
  /** issues and pull requests, by number */
  readonly issues: Map<number, Issue>;
  /** how many of them are open */
  openIssues: number;
  readonly pulls: Map<number, PullRequest>;
  /** by name in lower case */
  readonly labels: Map<string, Label>;
  readonly checkSuites: Map<number, CheckSuite>;
  /** by head commit, oldest first */
  readonly checkRuns: Map<string, CheckRun[]>;
}
