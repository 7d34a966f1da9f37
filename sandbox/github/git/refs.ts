// SPDX-License-Identifier: MIT
import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A repository's refs, by whole name (`refs/heads/main`): in memory, and on disk as the loose refs that git reads.
 * Nothing else may write to the folder while it is open.
 */
export class Refs {
  readonly #ids = new Map<string, string>();
  readonly #lately = new Map<string, { readonly was: string | undefined; readonly until: number }>();
  /** how long after a change `late` still tells what was before, in milliseconds */
  lag = 0;

  /** @param folder the bare repository */
  constructor(readonly folder: string) {
    for (const name of looseRefs(folder, 'refs')) {
      this.#ids.set(name, readFileSync(join(folder, name), 'latin1').trim());
    }
  }

  get(name: string): string | undefined {
    return this.#ids.get(name);
  }

  /** The same as readers of the API see it, who may see a change only later (rust-lang/homu#75, prose/prose#148). */
  late(name: string): string | undefined {
    const lately = this.#lately.get(name);
    return lately !== undefined && Date.now() < lately.until ? lately.was : this.get(name);
  }

  /** Names and ids in the order of names, of those that begin with a prefix. */
  list(prefix = 'refs/'): [string, string][] {
    return [...this.#ids].filter(([name]) => name.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** True where git could not keep the ref beside those that are there: `a` and `a/b` exclude each other. */
  collides(name: string): boolean {
    if (this.#ids.has(name)) return false;
    for (const other of this.#ids.keys()) {
      if (other.startsWith(`${name}/`) || name.startsWith(`${other}/`)) return true;
    }
    return false;
  }

  set(name: string, id: string): void {
    this.#remember(name);
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.lock`, `${id}\n`);
    renameSync(`${file}.lock`, file);
    this.#ids.set(name, id);
  }

  delete(name: string): void {
    this.#remember(name);
    rmSync(join(this.folder, name), { force: true });
    this.#ids.delete(name);
    this.#dropEmptyFolders(dirname(name));
  }

  #remember(name: string): void {
    if (this.lag > 0) this.#lately.set(name, { was: this.late(name), until: Date.now() + this.lag });
  }

  /** A folder that stays would be in the way of a ref of that name. */
  #dropEmptyFolders(folder: string): void {
    if (folder.split('/').length < 3 || readdirSync(join(this.folder, folder)).length > 0) return;
    rmdirSync(join(this.folder, folder));
    this.#dropEmptyFolders(dirname(folder));
  }
}

function* looseRefs(root: string, folder: string): Generator<string> {
  for (const name of readdirSync(join(root, folder))) {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) yield* looseRefs(root, path);
    else if (!name.endsWith('.lock')) yield path;
  }
}
