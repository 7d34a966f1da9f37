// SPDX-License-Identifier: MIT
import type { Github } from './github/github.js';
import { mayApprove } from './github/people.js';
import type { Settings } from './settings.js';
import type { Account, Comment, ReviewOfPeople } from './situation.js';

/**
 * Who may approve, by account id, of everybody whose word could count: reviewers, who wrote what looks like a command, and
 * whoever else is named.
 */
export async function readApprovers(
  github: Github,
  settings: Settings,
  reviews: readonly ReviewOfPeople[],
  comments: readonly Comment[],
  ...others: readonly Account[]
): Promise<ReadonlyMap<number, boolean>> {
  const commanders = comments.filter(({ body }) => /^[ \t]*\/[a-z]/im.test(body));
  const people = [...[...reviews, ...commanders].flatMap(({ author }) => author ?? []), ...others];
  const accounts = new Map(people.map((account) => [account.id, account]));
  const answers = [...accounts.values()].map(
    async (account) => [account.id, await mayApprove(github, settings, account)] as const,
  );
  return new Map(await Promise.all(answers));
}
