// SPDX-License-Identifier: MIT
import { join, resolve } from 'node:path';
import { type TemporaryFolder, temporaryFolder } from '../../../common/temporary-folder.js';
import { ForkNetwork } from './fork-network.js';
import { GitRepository } from './git-repository.js';
import { WebFlow } from './web-flow.js';

/** Where the repositories are on disk: `OWNER/NAME.git`, and the objects of each fork network under `networks`. */
export class GitData {
  readonly folder: string;
  readonly #webFlow: WebFlow;
  readonly #temporary: TemporaryFolder | undefined;
  readonly #networks = new Set<ForkNetwork>();

  /** @param folder kept when it ends; default: a temporary one, which goes */
  constructor(folder?: string) {
    this.#temporary = folder === undefined ? temporaryFolder('local-github') : undefined;
    this.folder = this.#temporary?.path ?? resolve(folder ?? '.');
    this.#webFlow = WebFlow.in(this.folder);
  }

  /** Opens a repository, or makes it where it is not there yet; a fork begins with its parent's branches and tags. */
  open(
    owner: string,
    name: string,
    options: { readonly parent?: GitRepository; readonly defaultBranch: string },
  ): GitRepository {
    const folder = join(this.folder, 'networks', `${owner}-${name}.git`);
    const network = options.parent?.network ?? new ForkNetwork(folder, this.#webFlow);
    this.#networks.add(network);
    const repository = new GitRepository(join(this.folder, owner, `${name}.git`), network, options.defaultBranch);
    if (repository.refs.list().length === 0) {
      for (const [ref, id] of options.parent?.refs.list() ?? []) {
        if (/^refs\/(heads|tags)\//.test(ref)) repository.refs.set(ref, id);
      }
    }
    return repository;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#networks].map((network) => network.close()));
    this.#temporary?.dispose();
  }
}
