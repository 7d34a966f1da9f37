// SPDX-License-Identifier: MIT
import type { Github } from './github.js';

/** A pull request that is closed, merged or not. */
export interface ClosedPullRequest {
  readonly number: number;
  readonly labels: readonly string[];
}

/** The hundred that somebody touched last: older ones were looked at by earlier reconciliations. */
export async function listLatelyClosed({ octokit, repository }: Github): Promise<ClosedPullRequest[]> {
  const { data } = await octokit.request('GET /repos/{owner}/{repo}/pulls', {
    ...repository,
    state: 'closed',
    sort: 'updated',
    direction: 'desc',
    per_page: 100,
  });
  return data.map(({ number, labels }) => ({ number, labels: labels.map(({ name }) => name) }));
}
