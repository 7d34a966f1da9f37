// SPDX-License-Identifier: MIT
import type { CheckSuite, CommitStatus } from './check-run.js';
import type { GitRepository } from './git/git-repository.js';
import type { RefNames } from './git/ref-names.js';
import type { Issue, Label } from './issue.js';
import type { Organization, Role, User } from './people.js';
import type { PullRequest } from './pull-request.js';
import type { Release } from './release.js';
import type { Ruleset } from './ruleset.js';

/** How this GitHub behaves where the real one has a setting, or a habit that nobody documents. */
export interface RepositorySettings {
  /** after a rebase that leaves the patch as it was, approvals move to the new head (kamp-us/phoenix#3769) */
  repointApprovals: boolean;
  /** branch protection's "dismiss stale pull request approvals when new commits are pushed" */
  dismissStaleReviews: boolean;
  /** how long after a push to the base branch pull requests show as merged, in milliseconds; `never` leaves them open */
  mergedAfter: number | 'never';
  /** how long it takes from the first question to find out whether a pull request can be merged, in milliseconds */
  mergeableAfter: number;
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
  /** on disk */
  readonly git: GitRepository;
  readonly branches: RefNames;
  readonly tags: RefNames;
  readonly rulesets: Ruleset[];
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
  /** by head commit, one for each App */
  readonly checkSuites: Map<string, readonly CheckSuite[]>;
  /** by commit, newest first */
  readonly statuses: Map<string, readonly CommitStatus[]>;
}
