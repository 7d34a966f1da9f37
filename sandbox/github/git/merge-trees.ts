// SPDX-License-Identifier: MIT
import type { ForkNetwork } from './fork-network.js';
import { runGit } from './git-process.js';
import { mergeBase } from './history.js';
import { emptyTree, modes, readTree, type TreeEntry, writeTree } from './tree.js';

/**
 * The tree of a merge of two commits; undefined where they are in conflict. What only one side changed is put together
 * here; where both changed the same file, git decides (`git merge-tree`, 5 ms).
 */
export async function mergeTrees(network: ForkNetwork, ours: string, theirs: string): Promise<string | undefined> {
  const base = mergeBase(network.commit, ours, theirs);
  if (base === undefined) return undefined;
  const [baseTree, ourTree, theirTree] = [base, ours, theirs].map((id) => network.commit(id).tree) as [
    string,
    string,
    string,
  ];
  const merged = mergePlainly(network, baseTree, ourTree, theirTree);
  if (merged !== undefined) return merged;
  const words = ['merge-tree', '--write-tree', '--no-messages', ours, theirs];
  const { status, stdout, stderr } = await runGit([`--git-dir=${network.folder}`, ...words]);
  if (status > 1) throw new Error(`git merge-tree (Git 2.38 or later) ended with status ${status}: ${stderr}`);
  return status === 0 ? stdout.toString('latin1').trim() : undefined;
}

/** Entry by entry, each from the side that changed it; undefined where both did, in different ways. */
function mergePlainly(network: ForkNetwork, base: string, ours: string, theirs: string): string | undefined {
  if (ours === theirs || theirs === base) return ours;
  if (ours === base) return theirs;
  const { objects } = network;
  const [bases, own, foreign] = [base, ours, theirs].map(
    (tree) => new Map(readTree(objects, tree).map((entry) => [entry.bytes.toString('latin1'), entry])),
  );
  const merged: TreeEntry[] = [];
  for (const name of new Set([...(own?.keys() ?? []), ...(foreign?.keys() ?? [])])) {
    const [before, our, their] = [bases?.get(name), own?.get(name), foreign?.get(name)];
    let entry: TreeEntry | undefined;
    if (same(our, their) || same(their, before)) {
      entry = our;
    } else if (same(our, before)) {
      entry = their;
    } else {
      if (our?.mode !== modes.folder || their?.mode !== modes.folder) return undefined;
      const inner = mergePlainly(network, before?.mode === modes.folder ? before.id : emptyTree, our.id, their.id);
      if (inner === undefined) return undefined;
      entry = inner === emptyTree ? undefined : { ...our, id: inner };
    }
    if (entry !== undefined) merged.push(entry);
  }
  return writeTree(objects, merged);
}

function same(one: TreeEntry | undefined, other: TreeEntry | undefined): boolean {
  return one?.id === other?.id && one?.mode === other?.mode;
}
