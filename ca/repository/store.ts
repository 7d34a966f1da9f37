// SPDX-License-Identifier: MIT

/**
 * The files of a certificate repository, by their paths in it, with `/`. The folder on a disk is one; what goes into one
 * commit is another.
 */
export interface Store {
  /** undefined where there is no such file */
  read(path: string): Promise<Uint8Array | undefined>;
  /** at the end of the file, which comes into being if need be; durable when it returns */
  append(path: string, bytes: Uint8Array): Promise<void>;
  /** whole or not at all; durable when it returns */
  replace(path: string, bytes: Uint8Array): Promise<void>;
  /** over what is at `to`; durable when it returns */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

/** Files in memory over those of `base`, which is never written: {@link MemoryStore.changes} is what a commit holds. */
export class MemoryStore implements Store {
  readonly #files = new Map<string, Buffer[] | undefined>();

  constructor(private readonly base?: Pick<Store, 'read'>) {}

  /** Every file that is not as it was, with its content; undefined: it is gone. */
  get changes(): ReadonlyMap<string, Uint8Array | undefined> {
    return new Map([...this.#files].map(([path, parts]) => [path, parts && Buffer.concat(parts)]));
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    if (!this.#files.has(path)) return this.base?.read(path);
    const parts = this.#files.get(path);
    return parts && Buffer.concat(parts);
  }

  /** Parts are kept as they come: a ledger of many lines is not copied for each of them. */
  async append(path: string, bytes: Uint8Array): Promise<void> {
    const parts = this.#files.get(path);
    if (parts !== undefined) {
      parts.push(Buffer.from(bytes));
      return;
    }
    const before = await this.read(path);
    this.#files.set(path, [...(before === undefined ? [] : [Buffer.from(before)]), Buffer.from(bytes)]);
  }

  async replace(path: string, bytes: Uint8Array): Promise<void> {
    this.#files.set(path, [Buffer.from(bytes)]);
  }

  async rename(from: string, to: string): Promise<void> {
    const bytes = await this.read(from);
    if (bytes !== undefined) await this.replace(to, bytes);
    await this.remove(from);
  }

  async remove(path: string): Promise<void> {
    if (this.base === undefined) this.#files.delete(path);
    else this.#files.set(path, undefined);
  }
}
