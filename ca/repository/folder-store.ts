// SPDX-License-Identifier: MIT
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { AuthorityError } from '../authority-error.js';
import type { Store } from './store.js';

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
    const draft = `${file}.draft`;
    writeDurably(draft, 'w', bytes);
    renameSync(draft, file);
    syncFolder(dirname(file));
  }

  async rename(from: string, to: string): Promise<void> {
    renameSync(this.#at(from), this.#at(to));
    syncFolder(dirname(this.#at(to)));
  }

  async remove(path: string): Promise<void> {
    rmSync(this.#at(path), { force: true });
  }

  /** Paths of all files whose names end so, in folders that hold no `.git`, sorted by their bytes. */
  list(ending: string): string[] {
    return readdirSync(this.#folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== '.git' && entry.name !== 'authority')
      .flatMap(({ name }) =>
        readdirSync(join(this.#folder, name))
          .filter((file) => file.endsWith(ending))
          .map((file) => `${name}/${file}`),
      )
      .toSorted();
  }

  /**
   * Runs `action` while no other process may write here.
   * @throws AuthorityError `repository-locked`
   */
  async locked<Result>(action: () => Promise<Result>): Promise<Result> {
    const file = this.#at('authority/.lock');
    mkdirSync(dirname(file), { recursive: true });
    takeLock(file);
    try {
      return await action();
    } finally {
      unlinkSync(file);
    }
  }

  #at(path: string): string {
    const file = resolve(this.#folder, path);
    if (!file.startsWith(this.#folder + sep)) throw new Error(`the path ${path} leads out of the repository`);
    return file;
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

/** The lock holds the id of its process, so that one left behind by a crash is known as such. */
function takeLock(file: string): void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      return;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
    const owner = Number(readFileSync(file, 'utf8'));
    if (isAlive(owner)) {
      throw new AuthorityError('repository-locked', `Another process (${owner}) is writing to this repository.`, {
        hint: `Wait until it is done; where there is no such process, delete ${file}.`,
        file,
      });
    }
    rmSync(file, { force: true });
  }
  throw new AuthorityError('repository-locked', 'Another process has just begun to write to this repository.', {
    hint: 'Run the command again.',
    file,
  });
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    return Number.isInteger(pid) && pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, ...codes: string[]): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}
