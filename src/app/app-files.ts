// SPDX-License-Identifier: MIT

/** The files of an app: a folder on disk, a stage, or an archive's top folder. Paths are relative to it, with `/`. */
export interface AppFiles {
  list(): readonly string[];
  /** undefined where there is no such file */
  read(path: string): Uint8Array | undefined;
}
