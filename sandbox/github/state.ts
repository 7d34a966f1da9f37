// SPDX-License-Identifier: MIT
import { createHash, randomBytes } from 'node:crypto';

/** What a token may do. A workflow's token without `contents: write` is told so (403); a stranger sees nothing (404). */
export interface Actor {
  readonly login: string;
  readonly push: boolean;
  /** the `GITHUB_TOKEN` of a workflow or another installation token, as against a person's token */
  readonly integration: boolean;
}

export interface Asset {
  readonly id: number;
  readonly name: string;
  readonly label: string | null;
  /** `starter`: an upload that broke off; it holds its name until it is deleted */
  readonly state: 'starter' | 'uploaded';
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly uploader: string;
  readonly createdAt: Date;
  downloads: number;
}

export interface Release {
  readonly id: number;
  /** stands for the tag in the addresses of a draft */
  readonly slug: string;
  readonly author: string;
  readonly createdAt: Date;
  readonly assets: Asset[];
  tag: string;
  commitish: string;
  name: string | null;
  body: string | null;
  draft: boolean;
  prerelease: boolean;
  immutable: boolean;
  publishedAt: Date | null;
  updatedAt: Date;
}

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly private: boolean;
  /** the repository's setting: releases freeze when they are published */
  immutableReleases: boolean;
  readonly defaultBranch: string;
  /** name to commit */
  readonly branches: Map<string, string>;
  readonly tags: Map<string, string>;
  readonly releases: Release[];
  /** tags of immutable releases, deleted ones included: never to be used again */
  readonly usedUpTags: Set<string>;
  /** release that was marked latest by name */
  latest: number | undefined;
}

/** Everything that this GitHub knows, in memory. */
export class GithubState {
  readonly repositories: Repository[] = [];
  readonly actors = new Map<string, Actor>();
  private lastId = 1000;

  constructor(readonly now: () => Date) {}

  newId(): number {
    return ++this.lastId;
  }

  addActor(actor: Actor): string {
    const token = `${actor.integration ? 'ghs' : 'ghp'}_${randomBytes(18).toString('hex')}`;
    this.actors.set(token, actor);
    return token;
  }

  /** @param fullName `OWNER/NAME` */
  addRepository(fullName: string, options: { private?: boolean; immutableReleases?: boolean } = {}): Repository {
    const [owner = '', name = ''] = fullName.split('/');
    const repository: Repository = {
      id: this.newId(),
      owner,
      name,
      private: options.private ?? false,
      immutableReleases: options.immutableReleases ?? false,
      defaultBranch: 'main',
      branches: new Map([['main', commitNamed(`${fullName} main`)]]),
      tags: new Map(),
      releases: [],
      usedUpTags: new Set(),
      latest: undefined,
    };
    this.repositories.push(repository);
    return repository;
  }

  /** Names of owners and repositories do not depend on case. */
  repository(owner: string, name: string): Repository | undefined {
    const wanted = `${owner}/${name}`.toLowerCase();
    return this.repositories.find((repository) => `${repository.owner}/${repository.name}`.toLowerCase() === wanted);
  }
}

/** A commit id that is the same in every run. */
export function commitNamed(name: string): string {
  return createHash('sha1').update(name).digest('hex');
}
