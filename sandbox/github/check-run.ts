// SPDX-License-Identifier: MIT
import type { App } from './app.js';
import type { User } from './people.js';
import type { Repository } from './repository.js';

export const checkStatuses = ['queued', 'in_progress', 'completed'] as const;
export const checkConclusions = [
  'action_required',
  'cancelled',
  'failure',
  'neutral',
  'success',
  'skipped',
  'timed_out',
] as const;

export type CheckStatus = (typeof checkStatuses)[number];
export type CheckConclusion = (typeof checkConclusions)[number];

/** The check runs of one App on one commit. */
export interface CheckSuite {
  readonly id: number;
  readonly app: App;
  readonly repository: Repository;
  readonly headSha: string;
  readonly createdAt: Date;
  /** oldest first */
  readonly runs: CheckRun[];
}

export interface CheckRun {
  readonly id: number;
  readonly suite: CheckSuite;
  readonly annotations: CheckAnnotation[];
  name: string;
  externalId: string | null;
  detailsUrl: string | null;
  status: CheckStatus;
  conclusion: CheckConclusion | null;
  startedAt: Date;
  completedAt: Date | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  actions: readonly CheckAction[];
}

export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column: number | null;
  readonly end_column: number | null;
  readonly annotation_level: 'notice' | 'warning' | 'failure';
  readonly message: string;
  readonly title: string | null;
  readonly raw_details: string | null;
}

export interface CheckAction {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

/** A commit status: what there was before check runs. */
export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: User;
  readonly createdAt: Date;
}
