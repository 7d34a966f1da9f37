// SPDX-License-Identifier: MIT
import type { Pushers } from '../check-memory.js';
import type { Account, Situation } from '../situation.js';

type People = Pick<Situation, 'pullRequest' | 'commits' | 'headPushers' | 'earlierPushers' | 'approvers'>;

/**
 * Why somebody's word is no approval of this pull request, in a sentence; undefined: it is one. Accounts are compared by
 * their ids: a name can be given up and taken by another.
 */
export function whyNotApprover(situation: People, account: Account | undefined): string | undefined {
  if (account === undefined) return 'The account is gone.';
  const { id } = account;
  const { pullRequest, commits, headPushers, earlierPushers } = situation;
  if (account.isBot) return 'A bot cannot approve.';
  if (!mayApprove(situation, account)) return 'This account has no right to approve here.';
  if (id === pullRequest.author.id) return 'Whoever opened the pull request cannot approve it.';
  const own = commits.find(({ author, committer, message }) => {
    return author?.id === id || committer?.id === id || isCoAuthor(message, account);
  });
  if (own !== undefined) return `Whoever made one of its commits (${own.sha.slice(0, 12)}) cannot approve it.`;
  if (includes(headPushers, id)) return 'Whoever pushed its head cannot approve it.';
  if (includes(earlierPushers, id)) return 'Whoever pushed one of its commits cannot approve it.';
  return undefined;
}

const coAuthor = /^co-authored-by:.{0,200}<(?:(\d{1,15})\+)?([A-Za-z\d-]{1,39})@users\.noreply\.github\.com>[ \t]*$/gim;

/** As GitHub writes it where a reviewer's suggestion is committed; of other addresses than its own nobody knows whose they are. */
function isCoAuthor(message: string, { id, login }: Account): boolean {
  return [...message.matchAll(coAuthor)].some(([, number, name = '']) => {
    return number === undefined ? name.toLowerCase() === login.toLowerCase() : Number(number) === id;
  });
}

/** By the settings alone, whatever part somebody has in the pull request: enough to stop it. */
export function mayApprove({ approvers }: Pick<Situation, 'approvers'>, { id, isBot }: Account): boolean {
  return !isBot && approvers.get(id) === true;
}

function includes(pushers: Pushers, id: number): boolean {
  return pushers !== 'many' && pushers.includes(id);
}
