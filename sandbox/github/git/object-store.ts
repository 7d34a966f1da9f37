// SPDX-License-Identifier: MIT
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

export interface GitObject {
  readonly type: ObjectType;
  readonly body: Buffer;
}

/** What of recently used objects is kept in memory, in bytes of their bodies. */
const cacheBytes = 64 * 1024 * 1024;

/**
 * Git's loose objects, read and written in this process: 0.1 ms each, where a `git` process costs 3 ms (measured with Git
 * 2.39 on two cores). There are no packs: whatever comes by a push is unpacked (`git unpack-objects`). Calls are
 * synchronous, so that nothing changes between looking and doing.
 */
export class ObjectStore {
  readonly #cache = new Map<string, GitObject>();
  #cached = 0;

  /** @param folder a repository's `objects` */
  constructor(readonly folder: string) {}

  read(id: string): GitObject | undefined {
    const known = this.#cache.get(id);
    if (known !== undefined) {
      this.#cache.delete(id);
      this.#cache.set(id, known);
      return known;
    }
    if (!isObjectId(id)) return undefined;
    const bytes = readIfThere(this.#fileOf(id));
    if (bytes === undefined) return undefined;
    const object = decode(inflateSync(bytes));
    this.#remember(id, object);
    return object;
  }

  has(id: string): boolean {
    return this.#cache.has(id) || (isObjectId(id) && existsSync(this.#fileOf(id)));
  }

  /** @returns the object's id */
  write(type: ObjectType, body: Uint8Array): string {
    const header = Buffer.from(`${type} ${body.length}\0`);
    const id = createHash('sha1').update(header).update(body).digest('hex');
    if (this.has(id)) return id;
    const file = this.#fileOf(id);
    const unfinished = join(this.folder, `tmp_obj_${randomBytes(6).toString('hex')}`);
    writeFileSync(unfinished, deflateSync(Buffer.concat([header, body]), { level: 1 }), { mode: 0o444 });
    mkdirSync(join(this.folder, id.slice(0, 2)), { recursive: true });
    renameSync(unfinished, file);
    this.#remember(id, { type, body: Buffer.from(body) });
    return id;
  }

  /** Ids that begin with these hexadecimal digits (at least four, as in git). */
  startingWith(digits: string): string[] {
    if (!/^[0-9a-f]{4,40}$/.test(digits)) return [];
    const fan = join(this.folder, digits.slice(0, 2));
    if (!existsSync(fan)) return [];
    return readdirSync(fan)
      .map((rest) => digits.slice(0, 2) + rest)
      .filter((id) => id.startsWith(digits));
  }

  #fileOf(id: string): string {
    return join(this.folder, id.slice(0, 2), id.slice(2));
  }

  #remember(id: string, object: GitObject): void {
    this.#cache.set(id, object);
    this.#cached += object.body.length;
    for (const [oldest, { body }] of this.#cache) {
      if (this.#cached <= cacheBytes) return;
      this.#cache.delete(oldest);
      this.#cached -= body.length;
    }
  }
}

export function isObjectId(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text);
}

/** Stands for "no object" where a ref comes into being or goes. */
export const noObject = '0'.repeat(40);

function decode(bytes: Buffer): GitObject {
  const end = bytes.indexOf(0);
  const [type = ''] = bytes.toString('latin1', 0, end).split(' ');
  return { type: type as ObjectType, body: bytes.subarray(end + 1) };
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
