// SPDX-License-Identifier: MIT
import type { View } from '../view.js';
import { code, count, nameOf, plain } from './text.js';

/** Who approved, whose approval does not count and why, and what is missing. */
export function peopleWords({ standing, decision }: View): string | undefined {
  const { approvals, discounted, needed, because, heldBy } = standing;
  const missing = decision.kind === 'ready' ? decision.missing : [];
  const hasSpoken = approvals.length > 0 || discounted.length > 0 || heldBy !== undefined;
  if (!hasSpoken && missing.length === 0) return undefined;
  const counting = approvals.map(({ by, source, commit, reason }) => {
    const why = reason === '' ? '' : `: ${plain(reason)}`;
    return `- ${nameOf(by)} approved ${code(commit.slice(0, 12))} (${plain(source)})${why}`;
  });
  const others = discounted.slice(0, 20).map(({ by, why }) => `- ${nameOf(by)}: does not count. ${plain(why)}`);
  const left = discounted.length - others.length;
  return [
    '### Approval',
    `${approvals.length} of ${count(needed, 'approval')}${missing.some((sentence) => sentence.includes(because)) ? '' : `: ${plain(because)}`}.`,
    [...counting, ...others, ...(left > 0 ? [`- and ${left} more that do not count`] : [])].join('\n'),
    missing.length === 0 ? '' : `Missing:\n\n${missing.map((sentence) => `- ${plain(sentence)}`).join('\n')}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
