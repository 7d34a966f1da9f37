// SPDX-License-Identifier: MIT
import type { Comment, ReviewOfPeople, Situation } from '../situation.js';

/** Comments, and the texts of reviews: oldest first. A maintainer decides in either, and means the same. */
export function saidByPeople({ comments, reviews }: Pick<Situation, 'comments' | 'reviews'>): Comment[] {
  return [...comments, ...reviews.flatMap(textOf)].toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

/** One that was dismissed is taken back, like a comment that was deleted. */
function textOf({ id, author, state, body, edited, submittedAt }: ReviewOfPeople): Comment[] {
  if (state === 'PENDING' || state === 'DISMISSED' || body.trim() === '') return [];
  return [{ id, kind: 'review', author, body, edited, createdAt: submittedAt }];
}

/** How it stands in the ledger: `comment 456`, `review 123`, or `issue 12` for the text that an issue opens with. */
export function sourceOf({ kind, id }: Pick<Comment, 'kind' | 'id'>): string {
  return `${kind ?? 'comment'} ${id}`;
}
