// SPDX-License-Identifier: MIT
import { mayPush, readable, roleOf } from '../access.js';
import { type Answer, json, noContent } from '../answer.js';
import { fullRepositoryJson } from '../json/repository-json.js';
import { userJson } from '../json/user-json.js';
import { page } from '../paging.js';
import { atLeast } from '../people.js';
import { found } from '../refused.js';
import { forkRepository } from '../fork-repository.js';
import { RequestFields } from '../request-fields.js';
import type { Repository } from '../repository.js';
import type { Call, Needs, Route } from '../router.js';
import { caller } from './issues.js';

const repository = '/api/v3/repos/:owner/:name';
const metadata: Needs = { anyOf: [{ metadata: 'read' }] };

export const repositoryRoutes: readonly Route[] = [
  { method: 'GET', path: repository, needs: metadata, handle: get },
  {
    method: 'DELETE',
    path: repository,
    needs: { anyOf: [{ administration: 'write' }], role: 'admin' },
    handle: remove,
  },
  { method: 'GET', path: `${repository}/contributors`, needs: metadata, handle: listContributors },
  {
    method: 'POST',
    path: `${repository}/forks`,
    needs: { anyOf: [{ administration: 'write', contents: 'read' }], role: 'read' },
    handle: fork,
  },
];

function get(call: Call): Answer {
  const shown = found(readable(call));
  return json(200, { ...fullRepositoryJson(shown, call.origins), ...permissionsIn(shown, call) });
}

/** What the caller may do; only signed-in callers are told. */
function permissionsIn(shown: Repository, { actor }: Call): Record<string, unknown> {
  if (actor === undefined) return {};
  if (actor.installation !== undefined) {
    const push = mayPush(actor, shown);
    return { permissions: { admin: false, maintain: false, push, triage: push, pull: true } };
  }
  const role = roleOf(actor.user, shown);
  return {
    permissions: {
      admin: atLeast(role, 'admin'),
      maintain: atLeast(role, 'maintain'),
      push: atLeast(role, 'write'),
      triage: atLeast(role, 'triage'),
      pull: atLeast(role, 'read'),
    },
  };
}

/** Accounts with commits in the default branch, those with most first. */
function listContributors(call: Call): Answer {
  const { contributors } = found(readable(call));
  const users = new Map([...call.state.users].map((user) => [user.id, user]));
  const ranked = [...contributors].sort(([, one], [, other]) => other - one);
  return page(call, ranked, ([id, contributions]) => {
    const user = found(users.get(id));
    return { ...userJson(user, call.origins), contributions };
  });
}

/** Pull requests from it stay as they are, from an "unknown repository". */
function remove(call: Call): Answer {
  const gone = found(readable(call));
  call.state.removeRepository(gone);
  for (const { pulls } of call.state.repositories) {
    for (const { head } of pulls.values()) if (head.repository === gone) head.repository = undefined;
  }
  return noContent;
}

/** "Forking a repository happens asynchronously"; here it is there at once. */
function fork(call: Call): Answer {
  const parent = found(readable(call));
  const fields = RequestFields.of(call.body);
  const made = forkRepository(call, parent, caller(call), {
    organization: fields.text('organization'),
    name: fields.text('name'),
  });
  return json(202, { ...fullRepositoryJson(made, call.origins), ...permissionsIn(made, call) });
}
