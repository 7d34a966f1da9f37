// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AuthorityError } from '../authority-error.js';
import type { LedgerAnchor } from '../ledger/audit-subject.js';
import { ledgerPath } from '../repository/repository.js';

/** A file as some commit left it. */
export interface PastFile {
  readonly path: string;
  readonly commit: string;
  readonly author: string;
  /** author date */
  readonly at: Date;
  readonly blob: string;
  readonly bytes: Uint8Array;
}

const maxOutput = 1024 * 1024 * 1024;

export function isGitCheckout(folder: string): boolean {
  return existsSync(join(folder, '.git'));
}

/** Every version of the files that match, oldest first. Merges are looked into: a fault may have come with one. */
export function pastFiles(folder: string, ...patterns: string[]): PastFile[] {
  const format = '%x00%H%x09%aI%x09%an <%ae>';
  const log = [
    'log',
    '--reverse',
    '-m',
    '--no-renames',
    '--raw',
    '--no-abbrev',
    `--format=${format}`,
    '--',
    ...patterns,
  ];
  const found = new Map<string, Omit<PastFile, 'bytes'>>();
  for (const part of git(folder, log).toString('utf8').split('\0').slice(1)) {
    const [head = '', ...lines] = part.split('\n');
    const [commit = '', date = '', author = ''] = head.split('\t');
    for (const line of lines) {
      const [, blob, path] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [AM]\t(.+)$/.exec(line) ?? [];
      if (blob === undefined || path === undefined || found.has(`${blob} ${path}`)) continue;
      found.set(`${blob} ${path}`, { path, commit, author, at: new Date(date), blob });
    }
  }
  const files = [...found.values()];
  const contents = readBlobs(folder, new Set(files.map(({ blob }) => blob)));
  return files.map((file) => ({ ...file, bytes: contents.get(file.blob) ?? new Uint8Array() }));
}

/** Every ledger that was ever committed, by its name and length. */
export function ledgerAnchors(folder: string): LedgerAnchor[] {
  if (!isGitCheckout(folder)) return [];
  return pastFiles(folder, ledgerPath).map(({ commit, blob, bytes }) => ({ commit, blob, length: bytes.length }));
}

function readBlobs(folder: string, blobs: ReadonlySet<string>): Map<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  if (blobs.size === 0) return contents;
  const output = git(folder, ['cat-file', '--batch'], `${[...blobs].join('\n')}\n`);
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(0x0a, at);
    const [blob = '', , size = '0'] = output.subarray(at, end).toString('latin1').split(' ');
    contents.set(blob, output.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}

function git(folder: string, args: readonly string[], input = ''): Buffer {
  // paths as they are, and no pager, hooks or settings of whoever runs this
  const settings = ['-C', folder, '-c', 'core.quotePath=false', '--no-pager'];
  const { status, stdout, stderr, error } = spawnSync('git', [...settings, ...args], { input, maxBuffer: maxOutput });
  if (status === 0) return stdout;
  throw new AuthorityError('git-failed', `git ${args[0] ?? ''} failed in ${folder}.`, {
    hint: error === undefined ? `git says: ${stderr.toString('utf8').trim().slice(0, 300)}` : 'Install git.',
    cause: error,
  });
}
