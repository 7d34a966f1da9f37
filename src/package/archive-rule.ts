// SPDX-License-Identifier: MIT
import type { Rule, Violation } from '../../common/rule.js';
import type { ArchiveEntry } from './archive-listing.js';

/** What was seen while an archive was read. */
export interface ArchiveFacts {
  readonly entries: readonly ArchiveEntry[];
  /** whether it was read to the end */
  readonly complete: boolean;
  /** what the readers of gzip and tar found odd, by the id of the rule */
  readonly notes: readonly { readonly rule: string; readonly path?: string; readonly detail?: string }[];
}

export interface ArchiveRule extends Rule<ArchiveFacts> {
  /** who refuses such an archive; absent: neither of them, and that is the danger */
  readonly refusedBy?: 'store' | 'server' | 'both';
}

export const packAgain = 'Pack the app again, e.g. with `nextcloud-release package`.';
export const tarfile = 'CPython: Lib/tarfile.py, with which the store reads';
export const archiveTar = 'PEAR Archive_Tar, with which the server unpacks';
export const rename = 'Rename it and pack again.';

export type Wording = Pick<ArchiveRule, 'severity' | 'message' | 'source' | 'refusedBy'> & { fix?: string };

/** What a reader has noted. */
export function noted(id: string, { fix = packAgain, ...wording }: Wording): ArchiveRule {
  const check = ({ notes }: ArchiveFacts): Violation[] =>
    notes
      .filter(({ rule }) => rule === id)
      .map(({ path, detail }) => ({
        ...(path !== undefined && { file: path }),
        ...(detail !== undefined && { message: `${wording.message.slice(0, -1)} (${detail}).` }),
      }));
  return { id, fix, ...wording, check };
}

/** What can be said of each entry by itself. */
export function each(
  id: string,
  isWrong: (entry: ArchiveEntry) => boolean,
  { fix = packAgain, ...wording }: Wording,
): ArchiveRule {
  return { id, fix, ...wording, check: ({ entries }) => entries.filter(isWrong).map(({ path }) => ({ file: path })) };
}
