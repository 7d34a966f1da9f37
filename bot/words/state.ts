// SPDX-License-Identifier: MIT
import type { Decision } from '../standing.js';
import type { View } from '../view.js';

/** What a pull request is told it is. */
export type State =
  | Exclude<Decision['kind'], 'none'>
  /** the certificate is there already, with this key */
  | 'nothing-to-do'
  /** no certificate is touched: none of the bot’s business */
  | 'nothing-to-judge'
  /** draft, closed, another base branch */
  | 'not-looked-at';

export function stateOf({ decision, judgement }: Pick<View, 'decision' | 'judgement'>): State {
  if (decision.kind === 'none') return 'not-looked-at';
  if (decision.kind !== 'needs-changes' || !judgement.ok) return decision.kind;
  if (judgement.purpose.kind === 'nothing-to-do') return 'nothing-to-do';
  return judgement.findings.some(({ rule }) => rule === 'no-request') ? 'nothing-to-judge' : 'needs-changes';
}
