// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { BotError } from '../bot-error.js';
import type { Octokit, RepositoryName } from '../octokit.js';
import { BoundedCache } from './bounded-cache.js';

export interface GitCommit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

export interface TreeEntry {
  /** one name, or in a tree read to its depth a path; no UTF-8 in git is U+FFFD here, so that two may look the same */
  readonly path: string;
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  /** bytes, of a blob */
  readonly size: number;
}

export interface DeepTree {
  readonly entries: readonly TreeEntry[];
  /** GitHub ends at 100,000 entries or 7 MB */
  readonly truncated: boolean;
}

export const modes = { file: '100644', executable: '100755', symlink: '120000', submodule: '160000' } as const;

/** git knows it without its being stored */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

const mebibyte = 1024 * 1024;

/** What of git's objects is kept in memory, for all repositories together: a name is the hash of what it stands for. */
export class ObjectCache {
  readonly commits = new BoundedCache<GitCommit>({
    limit: 4 * mebibyte,
    sizeOf: ({ message, parents }) => 300 + message.length + 50 * parents.length,
  });
  /** an entry takes about 250 bytes (measured with Node 20: names, modes and hashes are strings of their own) */
  readonly trees = new BoundedCache<readonly TreeEntry[]>({
    limit: 48 * mebibyte,
    sizeOf: (entries) => 100 + 250 * entries.length,
  });
  readonly blobs = new BoundedCache<Uint8Array>({ limit: 32 * mebibyte, sizeOf: ({ length }) => 200 + length });
}

/** Git's objects of one repository, over REST. Whatever was read once costs nothing any more. */
export class GitObjects {
  constructor(
    readonly octokit: Octokit,
    readonly repository: RepositoryName,
    readonly cache: ObjectCache,
  ) {}

  /** @throws BotError `not-found` */
  commit(sha: string): Promise<GitCommit> {
    return this.cache.commits.get(sha, async () => {
      const { data } = await this.octokit.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
        ...this.repository,
        commit_sha: sha,
      });
      return {
        sha: data.sha,
        tree: data.tree.sha,
        parents: data.parents.map((parent) => parent.sha),
        message: data.message,
      };
    });
  }

  /** The entries of one folder. @throws BotError `not-found`, `too-much-to-read` */
  async tree(sha: string): Promise<readonly TreeEntry[]> {
    if (sha === emptyTree) return [];
    return this.cache.trees.get(sha, async () => {
      const { data } = await this.octokit.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
        ...this.repository,
        tree_sha: sha,
      });
      if (data.truncated) {
        throw new BotError('too-much-to-read', `The folder ${sha} has more entries than GitHub tells of.`, {
          hint: 'A certificate repository has one folder for each app: see what was put there.',
        });
      }
      return data.tree.map(entryOf);
    });
  }

  /** Everything below, in one call, not kept: it is as large as the repository. `tree` may be the name of a branch. */
  async deepTree(tree: string): Promise<DeepTree> {
    const { data } = await this.octokit.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
      ...this.repository,
      tree_sha: tree,
      recursive: '1',
    });
    return { entries: data.tree.map(entryOf), truncated: data.truncated };
  }

  /** @throws BotError `not-found`; `object-damaged` where the bytes are not those that the name stands for */
  blob(sha: string): Promise<Uint8Array> {
    return this.cache.blobs.get(sha, async () => {
      const { data } = await this.octokit.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
        ...this.repository,
        file_sha: sha,
      });
      const bytes = Buffer.from(data.content, data.encoding === 'utf-8' ? 'utf8' : 'base64');
      if (blobId(bytes, sha.length) === sha) return bytes;
      throw new BotError('object-damaged', `The blob ${sha} came with other bytes than its name stands for.`, {
        hint: 'Look again; if it stays so, ask GitHub’s support.',
      });
    });
  }
}

/** Git's name of a blob with these bytes. @param digits 40, or 64 in a repository of SHA-256 */
export function blobId(bytes: Uint8Array, digits = 40): string {
  return createHash(digits === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

interface AnsweredEntry {
  readonly path?: string;
  readonly mode?: string;
  readonly type?: string;
  readonly sha?: string | null;
  readonly size?: number;
}

function entryOf({ path = '', mode = '', type, sha, size = 0 }: AnsweredEntry): TreeEntry {
  return { path, mode, type: type === 'tree' || type === 'commit' ? type : 'blob', sha: sha ?? '', size };
}
