// SPDX-License-Identifier: MIT

/** Where reading an archive stops, whoever made it. Sizes are in bytes. */
export interface ArchiveLimits {
  readonly entries: number;
  /** all of the tar */
  readonly unpacked: number;
  /** one member */
  readonly file: number;
  /** unpacked size by packed size; looked at once 16 MiB are unpacked, since short texts may well shrink a lot */
  readonly ratio: number;
  /** a path; half of Linux's PATH_MAX of 4,096, the other half is for the server's own folders and those where it unpacks */
  readonly path: number;
  /** folders in a path */
  readonly depth: number;
  /** a pax header or a GNU long name */
  readonly header: number;
  /** a member whose content is wanted; larger ones are listed without it */
  readonly wanted: number;
}

/** An app of 30 MiB, which the store takes at most, holds some 10,000 files and 200 MB at the very most. */
export const defaultLimits: ArchiveLimits = {
  entries: 100_000,
  unpacked: 1024 ** 3,
  file: 512 * 1024 ** 2,
  ratio: 200,
  path: 2048,
  depth: 100,
  header: 64 * 1024,
  wanted: 2 * 1024 ** 2,
};
