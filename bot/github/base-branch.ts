// SPDX-License-Identifier: MIT
import { BotError, hasStatus } from '../bot-error.js';
import type { PreparedCommit } from '../issue/prepared-commit.js';
import { blobId, modes } from './git-objects.js';
import { type Github, objectsOf } from './github.js';
import { GithubStore } from './github-store.js';
import { repositoryFacts } from './repository-facts.js';

export type Committed =
  /** it is on the branch, on its tip or below it */
  | { readonly kind: 'done'; readonly commit: string }
  /** the branch went another way: judge again from where it stands now */
  | { readonly kind: 'lost' };

const updateRefs = `mutation ($repositoryId: ID!, $name: GitRefname!, $beforeOid: GitObjectID!, $afterOid: GitObjectID!) {
  updateRefs(input: {
    repositoryId: $repositoryId
    refUpdates: [{ name: $name, beforeOid: $beforeOid, afterOid: $afterOid, force: false }]
  }) { clientMutationId }
}`;

/** After so many answers that did not move the branch, something forbids it. */
const attempts = 4;

/** The branch that certificates are on. */
export class BaseBranch {
  constructor(
    private readonly github: Github,
    readonly name: string,
  ) {}

  /** The commit that it stands at: perhaps a moment ago, since GitHub's replicas lag behind. */
  async tip(): Promise<string> {
    const { octokit, repository } = this.github;
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', {
      ...repository,
      ref: `heads/${this.name}`,
    });
    return data.object.sha;
  }

  /**
   * Puts the changes on the branch as one commit, if it still stands where they were prepared: a true compare-and-swap.
   * A fast-forward-only update is none once somebody has forced the branch back.
   *
   * Author and date are left to GitHub, which signs what an App commits under its own name (GitHub documentation,
   * "Signature verification for bots"); a commit that was made twice lies about unused.
   * @throws BotError `branch-refused` where the branch stays where it is
   */
  async commit(prepared: PreparedCommit): Promise<Committed> {
    const commit = await this.#write(prepared);
    const { clock } = this.github;
    let refusal: unknown;
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (attempt > 0) await clock.sleep(500 * 2 ** attempt);
      try {
        await this.#swap(prepared.before, commit);
        return { kind: 'done', commit };
      } catch (error) {
        // whatever the answer was, or if there was none: what counts is where the branch stands
        refusal = error;
        const tip = await this.tip();
        if (await this.#contains(tip, commit)) return { kind: 'done', commit };
        if (tip !== prepared.before) return { kind: 'lost' };
      }
    }
    throw new BotError('branch-refused', `The branch ${this.name} does not move to ${commit}.`, {
      hint: 'Put the App on the bypass list of the ruleset that protects the branch, see docs/bot.md.',
      cause: refusal,
    });
  }

  async #write({ before, parents, changes, message }: PreparedCommit): Promise<string> {
    const { octokit, repository } = this.github;
    const { data } = await octokit.request('POST /repos/{owner}/{repo}/git/commits', {
      ...repository,
      message,
      tree: await this.#writeTree(before, changes),
      parents: [...parents],
    });
    return data.sha;
  }

  async #writeTree(before: string, changes: PreparedCommit['changes']): Promise<string> {
    const { octokit, repository } = this.github;
    const store = new GithubStore(objectsOf(this.github), before);
    const entries = await Promise.all(
      [...changes].map(async ([path, bytes]) => {
        const there = await store.find(path);
        const entry = { path, mode: modes.file, type: 'blob' } as const;
        // GitHub refuses to take away what is not there
        if (bytes === undefined) return there === undefined ? [] : [{ ...entry, sha: null }];
        return there?.sha === blobId(bytes, there?.sha.length) ? [] : [{ ...entry, sha: await this.#writeBlob(bytes) }];
      }),
    );
    const { tree } = await store.objects.commit(before);
    if (entries.flat().length === 0) return tree;
    const { data } = await octokit.request('POST /repos/{owner}/{repo}/git/trees', {
      ...repository,
      base_tree: tree,
      tree: entries.flat(),
    });
    return data.sha;
  }

  async #writeBlob(bytes: Uint8Array): Promise<string> {
    const { octokit, repository } = this.github;
    const { data } = await octokit.request('POST /repos/{owner}/{repo}/git/blobs', {
      ...repository,
      content: Buffer.from(bytes).toString('base64'),
      encoding: 'base64',
    });
    if (data.sha === blobId(bytes, data.sha.length)) return data.sha;
    throw new BotError('object-damaged', `GitHub named a file's bytes ${data.sha}, which is not their hash.`, {
      hint: 'Nothing was changed; look again.',
    });
  }

  async #swap(beforeOid: string, afterOid: string): Promise<void> {
    const { nodeId: repositoryId } = await repositoryFacts(this.github);
    const name = `refs/heads/${this.name}`;
    await this.github.octokit.graphql(updateRefs, { repositoryId, name, beforeOid, afterOid });
  }

  /** Others may have gone on from our commit before we could look. */
  async #contains(tip: string, commit: string): Promise<boolean> {
    if (tip === commit) return true;
    const { octokit, repository } = this.github;
    try {
      const { data } = await octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
        ...repository,
        basehead: `${commit}...${tip}`,
        per_page: 1,
      });
      return data.status === 'ahead' || data.status === 'identical';
    } catch (error) {
      if (hasStatus(error, 404)) return false;
      throw error;
    }
  }
}
