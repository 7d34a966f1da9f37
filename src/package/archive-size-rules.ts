// SPDX-License-Identifier: MIT
import type { Rule } from '../../common/rule.js';

/** The largest archive that the store downloads, in bytes. */
export const storeLimit = 30 * 1024 ** 2;
/** What the developer manual says. */
const documentedLimit = 20 * 1024 ** 2;

export interface ArchiveSize {
  /** in bytes, compressed */
  readonly size: number;
  readonly file: string;
}

export const archiveSizeRules: readonly Rule<ArchiveSize>[] = [
  {
    id: 'archive-too-large',
    severity: 'error',
    message: `The archive is larger than the ${storeLimit} bytes that the store takes.`,
    fix: 'Leave files out in .nextcloudignore.',
    source: 'appstore: settings/base.py, MAX_DOWNLOAD_FILE_SIZE',
    check: ({ size, file }) => (size > storeLimit ? [{ file }] : []),
  },
  {
    id: 'archive-above-documented-size',
    severity: 'warning',
    message: 'The archive is larger than the 20 MB that the store’s documentation allows.',
    fix: 'Leave files out in .nextcloudignore.',
    source: 'appstore: docs/developer.rst',
    check: ({ size, file }) => (size > documentedLimit && size <= storeLimit ? [{ file }] : []),
  },
];
