// SPDX-License-Identifier: MIT
import type { Situation } from './situation.js';

/** Why nothing is judged, and nothing is certified, as a pull request stands. */
export type NotJudged = 'closed' | 'merged' | 'other-base' | 'draft';

/** undefined: it is ours to judge; or it is signed, and stays so whatever becomes of it. */
export function whyNotJudged({ pullRequest, base }: Pick<Situation, 'pullRequest' | 'base'>): NotJudged | undefined {
  if (base.repository.ledger.issuedFor(pullRequest.number) !== undefined) return undefined;
  if (pullRequest.merged) return 'merged';
  if (!pullRequest.open) return 'closed';
  if (pullRequest.baseRef !== base.ref) return 'other-base';
  return pullRequest.draft ? 'draft' : undefined;
}

/** A clause each, for check run, comment and answers. */
export const notJudgedWords: Readonly<Record<NotJudged, string>> = {
  closed: 'closed: nothing is certified unless it is opened again',
  merged: 'merged by hand: nothing is certified by that',
  'other-base': 'for another branch: nothing is certified there',
  draft: 'a draft: nothing is certified before it is ready for review',
};

/** A draft, and what its author closed, are refused like any other; what goes elsewhere is none of ours to refuse. */
export function canBeRefused(why: NotJudged | undefined): boolean {
  return why !== 'merged' && why !== 'other-base';
}
