// SPDX-License-Identifier: MIT
import { BotError } from '../bot-error.js';
import type { Store } from '../../ca/repository/store.js';
import { type GitObjects, modes, type TreeEntry } from './git-objects.js';

/** No file of a certificate repository is near it: a ledger of ten thousand certificates has 6 MB. */
const maxBytes = 32 * 1024 * 1024;

/** The files of the certificate repository as they are at one commit. */
export class GithubStore implements Pick<Store, 'read'> {
  constructor(
    readonly objects: GitObjects,
    readonly commit: string,
  ) {}

  /** @throws BotError `not-a-file` for what git would follow somewhere else: a symbolic link, a submodule */
  async read(path: string): Promise<Uint8Array | undefined> {
    const entry = await this.find(path);
    if (entry === undefined || entry.type === 'tree') return undefined;
    if (entry.mode === modes.symlink || entry.mode === modes.submodule) {
      const what = entry.mode === modes.symlink ? 'a symbolic link' : 'a submodule';
      throw new BotError('not-a-file', `${path} is ${what} at ${this.commit}.`, {
        hint: 'Put a file in its place: the certificate repository has nothing else.',
        file: path,
      });
    }
    if (entry.size > maxBytes) {
      throw new BotError('too-much-to-read', `${path} has ${entry.size} bytes at ${this.commit}.`, {
        hint: `Files of a certificate repository have at most ${maxBytes} bytes.`,
        file: path,
      });
    }
    return this.objects.blob(entry.sha);
  }

  /** What stands at the path; undefined where nothing does. */
  async find(path: string): Promise<TreeEntry | undefined> {
    let folder: string | undefined = (await this.objects.commit(this.commit)).tree;
    let found: TreeEntry | undefined;
    for (const name of path.split('/')) {
      if (folder === undefined) return undefined;
      found = (await this.objects.tree(folder)).find((entry) => entry.path === name);
      folder = found?.type === 'tree' ? found.sha : undefined;
    }
    return found;
  }

  /** Paths of all files, in git's order: for an audit. @throws BotError `too-much-to-read` */
  async paths(): Promise<string[]> {
    const { tree } = await this.objects.commit(this.commit);
    const { entries, truncated } = await this.objects.deepTree(tree);
    if (truncated) {
      throw new BotError('too-much-to-read', `GitHub does not tell all paths of the tree ${tree}.`, {
        hint: 'Audit a checkout: nextcloud-ca audit --repository DIR.',
      });
    }
    return entries.filter(({ type }) => type !== 'tree').map(({ path }) => path);
  }
}
