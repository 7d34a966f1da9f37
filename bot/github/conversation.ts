// SPDX-License-Identifier: MIT
import type { Comment, ReviewOfPeople } from '../situation.js';
import { accountOf } from './account.js';
import type { Github } from './github.js';

/** A comment of our own App. */
export interface OwnComment {
  readonly id: number;
  readonly body: string;
}

export interface Conversation {
  /** oldest first, our own left out */
  readonly comments: readonly Comment[];
  /** oldest first */
  readonly own: readonly OwnComment[];
}

/** What stands on an issue or pull request. */
export async function readConversation(
  { octokit, repository, ourselves }: Github,
  number: number,
): Promise<Conversation> {
  const all = await octokit.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    ...repository,
    issue_number: number,
    per_page: 100,
  });
  const comments: Comment[] = [];
  const own: OwnComment[] = [];
  for (const { id, user, body = '', created_at: created, updated_at: updated } of all) {
    const author = accountOf(user);
    if (author?.isBot === true && author.login === ourselves.login) own.push({ id, body });
    // whoever may write here can change what others wrote, and GitHub names the author all the same
    else comments.push({ id, author, body, createdAt: new Date(created), edited: created !== updated });
  }
  return { comments, own };
}

/** Reviews that were handed in. */
export async function readReviews({ octokit, repository }: Github, number: number): Promise<ReviewOfPeople[]> {
  const all = await octokit.paginate('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
    ...repository,
    pull_number: number,
    per_page: 100,
  });
  return all.flatMap((review) => {
    const state = states.find((known) => known === review.state);
    // one that is being written is seen by its author alone, and has no date
    if (state === undefined || review.submitted_at === undefined) return [];
    return {
      id: review.id,
      author: accountOf(review.user),
      state,
      commit: review.commit_id ?? '',
      body: review.body,
      submittedAt: new Date(review.submitted_at),
    };
  });
}

const states = ['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING'] as const;
