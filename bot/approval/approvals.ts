// SPDX-License-Identifier: MIT
import type { Account, Comment, ReviewOfPeople, Situation } from '../situation.js';
import type { Approval, Standing } from '../standing.js';
import { mayApprove, whyNotApprover } from './eligibility.js';
import { reasonBeside } from './parse-commands.js';
import { sourceOf } from './said-by-people.js';

/** A `/sign` and what it stands in. */
export interface Sign {
  readonly comment: Comment;
  readonly sha: string;
  readonly reason: string;
}

/** From when on an approval is one of what is asked now, and who is asked it: see `standing.ts`. */
export interface AskedSince {
  readonly at: Date;
  readonly by: Account;
}

/** An approval, or why it is none, in a sentence. */
export type Verdict = Approval | string;

/** The first moment at which anybody can have seen our check of this head; undefined: it has not begun. */
export function firstCheck({ ownCheckRuns }: Pick<Situation, 'ownCheckRuns'>): Date | undefined {
  return ownCheckRuns.map(({ startedAt }) => startedAt).toSorted((a, b) => a.getTime() - b.getTime())[0];
}

/** What a `/sign` is worth. */
export function judgeSign(situation: Situation, { comment, sha, reason }: Sign, asked?: AskedSince): Verdict {
  const { head } = situation.pullRequest;
  const { author, createdAt } = comment;
  const why = whyNotApprover(situation, author);
  if (why !== undefined || author === undefined) return why ?? 'The account is gone.';
  if (comment.edited) return 'It was edited: write it again, in a new comment.';
  if (!head.sha.startsWith(sha)) return `It is for the commit ${short(sha)}; the head is ${short(head.sha)}.`;
  const source = sourceOf(comment);
  return inTime(situation, { by: author, source, commit: head.sha, at: createdAt, reason }, asked);
}

/** What somebody's latest review is worth. */
function judgeReview(situation: Situation, review: ReviewOfPeople, asked?: AskedSince): Verdict {
  const { head } = situation.pullRequest;
  const { author: by, commit, submittedAt: at } = review;
  const why = whyNotApprover(situation, by);
  if (why !== undefined || by === undefined) return why ?? 'The account is gone.';
  if (review.state === 'DISMISSED') return 'The review was dismissed.';
  if (review.state !== 'APPROVED') return 'A later review by the same person took its place, and does not approve.';
  if (commit !== head.sha) return `It is for the commit ${short(commit)}; the head is ${short(head.sha)}.`;
  // an edited one is no reason: the approval is a button, the text may be anybody's who can write here
  const reason = review.edited ? '' : reasonBeside(review.body);
  return inTime(situation, { by, source: `review ${review.id}`, commit, at, reason }, asked);
}

/**
 * GitHub re-points an approval at a rebased head whose patch is the same, so the commit alone proves nothing: it has to
 * be given after our first check of the head began. And what is asked for must not have changed since.
 */
function inTime(situation: Situation, approval: Approval, asked: AskedSince | undefined): Verdict {
  const head = short(situation.pullRequest.head.sha);
  const first = firstCheck(situation);
  if (first === undefined) return `The check of ${head} has not begun: approve once it is there.`;
  if (approval.at <= first) return `It was given before the check of ${head} began: approve again.`;
  if (asked !== undefined && approval.at <= asked.at && approval.by.id !== asked.by.id) {
    return `It was given before ${asked.by.login} said why the key is replaced: approve again.`;
  }
  return approval;
}

/** The approvals that count, one a person, and why the others do not; what becomes of a `/sign` is said in its answer. */
export function countApprovals(
  situation: Situation,
  signs: readonly Sign[],
  asked?: AskedSince,
): Pick<Standing, 'approvals' | 'discounted'> {
  const discounted: { by: Account | undefined; why: string }[] = [];
  const valid = signs.map((sign) => judgeSign(situation, sign, asked)).filter((verdict) => typeof verdict !== 'string');
  for (const review of approvingReviews(situation)) {
    const verdict = judgeReview(situation, review, asked);
    if (typeof verdict === 'string') discounted.push({ by: review.author, why: verdict });
    else valid.push(verdict);
  }
  return { approvals: onePerPerson(valid), discounted };
}

/** The latest review of each who approves, or did so before. */
function approvingReviews(situation: Situation): ReviewOfPeople[] {
  const { head } = situation.pullRequest;
  const latest = new Map<number | string, ReviewOfPeople>();
  const approvedHere = new Set<number | string>();
  for (const review of inOrder(situation.reviews)) {
    // accounts that are gone are not told from each other
    const who = review.author?.id ?? `review ${review.id}`;
    latest.set(who, review);
    if (review.state === 'APPROVED' && review.commit === head.sha) approvedHere.add(who);
  }
  return [...latest].flatMap(([who, review]) => {
    const { state, author } = review;
    const dismissed = state === 'DISMISSED' && author !== undefined && mayApprove(situation, author);
    return state === 'APPROVED' || dismissed || approvedHere.has(who) ? [review] : [];
  });
}

/** As they were submitted; drafts that nobody else can see are none yet. */
export function inOrder(reviews: readonly ReviewOfPeople[]): ReviewOfPeople[] {
  return reviews
    .filter(({ state }) => state !== 'PENDING')
    .toSorted((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime() || a.id - b.id);
}

/** Somebody's last one, with all that they wrote beside any. */
function onePerPerson(approvals: readonly Approval[]): Approval[] {
  const people = new Map<number, Approval>();
  for (const approval of approvals.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const { by } = approval;
    const reasons = new Set([people.get(by.id)?.reason ?? '', approval.reason].filter((reason) => reason !== ''));
    people.set(by.id, { ...approval, reason: [...reasons].join('; ') });
  }
  return [...people.values()];
}

function short(sha: string): string {
  return sha.slice(0, 12);
}
