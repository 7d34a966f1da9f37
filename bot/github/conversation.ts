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
  const { octokit, repository } = github;
  const all = await readAll(`comments of #${number}`, (page) =>
    octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...repository,
      issue_number: number,
      per_page: 100,
      page,
    }),
  );
  // times are in whole seconds, and a program edits within one: of what could be a command REST alone does not tell
  const unsure = all.filter(({ user, body = '', created_at: created, updated_at: updated }) => {
    return created === updated && accountOf(user)?.isBot === false && mayHoldCommand(body);
  });
  const edited = await readEdited(
    github,
    unsure.map(({ node_id: id }) => id),
  );
  const comments: Comment[] = [];
  const own: OwnComment[] = [];
  for (const { user, body = '', created_at: created, updated_at: updated, ...more } of all) {
    // octokit makes long numbers BigInt
    const id = Number(more.id);
    const author = accountOf(user);
    if (author?.isBot === true && author.login === github.ourselves.login) own.push({ id, body });
    else {
      // whoever may write here can change what others wrote, and GitHub names the author all the same
      const isEdited = created !== updated || edited.has(more.node_id);
      comments.push({ id, author, body, createdAt: new Date(created), edited: isEdited });
    }
  }
  return { comments, own };
}

const mayHoldCommand = (body: string): boolean => /^[ \t]*\/[a-z]/im.test(body);

interface Page<Item> {
  readonly data: readonly Item[];
  readonly headers: { readonly link?: string };
}

/**
 * The items of all pages, oldest first. Whoever deletes one of his moves all later ones up, and the first of a page would
 * be on none of those that are read from the first to the last: a `/hold` could be hidden. Where one comes in between, as a
 * review may that was begun earlier, the same holds from the last to the first. So both ways are gone.
 */
async function readAll<Item extends { readonly id: number | bigint }>(
  what: string,
  page: (at: number) => Promise<Page<Item>>,
): Promise<Item[]> {
  const { data, headers } = await page(1);
  const { link = '' } = headers;
  if (!link.includes('rel="next"')) return [...data];
  const last = Number(/[?&]page=(\d+)[^<>]*>; rel="last"/.exec(link)?.[1]);
  if (Number.isNaN(last)) {
    throw new BotError('too-much-to-read', `GitHub does not say how many pages there are of the ${what}.`, {
      hint: 'Nothing is decided where something may be missing. If it stays so, this is a mistake in the bot.',
    });
  }
  const all = new Map(data.map((item) => [Number(item.id), item]));
  const there = Array.from({ length: last - 1 }, (_, index) => index + 2);
  const back = Array.from({ length: last - 1 }, (_, index) => last - 1 - index);
  for (const at of [...there, ...back]) for (const item of (await page(at)).data) all.set(Number(item.id), item);
  return [...all].sort(([one], [other]) => one - other).map(([, item]) => item);
}

/** Reviews that were handed in. */
export async function readReviews(github: Github, number: number): Promise<ReviewOfPeople[]> {
  const { octokit, repository } = github;
  const all = await readAll(`reviews of #${number}`, (page) =>
    octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
      ...repository,
      pull_number: number,
      per_page: 100,
      page,
    }),
  );
  const edited = await readEdited(
    github,
    all.filter(({ body }) => body.trim() !== '').map(({ node_id: id }) => id),
  );
  return all.flatMap((review) => {
    const state = states.find((known) => known === review.state);
    // one that is being written is seen by its author alone, and has no date
    if (state === undefined || review.submitted_at === undefined) return [];
    return {
      id: Number(review.id),
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
