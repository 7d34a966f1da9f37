// SPDX-License-Identifier: MIT
import { BotError } from '../bot-error.js';
import type { Comment, ReviewOfPeople } from '../situation.js';
import { accountOf } from './account.js';
import { readEdited } from './edited-texts.js';
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
export async function readConversation(github: Github, number: number): Promise<Conversation> {
  const all = await listComments(github, number);
  const comments: Comment[] = [];
  const own: OwnComment[] = [];
  for (const { user, body = '', created_at: created, updated_at: updated, ...more } of all) {
    // octokit makes long numbers BigInt
    const id = Number(more.id);
    const author = accountOf(user);
    if (author?.isBot === true && author.login === github.ourselves.login) own.push({ id, body });
    // whoever may write here can change what others wrote, and GitHub names the author all the same
    else comments.push({ id, author, body, createdAt: new Date(created), edited: created !== updated });
  }
  return { comments, own };
}

/**
 * Oldest first. Whoever deletes a comment of his moves all later ones up, and the first of a page would be on none of
 * those that are read from the first to the last: a `/hold` could be hidden. From the last to the first none is missed.
 */
async function listComments({ octokit, repository }: Github, number: number) {
  const page = (at: number) =>
    octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...repository,
      issue_number: number,
      per_page: 100,
      page: at,
    });
  const { data, headers } = await page(1);
  const { link = '' } = headers;
  if (!link.includes('rel="next"')) return data;
  const last = Number(/[?&]page=(\d+)[^<>]*>; rel="last"/.exec(link)?.[1]);
  if (Number.isNaN(last)) {
    throw new BotError('too-much-to-read', `GitHub does not say how many pages of comments #${number} has.`, {
      hint: 'Nothing is decided where a comment may be missing. If it stays so, this is a mistake in the bot.',
    });
  }
  const all = new Map<number, (typeof data)[number]>();
  for (let at = last; at > 0; at--) for (const comment of (await page(at)).data) all.set(Number(comment.id), comment);
  return [...all].sort(([one], [other]) => one - other).map(([, comment]) => comment);
}

/** Reviews that were handed in. */
export async function readReviews(github: Github, number: number): Promise<ReviewOfPeople[]> {
  const { octokit, repository } = github;
  const all = await octokit.paginate('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
    ...repository,
    pull_number: number,
    per_page: 100,
  });
  const edited = await readEdited(
    github,
    all.filter(({ body }) => body.trim() !== '').map(({ node_id: id }) => id),
  );
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
      edited: edited.has(review.node_id),
      submittedAt: new Date(review.submitted_at),
    };
  });
}

const states = ['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING'] as const;
