// SPDX-License-Identifier: MIT
import type { Clock } from '../../common/clock.js';
import type { Octokit, RepositoryName } from '../octokit.js';
import type { GithubCaches } from './caches.js';
import { GitObjects } from './git-objects.js';

/** Who we are: `GET /app`, asked with the App's JSON web token. */
export interface Ourselves {
  readonly appId: number;
  /** of the App's account, `SLUG[bot]`: what it writes stands under this name, and people cannot have it */
  readonly login: string;
}

/** The certificate repository on GitHub, as our App sees it. */
export interface Github {
  readonly octokit: Octokit;
  readonly repository: RepositoryName;
  readonly ourselves: Ourselves;
  readonly clock: Clock;
  readonly caches: GithubCaches;
}

export function objectsOf({ octokit, repository, caches }: Github): GitObjects {
  return new GitObjects(octokit, repository, caches.objects);
}
