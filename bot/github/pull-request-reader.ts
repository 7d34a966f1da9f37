// SPDX-License-Identifier: MIT
import { hasStatus } from '../bot-error.js';
import type { PullRequest } from '../situation.js';
import { accountOf, ghost } from './account.js';
import type { Github } from './github.js';

export interface ShownPullRequest {
  readonly pullRequest: PullRequest;
  /** how many commits GitHub counts in it */
  readonly commitCount: number;
}

/** undefined where there is no pull request of this number. */
export async function readPullRequest(
  { octokit, repository }: Github,
  number: number,
): Promise<ShownPullRequest | undefined> {
  try {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...repository,
      pull_number: number,
    });
    const pullRequest = {
      number,
      url: data.html_url,
      title: data.title,
      body: data.body ?? '',
      author: accountOf(data.user) ?? ghost,
      open: data.state === 'open',
      merged: data.merged,
      draft: data.draft ?? false,
      createdAt: new Date(data.created_at),
      labels: data.labels.map(({ name }) => name),
      head: {
        sha: data.head.sha,
        ref: data.head.ref,
        repository: (data.head.repo as { full_name: string } | null)?.full_name,
      },
      baseRef: data.base.ref,
    };
    return { pullRequest, commitCount: data.commits };
  } catch (error) {
    if (hasStatus(error, 404)) return undefined;
    throw error;
  }
}
