// SPDX-License-Identifier: MIT
import type { Github } from './github/github.js';
import { mayApprove } from './github/people.js';
import type { Settings } from './settings.js';
import type { Comment, ReviewOfPeople } from './situation.js';

/** Who may approve, by account id, of everybody whose word could count: reviewers, and who wrote what looks like a command. */
export async function readApprovers(
  github: Github,
  settings: Settings,
  reviews: readonly ReviewOfPeople[],
  comments: readonly Comment[],
): Promise<ReadonlyMap<number, boolean>> {
  const commanders = comments.filter(({ body }) => /^[ \t]*\/[a-z]/im.test(body));
  const accounts = new Map([...reviews, ...commanders].flatMap(({ author }) => (author ? [[author.id, author]] : [])));
  const answers = [...accounts.values()].map(
    async (account) => [account.id, await mayApprove(github, settings, account)] as const,
  );
  return new Map(await Promise.all(answers));
}
