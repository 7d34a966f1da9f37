// SPDX-License-Identifier: MIT

/** What is to become one commit on the base branch: all of it, or nothing. */
export interface PreparedCommit {
  /** the commit that it was made from; the branch must still stand there */
  readonly before: string;
  /** the first is `before` */
  readonly parents: readonly string[];
  /** path to content; undefined: the file goes */
  readonly changes: ReadonlyMap<string, Uint8Array | undefined>;
  readonly message: string;
}
