// SPDX-License-Identifier: MIT
import {
  closeSync,
  constants,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import { byteString } from './byte-string.js';
import { keyMaterial, type KeyMaterial } from './key-material.js';
import { ignoreFileName, type EntryKind, type RuledEntry } from './leave-out-rules.js';
import { PackageError, systemCode } from './package-error.js';

/** No private key is larger: RSA with 16,384 bits takes 13 KB. */
const largestKey = 256 * 1024;

/** One name in a folder of the app. */
export class AppEntry implements RuledEntry {
  #stats: Stats | undefined;
  #content: Buffer | undefined;

  constructor(
    readonly name: string,
    /** from the app folder, `/` between */
    readonly path: string,
    /** name and path as byte strings */
    readonly nameBytes: string,
    readonly pathBytes: string,
    readonly kind: EntryKind,
    /** absolute */
    readonly source: string,
  ) {}

  /** False where the name is not UTF-8: then `path` is only what can be shown of it. */
  get isUtf8(): boolean {
    return !this.path.includes('\ufffd') || byteString(this.path) === this.pathBytes;
  }

  /** What the entry stands for, links followed only where it is one. */
  stats(): Stats {
    this.#stats ??= readable(this.path, () => (this.kind === 'link' ? statSync(this.source) : lstatSync(this.source)));
    return this.#stats;
  }

  /** The bytes, where they had to be looked at; such a file need not be read again. */
  get content(): Buffer | undefined {
    return this.#content;
  }

  material(): KeyMaterial {
    if (!this.isUtf8) return 'none';
    if (this.kind !== 'file') return this.kind === 'link' ? materialOf(this.source) : 'none';
    const { size } = this.stats();
    if (size > largestKey) return 'none';
    this.#content = readable(this.path, () => readWhole(this.source, size));
    return keyMaterial(this.#content);
  }
}

/** Half the time of readFileSync, which asks for the size again and reads twice. */
function readWhole(source: string, size: number): Buffer {
  const content = Buffer.allocUnsafe(size);
  const descriptor = openSync(source, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return content.subarray(0, readSync(descriptor, content, 0, size, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** @param parent undefined for the app folder itself */
export function readFolder(root: string, parent?: AppEntry): AppEntry[] {
  const absolute = parent?.source ?? root;
  const prefix = parent === undefined ? '' : `${parent.path}/`;
  const prefixBytes = parent === undefined ? '' : `${parent.pathBytes}/`;
  const entry = (name: string, bytes: string, dirent: Dirent<string | Buffer>) =>
    new AppEntry(name, prefix + name, bytes, prefixBytes + bytes, kindOf(dirent), `${absolute}/${name}`);
  return readable(parent?.path ?? absolute, () => {
    const found = readdirSync(absolute, { withFileTypes: true });
    // The decoder puts U+FFFD where a name is not UTF-8; only then are the bytes worth a second reading.
    if (!found.some(({ name }) => name.includes('\ufffd'))) {
      return found.map((dirent) => entry(dirent.name, byteString(dirent.name), dirent));
    }
    const raw = readdirSync(absolute, { withFileTypes: true, encoding: 'buffer' });
    return raw.map((dirent) => entry(dirent.name.toString(), dirent.name.toString('latin1'), dirent));
  });
}

function kindOf(entry: Dirent<string | Buffer>): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'special';
}

/** @param source a file that need not be readable, links followed: one that a link leads to, or that is left out anyway */
export function materialOf(source: string): KeyMaterial {
  try {
    const stats = statSync(source);
    // To read a pipe is to wait for whoever writes into it.
    return !stats.isFile() || stats.size > largestKey ? 'none' : keyMaterial(readFileSync(source));
  } catch {
    // A link that leads nowhere, or what cannot be read: told where it is staged, if it is.
    return 'none';
  }
}

/** @throws PackageError in place of what the file system says */
export function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') {
      throw new PackageError('file-changed', `${path} vanished while it was read.`, {
        hint: 'Wait for whatever writes into the app folder, then run again.',
        file: path,
        cause,
      });
    }
    throw new PackageError('file-unreadable', `${path} cannot be read: ${systemCode(cause) ?? 'unknown error'}.`, {
      hint: `Give yourself the right to read it, or leave it out with a line in ${ignoreFileName}.`,
      file: path,
      cause,
    });
  }
}
