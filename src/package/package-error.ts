// SPDX-License-Identifier: MIT
import { CodedError, type ErrorCodes, type ErrorDetails } from '../../common/coded-error.js';
import { printable } from '../../common/render/printable.js';

const codes = {
  /** the app folder, or a file in it, cannot be read */
  'folder-unreadable': 'unusable',
  'file-unreadable': 'unusable',
  'ignore-file-too-large': 'unusable',
  /** the id cannot be the name of an archive's top folder */
  'bad-app-id': 'unusable',
  /** the stage has findings of severity `error` */
  'stage-refused': 'refused',
  /** the archive to be written is one of the files to be packed */
  'output-in-stage': 'refused',
  'private-key-inside': 'refused',
  /** the store's limit is passed */
  'archive-too-large': 'refused',
  /** a file vanished, or its size is no longer what was staged */
  'file-changed': 'outside',
  'disk-full': 'outside',
  'output-unwritable': 'unusable',
  'output-failed': 'outside',
  aborted: 'outside',
  'archive-unreadable': 'unusable',
  /** the archive has findings of severity `error` */
  'archive-refused': 'refused',
  'target-not-empty': 'unusable',
} as const satisfies ErrorCodes;

export type PackageErrorCode = keyof typeof codes;

/** Choosing files, packing them, or looking into an archive failed. The message names paths in printable form. */
export class PackageError extends CodedError<PackageErrorCode> {
  constructor(code: PackageErrorCode, message: string, details: ErrorDetails) {
    super(code, codes[code], printable(message), details);
  }
}

/** The system's own code (`ENOENT`, `ENOSPC`, …) of a failed file operation. */
export function systemCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
