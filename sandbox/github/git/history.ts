// SPDX-License-Identifier: MIT
import type { Commit } from './commit.js';
import { emptyTree } from './tree.js';

/** Reads a commit that is known to be there. */
export type ReadCommit = (id: string) => Commit;

/** Commits waiting for their turn, the highest rank first; those of one rank in the order in which they came. */
class Queue {
  readonly #waiting: Commit[] = [];

  constructor(private readonly rank: (commit: Commit) => number) {}

  push(commit: Commit): void {
    const rank = this.rank(commit);
    let at = this.#waiting.length;
    for (; at > 0; at--) {
      const before = this.#waiting[at - 1];
      if (before !== undefined && this.rank(before) >= rank) break;
    }
    this.#waiting.splice(at, 0, commit);
  }

  shift(): Commit | undefined {
    return this.#waiting.shift();
  }

  every(test: (commit: Commit) => boolean): boolean {
    return this.#waiting.every(test);
  }
}

const byDate = ({ committer }: Commit) => committer.date.getTime();
/** A commit comes before all its ancestors, whatever the clocks said. */
const byGeneration = ({ generation }: Commit) => generation;

/** All commits reachable from some, newest first: the order of `git log`. */
export function* log(read: ReadCommit, from: readonly string[]): Generator<Commit> {
  const queue = new Queue(byDate);
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
  const queue = new Queue(byDate);
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
  const queue = new Queue(byGeneration);
  const add = (id: string, colour: number) => {
    const before = colours.get(id) ?? 0;
    if (before === 0) queue.push(read(id));
    colours.set(id, before | colour);
  };
  add(ours, fromOurs);
  add(theirs, fromTheirs);
  let best: string | undefined;
  while (best === undefined || !queue.every(({ id }) => colours.get(id) === fromBoth)) {
    const commit = queue.shift();
    if (commit === undefined) break;
    const colour = colours.get(commit.id) ?? 0;
    if (colour === fromBoth) best ??= commit.id;
    for (const parent of commit.parents) add(parent, colour);
  }
  return { colours, ...(best !== undefined && { best }) };
}

/** The best common ancestor; undefined where the histories have nothing in common. */
export function mergeBase(read: ReadCommit, ours: string, theirs: string): string | undefined {
  return paint(read, ours, theirs).best;
}

/** True where the one is reachable from the other, or is the other. */
export function isAncestor(read: ReadCommit, ancestor: string, descendant: string): boolean {
  return mergeBase(read, ancestor, descendant) === ancestor;
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
