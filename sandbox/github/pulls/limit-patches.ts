// SPDX-License-Identifier: MIT
import type { FileChange } from '../git/file-change.js';

/** "No single file's diff may exceed 20,000 lines … or 500 KB of raw diff data" (Repository limits). */
const maxFileLines = 20_000;
const maxFileBytes = 500_000;
/** "No total diff may exceed 20,000 lines … or 1 MB of raw diff data" */
const maxLines = 20_000;
const maxBytes = 1_000_000;

/**
 * Takes away patches that are too large. Once those in one answer add up to the limit, the files after them have no patch
 * and, though they changed, zeros as their counts (github community discussion 213491).
 */
export function limitPatches(changes: readonly FileChange[]): FileChange[] {
  let lines = 0;
  let bytes = 0;
  return changes.map((change) => {
    const { patch, ...rest } = change;
    if (patch === undefined) return change;
    const [own, size] = [change.additions + change.deletions, Buffer.byteLength(patch)];
    if (own > maxFileLines || size > maxFileBytes) return rest;
    lines += own;
    bytes += size;
    return lines <= maxLines && bytes <= maxBytes ? change : { ...rest, additions: 0, deletions: 0 };
  });
}
