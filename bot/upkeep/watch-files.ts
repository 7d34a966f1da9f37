// SPDX-License-Identifier: MIT
import type { LedgerAnchor } from '../../ca/ledger/audit-subject.js';
import { ledgerPath } from '../../ca/repository/repository.js';
import type { Finding } from '../../common/finding.js';
import { BotError } from '../bot-error.js';
import type { TreeEntry } from '../github/git-objects.js';
import { type Github, objectsOf } from '../github/github.js';

/** The files of a commit, by path. */
export type Files = ReadonlyMap<string, TreeEntry>;

export async function filesAt(github: Github, commit: string): Promise<Files> {
  const objects = objectsOf(github);
  const { tree } = await objects.commit(commit);
  const { entries } = await objects.deepTree(tree);
  return new Map(entries.filter(({ type }) => type === 'blob').map((entry) => [entry.path, entry]));
}

/** Paths at which two commits have something else. */
export function changedPaths(then: Files, now: Files): string[] {
  const isSame = (one?: TreeEntry, other?: TreeEntry): boolean => one?.sha === other?.sha && one?.mode === other?.mode;
  return [...new Set([...then.keys(), ...now.keys()])].filter((path) => !isSame(then.get(path), now.get(path)));
}

/** The ledger among the files of a commit, which that of every later one has to begin with. */
export function anchorsOf(files: Files, commit: string): LedgerAnchor[] {
  const ledger = files.get(ledgerPath);
  return ledger === undefined ? [] : [{ commit, length: ledger.size, blob: ledger.sha }];
}

/** Requests at the same time. */
export const atOnce = 8;

/** What an audit finds; where a file cannot even be read, say for a symbolic link in its place, then that. */
export async function orProblem(work: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BotError) || !['not-a-file', 'too-much-to-read'].includes(error.code)) throw error;
    const { code, message, hint, file } = error;
    return [{ rule: code, severity: 'error', message, fix: hint, ...(file !== undefined && { file }) }];
  }
}
