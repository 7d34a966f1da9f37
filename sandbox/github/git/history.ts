// SPDX-License-Identifier: MIT
import type { Commit } from './commit.js';
import { byArrival, byDate, CommitQueue } from './commit-queue.js';
import { emptyTree } from './tree.js';

/** Reads a commit that is known to be there. */
export type ReadCommit = (id: string) => Commit;

/** All commits reachable from some, newest first: the order of `git log`. */
export function* log(read: ReadCommit, from: readonly string[]): Generator<Commit> {
  const queue = new CommitQueue(byDate);
  const seen = new Set(from);
  for (const id of seen) queue.push(read(id));
  for (let commit = queue.shift(); commit !== undefined; commit = queue.shift()) {
    yield commit;
    for (const parent of commit.parents) {
      if (!seen.has(parent)) queue.push(read(parent));
      seen.add(parent);
    }
  }
}

/**
 * The commits that changed a path, newest first, by git's default simplification of history: a commit with the same
 * content as one of its parents is left out, and only that parent is followed.
 * @param contentAt what is at the path in a tree: an object's id, or undefined
 */
export function* logOf(
  read: ReadCommit,
  from: string,
  contentAt: (tree: string) => string | undefined,
): Generator<Commit> {
  const queue = new CommitQueue(byDate);
  const seen = new Set([from]);
  queue.push(read(from));
  for (let commit = queue.shift(); commit !== undefined; commit = queue.shift()) {
    const content = contentAt(commit.tree);
    const same = commit.parents.find((parent) => contentAt(read(parent).tree) === content);
    const changed = commit.parents.length === 0 ? content !== contentAt(emptyTree) : same === undefined;
    if (changed) yield commit;
    for (const parent of same === undefined ? commit.parents : [same]) {
      if (!seen.has(parent)) queue.push(read(parent));
      seen.add(parent);
    }
  }
}

const fromOurs = 1;
const fromTheirs = 2;
const fromBoth = 3;

/** Paints what each side reaches, until all that is left is reached from both. `best` is what both reach first. */
function paint(read: ReadCommit, ours: string, theirs: string): { colours: Map<string, number>; best?: string } {
  const colours = new Map<string, number>();
  const queue = new CommitQueue(byArrival);
  /** of those that wait, how many are reached from one side only */
  let undecided = 0;
  const add = (id: string, colour: number) => {
    const before = colours.get(id) ?? 0;
    const after = before | colour;
    if (before === after) return;
    colours.set(id, after);
    if (before === 0) queue.push(read(id));
    undecided += Number(after !== fromBoth) - Number(before !== 0);
  };
  add(ours, fromOurs);
  add(theirs, fromTheirs);
  let best: string | undefined;
  while (best === undefined || undecided > 0) {
    const commit = queue.shift();
    if (commit === undefined) break;
    const colour = colours.get(commit.id) ?? 0;
    if (colour === fromBoth) best ??= commit.id;
    else undecided--;
    for (const parent of commit.parents) add(parent, colour);
  }
  return { colours, ...(best !== undefined && { best }) };
}

/** The best common ancestor; undefined where the histories have nothing in common. */
export function mergeBase(read: ReadCommit, ours: string, theirs: string): string | undefined {
  if (isAncestor(read, ours, theirs)) return ours;
  if (isAncestor(read, theirs, ours)) return theirs;
  return paint(read, ours, theirs).best;
}

/** True where the one is reachable from the other, or is the other. */
export function isAncestor(read: ReadCommit, ancestor: string, descendant: string): boolean {
  const { arrival } = read(ancestor);
  const seen = new Set([descendant]);
  const stack = [descendant];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (id === ancestor) return true;
    for (const parent of read(id).parents) {
      // What arrived before it cannot lead to it.
      if (seen.has(parent) || read(parent).arrival < arrival) continue;
      seen.add(parent);
      stack.push(parent);
    }
  }
  return false;
}

/** The commits of `base..head`, parents before children: the order in which GitHub lists a pull request's. */
export function commitsBetween(read: ReadCommit, base: string, head: string): Commit[] {
  const { colours } = paint(read, head, base);
  const ordered: Commit[] = [];
  const done = new Set<string>();
  // Depth first without recursion: a history may be long.
  const stack: { commit: Commit; parentsDone: boolean }[] = [{ commit: read(head), parentsDone: false }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { commit, parentsDone } = top;
    if (done.has(commit.id) || colours.get(commit.id) !== fromOurs) continue;
    if (parentsDone) {
      done.add(commit.id);
      ordered.push(commit);
    } else {
      stack.push({ commit, parentsDone: true });
      for (const parent of commit.parents.toReversed()) stack.push({ commit: read(parent), parentsDone: false });
    }
  }
  return ordered;
}
