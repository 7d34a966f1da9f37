// SPDX-License-Identifier: MIT
import { accountOf } from './account.js';
import type { Github } from './github.js';

/** A commit of a branch, on the way back that does not follow merges. */
export interface FirstParent {
  readonly sha: string;
  /** made by our App through the API: GitHub signed it, so nobody else can have written our name there */
  readonly isOurs: boolean;
}

/** The commit and those before it, newest first. */
export async function* firstParents(github: Github, from: string, most: number): AsyncGenerator<FirstParent> {
  const { octokit, repository, ourselves } = github;
  let ref: string | undefined = from;
  for (let count = 0; count < most && ref !== undefined; count++) {
    const { data }: { data: CommitAnswer } = await octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', {
      ...repository,
      ref,
    });
    const author = accountOf(data.author);
    const isSigned = data.commit.verification?.verified === true;
    yield { sha: data.sha, isOurs: isSigned && author?.isBot === true && author.login === ourselves.login };
    ref = data.parents[0]?.sha;
  }
}

interface CommitAnswer {
  readonly sha: string;
  readonly author: Parameters<typeof accountOf>[0];
  readonly commit: { readonly verification?: { readonly verified: boolean } };
  readonly parents: readonly { readonly sha: string }[];
}
