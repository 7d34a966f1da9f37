// SPDX-License-Identifier: MIT
import type { ObjectStore } from './object-store.js';

export const modes = {
  file: '100644',
  executable: '100755',
  symlink: '120000',
  folder: '040000',
  submodule: '160000',
} as const;

export type Mode = (typeof modes)[keyof typeof modes];

export interface TreeEntry {
  readonly mode: Mode;
  /** may hold U+FFFD where the name is no UTF-8; `bytes` is what git knows */
  readonly name: string;
  readonly bytes: Buffer;
  readonly id: string;
}

/** Git knows the empty tree without its being stored. */
export const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

export function readTree(objects: ObjectStore, id: string): readonly TreeEntry[] {
  if (id === emptyTree) return [];
  const object = objects.read(id);
  if (object?.type !== 'tree') return [];
  const { body } = object;
  const entries: TreeEntry[] = [];
  for (let at = 0; at < body.length;) {
    const blank = body.indexOf(0x20, at);
    const end = body.indexOf(0, blank);
    entries.push(entryOf(body, at, blank, end));
    at = end + 21;
  }
  return entries;
}

/** @returns the tree's id */
export function writeTree(objects: ObjectStore, entries: readonly TreeEntry[]): string {
  const parts = entries
    .toSorted((a, b) => Buffer.compare(sortKey(a), sortKey(b)))
    .flatMap(({ mode, bytes, id }) => [
      Buffer.from(`${mode.replace(/^0/, '')} `),
      bytes,
      Buffer.from([0]),
      Buffer.from(id, 'hex'),
    ]);
  return objects.write('tree', Buffer.concat(parts));
}

export function treeEntry(name: string, mode: Mode, id: string): TreeEntry {
  return { mode, name, bytes: Buffer.from(name), id };
}

/** What is at a path such as `a/b.txt`; undefined where there is nothing. */
export function entryAt(objects: ObjectStore, tree: string, path: string): TreeEntry | undefined {
  let entry: TreeEntry | undefined;
  let folder = tree;
  for (const name of path.split('/')) {
    if (entry !== undefined && entry.mode !== modes.folder) return undefined;
    entry = entryNamed(objects, folder, Buffer.from(name));
    if (entry === undefined) return undefined;
    folder = entry.id;
  }
  return entry;
}

/** Byte by byte: a certificate repository's root has hundreds of entries, and a history is asked at each commit. */
function entryNamed(objects: ObjectStore, tree: string, name: Buffer): TreeEntry | undefined {
  const object = tree === emptyTree ? undefined : objects.read(tree);
  if (object?.type !== 'tree') return undefined;
  const { body } = object;
  for (let at = 0; at < body.length;) {
    const blank = body.indexOf(0x20, at);
    let end = blank + 1;
    while (body[end] !== 0) end++;
    if (end - blank - 1 === name.length && body.compare(name, 0, name.length, blank + 1, end) === 0) {
      return entryOf(body, at, blank, end);
    }
    at = end + 21;
  }
  return undefined;
}

function entryOf(body: Buffer, start: number, blank: number, end: number): TreeEntry {
  const bytes = body.subarray(blank + 1, end);
  return {
    mode: body.toString('latin1', start, blank).padStart(6, '0') as Mode,
    name: bytes.toString('utf8'),
    bytes,
    id: body.toString('hex', end + 1, end + 21),
  };
}

/** Every entry below a tree with its whole path, folders before what is in them: the order of `git ls-tree -r -t`. */
export function* walkTree(objects: ObjectStore, tree: string, prefix = ''): Generator<[string, TreeEntry]> {
  for (const entry of readTree(objects, tree)) {
    const path = `${prefix}${entry.name}`;
    yield [path, entry];
    if (entry.mode === modes.folder) yield* walkTree(objects, entry.id, `${path}/`);
  }
}

export interface TreeChange {
  readonly path: string;
  readonly mode: Mode;
  /** null takes the path away */
  readonly id: string | null;
}

/** A tree with changes made to it; folders that become empty go. @returns the new tree's id */
export function changeTree(objects: ObjectStore, tree: string, changes: readonly TreeChange[]): string {
  const entries = new Map(readTree(objects, tree).map((entry) => [entry.name, entry]));
  const below = new Map<string, TreeChange[]>();
  for (const change of changes) {
    const [name = '', ...rest] = change.path.split('/');
    if (rest.length > 0) {
      below.set(name, [...(below.get(name) ?? []), { ...change, path: rest.join('/') }]);
    } else if (change.id === null) {
      entries.delete(name);
    } else {
      entries.set(name, treeEntry(name, change.mode, change.id));
    }
  }
  for (const [name, inner] of below) {
    const entry = entries.get(name);
    const folder = entry?.mode === modes.folder ? entry.id : emptyTree;
    const changed = changeTree(objects, folder, inner);
    if (changed !== emptyTree) entries.set(name, treeEntry(name, modes.folder, changed));
    else if (entry?.mode === modes.folder) entries.delete(name);
  }
  return writeTree(objects, [...entries.values()]);
}

/** Git sorts folders as if their names ended in a slash. */
function sortKey({ bytes, mode }: TreeEntry): Buffer {
  return mode === modes.folder ? Buffer.concat([bytes, Buffer.from('/')]) : bytes;
}
