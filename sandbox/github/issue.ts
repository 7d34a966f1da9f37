// SPDX-License-Identifier: MIT
import type { App } from './app.js';
import type { PullRequest } from './pull-request.js';
import type { Repository } from './repository.js';
import type { User } from './people.js';

/** An issue, or the half of a pull request that is one. */
export interface Issue {
  readonly id: number;
  readonly number: number;
  /** where it was opened: for a pull request the base's */
  readonly repository: Repository;
  readonly user: User;
  /** the App that opened it, where one did */
  readonly app: App | null;
  readonly createdAt: Date;
  readonly labels: Label[];
  readonly assignees: User[];
  /** by id, oldest first */
  readonly comments: Map<number, Comment>;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: 'completed' | 'not_planned' | 'reopened' | null;
  locked: boolean;
  lockReason: string | null;
  closedAt: Date | null;
  closedBy: User | null;
  updatedAt: Date;
  /** when title or text were edited; GraphQL alone shows it */
  lastEditedAt: Date | null;
  editor: User | null;
  /** set right after the issue was made, where it is a pull request */
  pull: PullRequest | undefined;
}

export interface Label {
  readonly id: number;
  name: string;
  /** six hexadecimal digits */
  color: string;
  description: string | null;
  readonly default: boolean;
}

export interface Comment {
  readonly id: number;
  readonly issue: Issue;
  readonly user: User;
  /** the App that wrote it, where one did */
  readonly app: App | null;
  readonly createdAt: Date;
  readonly reactions: Reaction[];
  body: string;
  updatedAt: Date;
  /** only an edit of the text sets it; in REST an edit shows in `updated_at` alone */
  lastEditedAt: Date | null;
  editor: User | null;
}

export interface Reaction {
  readonly id: number;
  readonly user: User;
  readonly content: string;
  readonly createdAt: Date;
}

/**
 * An issue that is opened now, with the repository's next number. For a pull request the caller sets `pull` and puts it
 * into `repository.pulls`; the caller emits `opened`.
 */
export function openIssue(
  repository: Repository,
  by: { readonly user: User; readonly app: App | null },
  wish: { readonly id: number; readonly title: string; readonly body: string | null; readonly now: Date },
): Issue {
  const issue: Issue = {
    id: wish.id,
    number: ++repository.lastNumber,
    repository,
    user: by.user,
    app: by.app,
    createdAt: wish.now,
    labels: [],
    assignees: [],
    comments: new Map(),
    title: wish.title,
    body: wish.body,
    state: 'open',
    stateReason: null,
    locked: false,
    lockReason: null,
    closedAt: null,
    closedBy: null,
    updatedAt: wish.now,
    lastEditedAt: null,
    editor: null,
    pull: undefined,
  };
  repository.openIssues++;
  repository.issues.set(issue.number, issue);
  return issue;
}
