// SPDX-License-Identifier: MIT
import { mayPush, readable, roleOf } from '../access.js';
import { type Answer, json, noContent, notFound, problem } from '../answer.js';
import { userJson } from '../json/user-json.js';
import { page } from '../paging.js';
import { atLeast, type Role, type User } from '../people.js';
import { found, refuse } from '../refused.js';
import type { Repository } from '../repository.js';
import type { Call, Needs, Route } from '../router.js';

const repo = '/api/v3/repos/:owner/:name';
const needs: Needs = { anyOf: [{ metadata: 'read' }], signedIn: true };

/** Who may do what in a repository, and who has a part in it. */
export const collaboratorRoutes: readonly Route[] = [
  { method: 'GET', path: `${repo}/collaborators`, needs, handle: list },
  { method: 'GET', path: `${repo}/collaborators/:user`, needs, handle: isCollaborator },
  { method: 'GET', path: `${repo}/collaborators/:user/permission`, needs, handle: permission },
  { method: 'GET', path: `${repo}/contributors`, needs: { anyOf: [{ metadata: 'read' }] }, handle: contributors },
];

/** People must be able to push themselves to be told; words of yegor256/rultor#1407. */
function repositoryFor(call: Call, what: string): Repository {
  const repository = found(readable(call));
  if (call.actor?.installation === undefined && !mayPush(call.actor, repository)) {
    refuse(problem(403, `Must have push access to view ${what}.`));
  }
  return repository;
}

/** True for who has more than everyone: by himself, through a team or as the organisation's member. */
function isOne(user: User, repository: Repository): boolean {
  const everyone: Role = repository.private ? 'none' : 'read';
  const belongs = repository.collaborators.has(user.id) || repository.organization?.members.has(user.id) === true;
  return belongs || !atLeast(everyone, roleOf(user, repository));
}

function list(call: Call): Answer {
  const repository = repositoryFor(call, 'repository collaborators');
  const all = [...call.state.users].filter((user) => isOne(user, repository));
  return page(call, all, (user) => collaboratorJson(user, repository, call));
}

function isCollaborator(call: Call): Answer {
  const repository = repositoryFor(call, 'repository collaborators');
  const user = call.state.user(call.params.user ?? '');
  return user !== undefined && isOne(user, repository) ? noContent : notFound;
}

/** Of an account that is not there: 404. Everyone may read a public repository, so that is the least there. */
function permission(call: Call): Answer {
  const repository = repositoryFor(call, 'collaborator permission');
  const user = found(call.state.user(call.params.user ?? ''));
  const role = roleOf(user, repository);
  return json(200, {
    permission: legacyRole(role),
    role_name: role,
    user: collaboratorJson(user, repository, call),
  });
}

/** "maintain is mapped to write and triage to read" (REST documentation, the same). */
function legacyRole(role: Role): string {
  return role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role;
}

function collaboratorJson(user: User, repository: Repository, call: Call): Record<string, unknown> {
  const role = roleOf(user, repository);
  return {
    ...userJson(user, call.origins),
    permissions: {
      admin: atLeast(role, 'admin'),
      maintain: atLeast(role, 'maintain'),
      push: atLeast(role, 'write'),
      triage: atLeast(role, 'triage'),
      pull: atLeast(role, 'read'),
    },
    role_name: role,
  };
}

/** Most commits first; an empty repository has no content to show. */
function contributors(call: Call): Answer {
  const repository = found(readable(call));
  const users = new Map([...call.state.users].map((user) => [user.id, user]));
  const counted = [...repository.contributors].sort(([, one], [, other]) => other - one);
  if (counted.length === 0) return noContent;
  return page(call, counted, ([id, contributions]) => ({
    ...userJson(found(users.get(id)), call.origins),
    contributions,
  }));
}
