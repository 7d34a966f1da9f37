// SPDX-License-Identifier: MIT
import type { Change } from '../situation.js';
import { type GitObjects, modes, type TreeEntry } from './git-objects.js';

export interface ChangeLimits {
  /** folders that are looked into, in all */
  readonly folders: number;
  readonly changes: number;
}

/** Hash of a tree; undefined where there is no folder. */
type Folder = string | undefined;

/**
 * Reads what commits changed from their trees, and no deeper than hashes differ. GitHub's lists of files would be as many
 * calls, and tell neither of symbolic links nor of modes.
 */
export class TreeChanges {
  /** some were left out: there are more than the limits allow */
  truncated = false;
  /** bytes of every blob that was come across */
  readonly sizes = new Map<string, number>();
  #folders = 0;
  #changes = 0;

  constructor(
    private readonly objects: GitObjects,
    private readonly limits: ChangeLimits,
  ) {}

  /**
   * What the tree has other than every one of `before`, sorted by name. One before is a plain difference, none is the
   * empty tree. Two are a merge: whatever it took over from one side is none of its own doing, and is looked at in the
   * commits of that side.
   */
  async between(before: readonly string[], after: string): Promise<Change[]> {
    return this.#folder(before.length === 0 ? [undefined] : before, after, '');
  }

  async #folder(before: readonly Folder[], after: Folder, path: string): Promise<Change[]> {
    if (before.includes(after)) return [];
    if (++this.#folders > this.limits.folders) {
      this.truncated = true;
      return [];
    }
    const [now, ...then] = await Promise.all([after, ...before].map((folder) => this.#entries(folder)));
    const changes: Change[] = [];
    for (const name of differing(now, then)) {
      if (this.truncated) break;
      const entries = then.map((entriesThen) => entriesThen.get(name));
      changes.push(...(await this.#entry(entries, now?.get(name), path)));
    }
    return changes;
  }

  async #entry(
    before: readonly (TreeEntry | undefined)[],
    after: TreeEntry | undefined,
    folder: string,
  ): Promise<Change[]> {
    const { path: name = '' } = after ?? before.find((entry) => entry !== undefined) ?? {};
    const path = folder + name;
    const change = this.#file(before.map(fileOf), fileOf(after), path);
    const below = await this.#folder(before.map(folderOf), folderOf(after), `${path}/`);
    return [...change, ...below];
  }

  #file(before: readonly (TreeEntry | undefined)[], after: TreeEntry | undefined, path: string): Change[] {
    if (before.some((entry) => isSame(entry, after))) return [];
    if (++this.#changes > this.limits.changes) {
      this.truncated = true;
      return [];
    }
    if (after === undefined) return [{ path, status: 'deleted' }];
    const status = before.some((entry) => entry !== undefined) ? 'modified' : 'added';
    if (after.mode === modes.submodule) return [{ path, status, mode: after.mode }];
    this.sizes.set(after.sha, after.size);
    return [{ path, status, mode: after.mode, blob: after.sha }];
  }

  /** By name. Names that are no UTF-8 may look the same: none of them may hide behind another. */
  async #entries(folder: Folder): Promise<Entries> {
    const entries = folder === undefined ? [] : await this.objects.tree(folder);
    const byName = new Map<string, TreeEntry>();
    for (const entry of entries) {
      let name = entry.path;
      while (byName.has(name)) name += '\0';
      byName.set(name, entry);
    }
    return byName;
  }
}

type Entries = ReadonlyMap<string, TreeEntry>;

/** Names of what is other than in every one of `then`; a folder has hundreds of entries, of which one or two are. */
function differing(now: Entries | undefined, then: readonly Entries[]): string[] {
  const names = new Set<string>();
  for (const entries of now === undefined ? then : [now, ...then]) {
    for (const name of entries.keys()) {
      const entry = now?.get(name);
      if (!then.some((entriesThen) => isSame(entriesThen.get(name), entry))) names.add(name);
    }
  }
  return [...names].sort();
}

function isSame(one: TreeEntry | undefined, other: TreeEntry | undefined): boolean {
  return one?.sha === other?.sha && one?.mode === other?.mode;
}

function fileOf(entry: TreeEntry | undefined): TreeEntry | undefined {
  return entry?.type === 'tree' ? undefined : entry;
}

function folderOf(entry: TreeEntry | undefined): Folder {
  return entry?.type === 'tree' ? entry.sha : undefined;
}
