// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One commit of the past that added or changed a request. */
export interface PastRequest {
  /** where the request lay, or should have: `APP_ID/APP_ID.csr` */
  readonly path: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** first 12 digits of git's id */
  readonly blob: string;
  /** serials of the certificates that were issued for exactly this file, now or later */
  readonly certified: readonly number[];
  /** name of the file that holds it */
  readonly file: string;
}

/** A pull request of the past, and what its reviewers said. */
export interface Case {
  readonly pr: number;
  readonly state: 'merged' | 'closed' | 'open';
  readonly app_id: string | null;
  /** kinds of what they asked for or refused */
  readonly reviewer_reasons: readonly string[];
  readonly in_git_merge: boolean;
}

/** @param data the folder that holds `request-history` and `pull-requests` */
export function readHistory(data: string): PastRequest[] {
  return readLines<PastRequest>(join(data, 'request-history', 'index.jsonl'));
}

export function readRequest(data: string, { file }: PastRequest): string {
  // bytes, one to a character: they go to GitHub as JSON, and everything that was ever asked with is ASCII
  return readFileSync(join(data, 'request-history', file), 'latin1');
}

export function readCases(data: string): Case[] {
  return readLines<Case>(join(data, 'pull-requests', 'cases.jsonl'));
}

/** The app that a request of the past was for, by the folder it lay in. */
export function appOf({ path }: PastRequest): string {
  return path.split('/')[0] ?? '';
}

function readLines<Line>(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}
