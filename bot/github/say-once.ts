// SPDX-License-Identifier: MIT
import { withClaim } from './claim.js';
import { type OwnComment, readConversation } from './conversation.js';
import type { Github } from './github.js';
import { keepComment, markerOf } from './sticky-comment.js';

/** A comment that is written once, and left as it is. */
export interface OnceSaid {
  /** which of ours it is, words of letters that a ref may have: hidden in its text */
  readonly topic: string;
  /** Markdown; mentions people */
  readonly body: string;
}

/**
 * Says it, unless it stands there: whoever is mentioned is told once, though any number of replicas find it missing.
 * @param commit any commit of the repository
 * @returns whether it stands there; false: another replica is about to say it, or died over it
 */
export async function sayOnce(github: Github, number: number, said: OnceSaid, commit: string): Promise<boolean> {
  const isSaid = (own: readonly OwnComment[]): boolean => own.some(({ body }) => body.startsWith(markerOf(said.topic)));
  if (isSaid((await readConversation(github, number)).own)) return true;
  return withClaim(github, { what: said.topic.replaceAll(' ', '-'), commit }, async () => {
    const { own } = await readConversation(github, number);
    if (!isSaid(own)) await keepComment(github, number, said, own);
  });
}
