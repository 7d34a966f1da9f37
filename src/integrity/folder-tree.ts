// SPDX-License-Identifier: MIT
import { readFileSync, statSync } from 'node:fs';
import type { Finding } from '../../common/finding.js';
import { applyRules, type Rule } from '../../common/rule.js';
import { FileDigest } from './file-digest.js';
import { type FolderWalk, locate, walkFolder } from './folder-walk.js';
import type { HashValue } from './hash-list.js';
import type { TreeKind } from './hashed-paths.js';
import { IntegrityError } from './integrity-error.js';
import { printableName } from './raw-name.js';
import type { Tree } from './tree.js';

/** A folder as the server's checker sees it: links to files count as files, one that leads nowhere hashes to false. */
export class FolderTree implements Tree {
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
  readonly #unreadable: ReadonlySet<string>;
  readonly #digest = new FileDigest();

  /** @throws IntegrityError `folder-unreadable` */
  constructor(
    readonly root: string,
    kind: TreeKind,
  ) {
    const walk = walkFolder(root, kind);
    this.paths = walk.paths;
    this.findings = applyRules(rules, walk);
    const broken = walk.links.filter(({ to }) => to === 'nothing').map(({ path }) => path);
    this.#unreadable = new Set([...walk.specials, ...broken]);
  }

  /** @throws IntegrityError `file-unreadable` */
  hash(path: string): HashValue {
    return this.#unreadable.has(path) ? false : this.#digest.of(locate(this.root, path));
  }

  /** @throws IntegrityError `file-too-large` */
  read(path: string): Uint8Array | undefined {
    if (this.#unreadable.has(path)) return undefined;
    const location = locate(this.root, path);
    try {
      if (statSync(location).size <= largestRead) return readFileSync(location);
    } catch {
      return undefined; // the server asks no more of a file that it cannot read
    }
    throw new IntegrityError('file-too-large', `${path} has more than ${largestRead} bytes.`, {
      hint: 'That is no file of this kind; see where it comes from.',
      file: path,
    });
  }
}

/** The signature of a whole server has some 5 MB. */
const largestRead = 64 * 1024 * 1024;

const rules: readonly Rule<FolderWalk>[] = [
  {
    id: 'check-symbolic-link',
    severity: 'warning',
    check: ({ links }) => links.map(({ path }) => ({ file: printableName(path) })),
    message: 'A symbolic link: the server hashes the file that it leads to, and passes over a link to a folder.',
    fix: 'Put what it leads to in its place.',
    source: 'server: IntegrityCheck/Checker.php, RecursiveDirectoryIterator',
  },
  {
    id: 'check-special-file',
    severity: 'warning',
    check: ({ specials }) => specials.map((path) => ({ file: printableName(path) })),
    message: 'This is a pipe, a socket or a device; a server may wait for it for ever. It was not read.',
    fix: 'Remove it.',
    source: 'server: IntegrityCheck/Checker.php, hash_file',
  },
];
