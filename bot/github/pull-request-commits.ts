// SPDX-License-Identifier: MIT
import type { PullRequestCommit } from '../situation.js';
import { accountOf } from './account.js';
import type { Github } from './github.js';

/** A commit of a pull request, before anybody looked into it. */
export interface ListedCommit extends Omit<PullRequestCommit, 'changes'> {
  readonly tree: string;
}

/** One page: a request for a certificate is a commit or two. GitHub itself ends at 250. */
export const maxCommits = 100;

/** The first hundred commits, those that the base branch does not have; oldest first where their order is a line. */
export async function listCommits({ octokit, repository, caches }: Github, number: number): Promise<ListedCommit[]> {
  const { data } = await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/commits', {
    ...repository,
    pull_number: number,
    per_page: maxCommits,
  });
  return data.map(({ sha, commit, author, committer, parents }) => {
    const listed = {
      sha,
      tree: commit.tree.sha,
      message: commit.message,
      author: accountOf(author),
      committer: accountOf(committer),
      authorName: commit.author?.name ?? '',
      authorEmail: commit.author?.email ?? '',
      parents: parents.map((parent) => parent.sha),
    };
    caches.objects.commits.set(sha, listed);
    return listed;
  });
}

/**
 * Where a pull request left the base branch, if its commits are all there and stand in one line: then it is the parent of
 * the first. undefined: merges are among them, or some are not told of, and GitHub has to be asked.
 */
export function forkPoint(commits: readonly ListedCommit[], head: string): string | undefined {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  let sha = head;
  for (let left = commits.length; left > 0; left--) {
    const [parent, ...others] = bySha.get(sha)?.parents ?? [];
    if (parent === undefined || others.length > 0) return undefined;
    sha = parent;
  }
  return bySha.has(sha) ? undefined : sha;
}
