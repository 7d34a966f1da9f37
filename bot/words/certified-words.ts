// SPDX-License-Identifier: MIT
import type { Certification } from '../github/certification.js';
import type { PullRequest } from '../situation.js';
import { code } from './text.js';

/** Which commit was certified in which; and that the head is another one by now, where it is. */
export function certifiedWords(
  { head, commit }: Certification,
  pullRequest: Pick<PullRequest, 'url' | 'head'>,
): string {
  const repository = pullRequest.url.replace(/\/pull\/\d+$/, '');
  const link = (sha: string): string => `[${code(sha.slice(0, 12))}](${repository}/commit/${sha})`;
  const now = pullRequest.head.sha;
  const later =
    now === head
      ? ''
      : ` The head of this pull request is ${link(now)} by now: that one was not approved, and nothing of it is certified.`;
  return `Request of ${link(head)}, certified in ${link(commit)}.${later}`;
}
