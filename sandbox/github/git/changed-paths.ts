// SPDX-License-Identifier: MIT
import type { ObjectStore } from './object-store.js';
import { emptyTree, modes, readTree, type TreeEntry } from './tree.js';

export interface ChangedPaths {
  readonly added: string[];
  readonly removed: string[];
  readonly modified: string[];
}

/** Which files differ between two trees, without looking into them or for renames: what push events tell of a commit. */
export function changedPaths(objects: ObjectStore, from: string, to: string): ChangedPaths {
  const changed: ChangedPaths = { added: [], removed: [], modified: [] };
  compare(objects, from, to, '', changed);
  return changed;
}

function compare(objects: ObjectStore, from: string, to: string, prefix: string, changed: ChangedPaths): void {
  if (from === to) return;
  const [before, after] = [from, to].map((id) => new Map(readTree(objects, id).map((entry) => [entry.name, entry])));
  for (const name of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
    const [old, young] = [before?.get(name), after?.get(name)];
    if (old?.id === young?.id && old?.mode === young?.mode) continue;
    const path = `${prefix}${name}`;
    compare(objects, treeOf(old), treeOf(young), `${path}/`, changed);
    const [was, is] = [isFile(old), isFile(young)];
    if (was && is) changed.modified.push(path);
    else if (was) changed.removed.push(path);
    else if (is) changed.added.push(path);
  }
}

function treeOf(entry: TreeEntry | undefined): string {
  return entry?.mode === modes.folder ? entry.id : emptyTree;
}

function isFile(entry: TreeEntry | undefined): boolean {
  return entry !== undefined && entry.mode !== modes.folder;
}
