// SPDX-License-Identifier: MIT
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Background } from './background.js';
import { type Commit, decodeCommit, encodeCommit, type NewCommit } from './commit.js';
import { DiffProcess } from './diff-process.js';
import { ObjectStore } from './object-store.js';
import type { WebFlow } from './web-flow.js';

/**
 * The objects of a repository and all its forks, in one place as on GitHub: `refs/pull/N/head` of the parent names
 * commits that were only ever pushed to a fork, and every commit is there by its id in every repository of the network.
 */
export class ForkNetwork {
  readonly objects: ObjectStore;
  readonly diffs: DiffProcess;
  readonly background = new Background();
  readonly #commits = new Map<string, Commit>();

  /** @param folder a bare repository without refs, made where it is not there yet */
  constructor(
    readonly folder: string,
    readonly webFlow: WebFlow,
  ) {
    makeBareRepository(folder);
    this.objects = new ObjectStore(join(folder, 'objects'));
    this.diffs = new DiffProcess(folder);
  }

  /** The commit with this id; undefined where it is none. Annotated tags lead to theirs. */
  findCommit(id: string): Commit | undefined {
    return this.#commits.get(id) ?? this.#load(id);
  }

  /** The commit with this id, which is known to be there. */
  readonly commit = (id: string): Commit => {
    const commit = this.findCommit(id);
    if (commit === undefined) throw new Error(`${this.folder} has no commit ${id}`);
    return commit;
  };

  writeCommit(commit: NewCommit): Commit {
    return this.commit(this.objects.write('commit', encodeCommit(commit)));
  }

  /** What GitHub commits itself, it signs. */
  writeSigned(commit: NewCommit): Commit {
    return this.writeCommit(this.webFlow.sign(commit));
  }

  /** Reads a commit after all its ancestors: without recursion, since a history may be long. */
  #load(wanted: string): Commit | undefined {
    const stack = [wanted];
    for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
      const object = this.objects.read(id);
      if (object?.type === 'tag') return this.findCommit(taggedBy(object.body));
      if (object?.type !== 'commit') return undefined;
      const commit = decodeCommit(id, object.body);
      const missing = commit.parents.filter((parent) => !this.#commits.has(parent));
      if (missing.length > 0) {
        stack.push(...missing);
        continue;
      }
      // The same commit may have been waiting twice.
      if (!this.#commits.has(id)) this.#commits.set(id, { ...commit, arrival: this.#commits.size });
      stack.pop();
    }
    return this.#commits.get(wanted);
  }

  async close(): Promise<void> {
    await this.background.close();
    await this.diffs.close();
  }
}

function taggedBy(tag: Buffer): string {
  return /^object ([0-9a-f]{40})$/m.exec(tag.toString('latin1'))?.[1] ?? '';
}

/** What `git init --bare` makes, without a process. */
export function makeBareRepository(folder: string, defaultBranch = 'main'): void {
  for (const inner of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags']) {
    mkdirSync(join(folder, inner), { recursive: true });
  }
  writeFileSync(join(folder, 'HEAD'), `ref: refs/heads/${defaultBranch}\n`);
  writeFileSync(join(folder, 'config'), '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n');
}
