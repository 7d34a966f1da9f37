// SPDX-License-Identifier: MIT
import { readable } from '../access.js';
import { fromNodeId } from '../json/node-id.js';
import type { Repository } from '../repository.js';
import type { Call } from '../router.js';
import { accountObject } from './account-objects.js';
import { commentObject, issueObject, pullObject, reviewObject } from './conversation-objects.js';
import { Failure } from './failure.js';
import { gitObject, refObject } from './git-objects.js';
import { repositoryObject } from './repository-object.js';

/** The object with this global id, where the caller may see it. @throws Failure NOT_FOUND */
export function nodeOf(call: Call, id: string): Record<string, unknown> {
  return find(call, id) ?? notResolved(id);
}

/** The repository with this global id. @throws Failure NOT_FOUND */
export function repositoryOf(call: Call, id: string): Repository {
  const { kind, id: number } = fromNodeId(id) ?? {};
  const repository = kind === 'Repository' ? visible(call).find((each) => each.id === number) : undefined;
  return repository ?? notResolved(id);
}

/** Of the id of a ref or of a git object: its repository, and its name or object id. */
export function gitNodeOf(call: Call, id: string): { readonly repository: Repository; readonly name: string } {
  const [, kind = '', encoded = ''] = /^(REF|C)_([\w-]+)$/.exec(id) ?? [];
  const [, number, name = ''] = /^(\d+):(.+)$/s.exec(Buffer.from(encoded, 'base64url').toString()) ?? [];
  const repository = kind === '' ? undefined : visible(call).find((each) => each.id === Number(number));
  return repository === undefined ? notResolved(id) : { repository, name };
}

function find(call: Call, id: string): Record<string, unknown> | null | undefined {
  if (/^(REF|C)_/.test(id)) {
    const { repository, name } = gitNodeOf(call, id);
    return id.startsWith('REF_') ? refObject(call, repository, name) : gitObject(call, repository, name);
  }
  const { kind, id: number } = fromNodeId(id) ?? {};
  const repositories = visible(call);
  const pulls = () => repositories.flatMap((each) => [...each.pulls.values()]);
  switch (kind) {
    case 'Repository':
      return repositoryObject(call, repositoryOf(call, id));
    case 'User':
    case 'Bot':
    case 'Organization': {
      const user = [...call.state.users].find((each) => each.id === number);
      return user && accountObject(user);
    }
    case 'PullRequest': {
      const pull = pulls().find((each) => each.id === number);
      return pull && pullObject(call, pull);
    }
    case 'Issue': {
      const issue = repositories.flatMap((each) => [...each.issues.values()]).find((each) => each.id === number);
      return issue && issueObject(issue);
    }
    case 'IssueComment': {
      const comment = call.state.comments.get(number ?? 0);
      return comment && repositories.includes(comment.issue.repository) ? commentObject(comment) : undefined;
    }
    case 'PullRequestReview': {
      const review = pulls()
        .map(({ reviews }) => reviews.get(number ?? 0))
        .find((each) => each !== undefined);
      return review && reviewObject(call, review);
    }
    default:
      return undefined;
  }
}

function visible(call: Call): Repository[] {
  const { state, actor } = call;
  return state.repositories.filter(
    ({ owner, name }) => readable({ state, actor, params: { owner, name } }) !== undefined,
  );
}

export function notResolved(id: string): never {
  throw new Failure('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
}
