// SPDX-License-Identifier: MIT
import { BotError } from '../bot-error.js';
import type { Github } from './github.js';

const query = `query ($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on PullRequestReview { id lastEditedAt }
    ... on Issue { id lastEditedAt }
    ... on IssueComment { id lastEditedAt }
  }
}`;

interface Edits {
  readonly nodes?: readonly ({ readonly id?: string; readonly lastEditedAt?: string | null } | null)[];
}

/** What octokit throws where the answer has errors, whatever else is in it. */
interface Answered {
  readonly data?: Edits | null;
  readonly errors?: readonly { readonly type?: string; readonly message?: string }[];
}

/** GitHub gives at most so many nodes at once (GraphQL documentation, "Node limit"). */
const atOnce = 100;

/**
 * Which of these reviews, comments and opening texts were changed by anybody: whoever may write in a repository can change
 * what others wrote, and GitHub names the author all the same. REST does not tell (cli/cli#7892).
 * @param ids node ids
 * @returns those that were changed, and those of which GitHub does not say: they are no command
 */
export async function readEdited(github: Github, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const edited = new Set(ids);
  for (let at = 0; at < ids.length; at += atOnce) {
    const { nodes = [] } = await ask(github, ids.slice(at, at + atOnce));
    for (const node of nodes) if (node?.id !== undefined && node.lastEditedAt === null) edited.delete(node.id);
  }
  return edited;
}

/** One that was deleted meanwhile is an error beside the others. */
async function ask({ octokit }: Github, ids: readonly string[]): Promise<Edits> {
  try {
    return await octokit.graphql<Edits>(query, { ids });
  } catch (error) {
    const { data, errors } = error as Answered;
    if (errors === undefined) throw error;
    if (errors.every(({ type }) => type === 'NOT_FOUND')) return data ?? {};
    const [first] = errors;
    throw new BotError('github-failed', `GitHub does not say which texts were edited: ${first?.message ?? ''}.`, {
      hint: 'Nothing is lost: the pull request is looked at again. See https://www.githubstatus.com.',
      cause: error,
    });
  }
}
