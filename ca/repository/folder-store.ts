// SPDX-License-Identifier: MIT
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { AuthorityError } from '../authority-error.js';
import { releaseLock, takeLock } from './folder-lock.js';
import { hasCode } from './has-code.js';
import type { Store } from './store.js';

/** no folders of apps */
const ownFolders: ReadonlySet<string> = new Set(['.git', 'authority']);
/** of a file that is not whole yet */
const draftEnding = '.draft';

/** A certificate repository as a folder: a git checkout or a plain one. Nothing is committed here. */
export class FolderStore implements Store {
  readonly #folder: string;

  /** @throws AuthorityError `no-repository` where there is no such folder */
  constructor(readonly folder: string) {
    this.#folder = resolve(folder);
    if (statSync(this.#folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
      throw new AuthorityError('no-repository', `${folder} is not a folder.`, {
        hint: 'Give the checkout of the certificate repository with --repository.',
        file: folder,
      });
    }
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    try {
      return readFileSync(this.#at(path));
    } catch (error) {
      if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
      throw error;
    }
  }

  async append(path: string, bytes: Uint8Array): Promise<void> {
    const file = this.#at(path);
    const isNew = statSync(file, { throwIfNoEntry: false }) === undefined;
    if (isNew) mkdirSync(dirname(file), { recursive: true });
    writeDurably(file, 'a', bytes);
    if (isNew) syncFolder(dirname(file));
  }

  async replace(path: string, bytes: Uint8Array): Promise<void> {
    const file = this.#at(path);
    mkdirSync(dirname(file), { recursive: true });
    const draft = file + draftEnding;
    try {
      writeDurably(draft, 'w', bytes);
      renameSync(draft, file);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
    syncFolder(dirname(file));
  }

  async rename(from: string, to: string): Promise<void> {
    renameSync(this.#at(from), this.#at(to));
    syncFolder(dirname(this.#at(to)));
  }

  async remove(path: string): Promise<void> {
    rmSync(this.#at(path), { force: true });
  }

  /**
   * Paths of all files whose names end so, wherever they lie but in `.git` and `authority`, sorted by their bytes. Links
   * are not followed: what they lead to is not in the repository, or is in it once more.
   */
  list(ending: string): string[] {
    const filesIn = (folder: string): string[] =>
      readdirSync(join(this.#folder, folder), { withFileTypes: true }).flatMap((entry) => {
        const path = folder + entry.name;
        if (entry.isDirectory()) return ownFolders.has(path) ? [] : filesIn(`${path}/`);
        return path.endsWith(ending) ? [path] : [];
      });
    return filesIn('').toSorted();
  }

  /**
   * Runs `action` while no other process may write here.
   * @throws AuthorityError `repository-locked`
   */
  async locked<Result>(action: () => Promise<Result>): Promise<Result> {
    const file = this.#at('authority/.lock');
    const isNew = mkdirSync(dirname(file), { recursive: true }) !== undefined;
    const brokeOff = takeLock(file);
    try {
      if (brokeOff) for (const draft of [...this.list(draftEnding), ...this.#drafts()]) await this.remove(draft);
      return await action();
    } finally {
      releaseLock(file);
      if (isNew) removeWhereEmpty(dirname(file));
    }
  }

  #drafts(): string[] {
    return readdirSync(this.#at('authority')).flatMap((name) =>
      name.endsWith(draftEnding) ? [`authority/${name}`] : [],
    );
  }

  #at(path: string): string {
    const file = resolve(this.#folder, path);
    if (!file.startsWith(this.#folder + sep)) throw new Error(`the path ${path} leads out of the repository`);
    return file;
  }
}

/** What was refused leaves no folder behind either. */
function removeWhereEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT')) throw error;
  }
}

function writeDurably(file: string, flag: 'a' | 'w', bytes: Uint8Array): void {
  const descriptor = openSync(file, flag);
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A new name is durable when its folder is (rename(2) alone is not, on most file systems). */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
