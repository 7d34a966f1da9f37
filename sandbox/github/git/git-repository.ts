// SPDX-License-Identifier: MIT
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Commit } from './commit.js';
import { type ForkNetwork, makeBareRepository } from './fork-network.js';
import { isObjectId } from './object-store.js';
import { Refs } from './refs.js';

/** A bare repository on disk that git can read at any time. Its objects are its fork network's, by `info/alternates`. */
export class GitRepository {
  readonly refs: Refs;

  constructor(
    readonly folder: string,
    readonly network: ForkNetwork,
    defaultBranch: string,
  ) {
    makeBareRepository(folder, defaultBranch);
    writeFileSync(
      join(folder, 'objects/info/alternates'),
      `${relative(join(folder, 'objects'), network.objects.folder)}\n`,
    );
    this.refs = new Refs(folder);
  }

  /** The commit at the tip of a branch. */
  branch(name: string): string | undefined {
    return this.refs.get(`refs/heads/${name}`);
  }

  /**
   * What a caller may name a commit by: a branch, a tag, a whole ref name, or an id, if only its first digits.
   * GitHub looks at branches first, then tags. What it finds may be late.
   */
  resolve(name: string): Commit | undefined {
    const { network } = this;
    if (isObjectId(name)) return network.findCommit(name);
    for (const ref of [`refs/heads/${name}`, `refs/tags/${name}`, name, `refs/${name}`]) {
      const id = this.refs.late(ref);
      if (id !== undefined) return network.findCommit(id);
    }
    const commits = network.objects
      .startingWith(name)
      .map((id) => network.findCommit(id))
      .filter((commit) => commit !== undefined);
    return commits.length === 1 ? commits[0] : undefined;
  }
}
