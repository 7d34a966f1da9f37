// SPDX-License-Identifier: MIT
import type { Account } from '../situation.js';
import { accountOf, ghost } from './account.js';
import type { Github } from './github.js';

/** An open pull request, as GitHub lists it. */
export interface OpenPullRequest {
  readonly number: number;
  readonly head: string;
  readonly author: Account;
  readonly createdAt: Date;
  /** title, branch and text: whatever could name an app */
  readonly text: string;
}

/** All that are open, newest first. */
export async function listOpen({ octokit, repository }: Github): Promise<OpenPullRequest[]> {
  const all = await octokit.paginate('GET /repos/{owner}/{repo}/pulls', {
    ...repository,
    state: 'open',
    per_page: 100,
  });
  return all.map(({ number, head, user, created_at: createdAt, title, body }) => ({
    number,
    head: head.sha,
    author: accountOf(user) ?? ghost,
    createdAt: new Date(createdAt),
    text: `${title}\n${head.ref}\n${body ?? ''}`,
  }));
}
