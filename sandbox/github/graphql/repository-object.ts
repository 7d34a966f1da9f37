// SPDX-License-Identifier: MIT
import { nodeId } from '../json/node-id.js';
import { webUrl } from '../json/repository-json.js';
import type { PullRequest } from '../pull-request.js';
import type { Repository } from '../repository.js';
import type { World } from '../router.js';
import { accountObject } from './account-objects.js';
import { connection, type ConnectionWish } from './connection.js';
import { issueObject, pullObject } from './conversation-objects.js';
import { Failure } from './failure.js';
import { gitObject, objectByExpression, refObject } from './git-objects.js';

interface PullsWish extends ConnectionWish {
  readonly states?: readonly string[] | null;
  readonly baseRefName?: string | null;
  readonly headRefName?: string | null;
  readonly labels?: readonly string[] | null;
  readonly orderBy?: { readonly field: string; readonly direction: string } | null;
}

export function repositoryObject(world: World, repository: Repository): Record<string, unknown> {
  const { issues, pulls, defaultBranch, parent } = repository;
  return {
    __typename: 'Repository',
    id: nodeId('Repository', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: `${repository.owner}/${repository.name}`,
    owner: accountObject(repository.account),
    isPrivate: repository.private,
    isFork: parent !== undefined,
    parent: () => (parent === undefined ? null : repositoryObject(world, parent)),
    url: webUrl(repository, world.origins),
    defaultBranchRef: () => refObject(world, repository, `refs/heads/${defaultBranch}`),
    ref: ({ qualifiedName }: { readonly qualifiedName: string }) =>
      [qualifiedName, `refs/heads/${qualifiedName}`, `refs/tags/${qualifiedName}`]
        .map((name) => refObject(world, repository, name))
        .find((ref) => ref !== null) ?? null,
    object: ({ oid, expression }: { readonly oid?: string | null; readonly expression?: string | null }) => {
      if (typeof oid === 'string') return gitObject(world, repository, oid);
      return typeof expression === 'string' ? objectByExpression(world, repository, expression) : null;
    },
    issue: ({ number }: Numbered) => {
      const issue = issues.get(number);
      return issue === undefined || issue.pull !== undefined ? missing('Issue', number) : issueObject(issue);
    },
    pullRequest: ({ number }: Numbered) => pullObject(world, pulls.get(number) ?? missing('PullRequest', number)),
    pullRequests: (wish: PullsWish) =>
      connection(chosen([...pulls.values()], wish), wish, (pull) => pullObject(world, pull)),
  };
}

interface Numbered {
  readonly number: number;
}

function missing(kind: string, number: number): never {
  throw new Failure('NOT_FOUND', `Could not resolve to a ${kind} with the number of ${number}.`);
}

function chosen(pulls: PullRequest[], wish: PullsWish): PullRequest[] {
  const { states, baseRefName, headRefName, labels, orderBy } = wish;
  const keys: Record<string, (pull: PullRequest) => number> = {
    UPDATED_AT: ({ issue }) => issue.updatedAt.getTime(),
    COMMENTS: ({ issue }) => issue.comments.size,
  };
  const key = keys[orderBy?.field ?? ''] ?? (({ issue }: PullRequest) => issue.number);
  const sign = orderBy?.direction === 'DESC' ? -1 : 1;
  return pulls
    .filter(
      (pull) =>
        (!states || states.includes(pull.merged ? 'MERGED' : pull.issue.state.toUpperCase())) &&
        (!baseRefName || pull.base.ref === baseRefName) &&
        (!headRefName || pull.head.ref === headRefName) &&
        (!labels || labels.some((name) => pull.issue.labels.some((label) => label.name === name))),
    )
    .sort((one, other) => sign * (key(one) - key(other) || one.issue.number - other.issue.number));
}
