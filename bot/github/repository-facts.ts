// SPDX-License-Identifier: MIT
import type { Github } from './github.js';

/** What hardly ever changes about the certificate repository. */
export interface RepositoryFacts {
  readonly id: number;
  /** for GraphQL */
  readonly nodeId: string;
  /** `OWNER/NAME` as GitHub spells it */
  readonly name: string;
  readonly url: string;
  /** the branch that certificates are on */
  readonly defaultBranch: string;
}

export function repositoryFacts({ octokit, repository, caches }: Github): Promise<RepositoryFacts> {
  return caches.facts.get(`${repository.owner}/${repository.repo}`, async () => {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}', { ...repository });
    return {
      // octokit makes long numbers BigInt
      id: Number(data.id),
      nodeId: data.node_id,
      name: data.full_name,
      url: data.html_url,
      defaultBranch: data.default_branch,
    };
  });
}
