// SPDX-License-Identifier: MIT
import { hasStatus } from '../bot-error.js';
import type { Account } from '../situation.js';
import type { Github } from './github.js';

/** True where this is the first pull request that the account ever opened here. */
export async function isFirstPullRequest(github: Github, number: number, author: Account): Promise<boolean> {
  const { octokit, repository, caches } = github;
  const first = await caches.firstPullRequests.get(String(author.id), async () => {
    try {
      const { data } = await octokit.request('GET /repos/{owner}/{repo}/issues', {
        ...repository,
        creator: author.login,
        state: 'all',
        sort: 'created',
        direction: 'asc',
        // plain issues are among them
        per_page: 30,
      });
      return data.find(({ pull_request: shown }) => shown !== undefined)?.number ?? number;
    } catch (error) {
      // "the listed users cannot be searched": the account is gone, or hidden
      if (hasStatus(error, 404, 422)) return number;
      throw error;
    }
  });
  return first >= number;
}
