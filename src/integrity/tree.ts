// SPDX-License-Identifier: MIT
import type { Finding } from '../../common/finding.js';
import { exceptCoreHtaccess } from './core-htaccess.js';
import type { HashList, HashValue } from './hash-list.js';
import type { TreeKind } from './hashed-paths.js';

/** An app, or a server, as files: a folder or the inside of an archive. Paths are in the form of raw-name.ts. */
export interface Tree {
  /** every file, from the root, `/` between, in any order */
  readonly paths: readonly string[];
  hash(path: string): HashValue;
  /** undefined where there is no such file */
  read(path: string): Uint8Array | undefined;
  /** what is to be said about links and the like: nothing that changes a verdict */
  readonly findings: readonly Finding[];
}

export function hashTree(tree: Tree, paths: readonly string[], kind: TreeKind): HashList {
  const hashes = new Map(paths.map((path) => [path, tree.hash(path)]));
  if (kind === 'core') exceptCoreHtaccess(hashes, (path) => tree.read(path));
  return hashes;
}
