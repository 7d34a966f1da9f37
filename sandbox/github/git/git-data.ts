// SPDX-License-Identifier: MIT
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ForkNetwork } from './fork-network.js';
import { GitRepository } from './git-repository.js';

/** Where the repositories are on disk: `OWNER/NAME.git`, and the objects of each fork network under `networks`. */
export class GitData {
  readonly folder: string;
  readonly #temporary: boolean;
  readonly #networks = new Set<ForkNetwork>();

  /** @param folder kept when it ends; default: a temporary one, which goes */
  constructor(folder?: string) {
    this.#temporary = folder === undefined;
    this.folder = folder === undefined ? mkdtempSync(join(tmpdir(), 'local-github-')) : resolve(folder);
  }

  /** Opens a repository, or makes it where it is not there yet. @param parent the one that it is a fork of */
  open(
    owner: string,
    name: string,
    options: { readonly parent?: GitRepository; readonly defaultBranch: string },
  ): GitRepository {
    const network = options.parent?.network ?? new ForkNetwork(join(this.folder, 'networks', `${owner}-${name}.git`));
    this.#networks.add(network);
    return new GitRepository(join(this.folder, owner, `${name}.git`), network, options.defaultBranch);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#networks].map((network) => network.close()));
    if (this.#temporary) rmSync(this.folder, { recursive: true, force: true });
  }
}
