// SPDX-License-Identifier: MIT
import { type Answer, notFound, problem } from './answer.js';
import { type Actor, includesLevel, type Installation, type IntegrationActor, type Permissions } from './app.js';
import { atLeast, higher, type Role, type User } from './people.js';
import type { Repository } from './repository.js';
import type { Release } from './release.js';
import type { Call, Route } from './router.js';
import type { GithubState } from './state.js';

export const badCredentials = problem(401, 'Bad credentials');
export const requiresAuthentication = problem(401, 'Requires authentication');
export const notForIntegrations = problem(403, 'Resource not accessible by integration');

/**
 * Who a request comes from, by its Authorization header: `token`, `Bearer`, or `Basic` with the token as the password.
 * `bad` where a token is given that nobody has, or that has expired.
 */
export function actorOf(authorization: string | undefined, state: GithubState): Actor | 'bad' | undefined {
  if (authorization === undefined) return undefined;
  const actor = state.actors.get(tokenIn(authorization) ?? '');
  if (actor === undefined) return 'bad';
  return actor.installation !== undefined && actor.expiresAt <= state.now() ? 'bad' : actor;
}

export function tokenIn(authorization: string): string | undefined {
  const [, scheme = '', value = ''] = /^(token|bearer|basic) +(\S+)$/i.exec(authorization) ?? [];
  if (scheme.toLowerCase() !== 'basic') return value;
  return Buffer.from(value, 'base64').toString('utf8').split(':')[1];
}

/**
 * What a person may do in a repository: the most of what everyone may, what he may as its collaborator, through his teams,
 * and as a member or an owner of its organisation.
 */
export function roleOf(user: User, repository: Repository): Role {
  const everyone = repository.private ? 'none' : 'read';
  const role = higher(repository.collaborators.get(user.id) ?? 'none', everyone);
  const member = repository.organization?.members.get(user.id);
  if (repository.organization === undefined || member === undefined) return role;
  if (member.role === 'admin') return 'admin';
  return [...repository.organization.teams.values()]
    .filter(({ members }) => members.get(user.id)?.state === 'active')
    .reduce(
      (best, { roles }) => higher(best, roles.get(repository.id) ?? 'none'),
      higher(role, repository.organization.baseRole),
    );
}

/** True where an App is installed on the repository. */
export function isReachable(installation: Installation, repository: Repository): boolean {
  const { account, repositories } = installation;
  return account.id === repository.account.id && (repositories === 'all' || repositories.has(repository.id));
}

/** True where a token is for an App that is installed on the repository, and was not narrowed to others. */
function reaches({ installation, repositories }: IntegrationActor, repository: Repository): boolean {
  return isReachable(installation, repository) && (repositories === 'all' || repositories.has(repository.id));
}

/** The repository that a call names, for reading: a private one does not exist for whoever has no rights there. */
export function readable(call: Pick<Call, 'params' | 'state' | 'actor'>): Repository | undefined {
  const { owner = '', name = '' } = call.params;
  const repository = call.state.repository(owner, name);
  if (repository?.private !== true) return repository;
  const { actor } = call;
  if (actor === undefined) return undefined;
  if (actor.installation !== undefined) return reaches(actor, repository) ? repository : undefined;
  return roleOf(actor.user, repository) === 'none' ? undefined : repository;
}

/** True where the caller may push to the repository (`contents: write` for an App). */
export function mayPush(actor: Actor | undefined, repository: Repository): boolean {
  return may(actor, repository, { role: 'write', anyOf: [{ contents: 'write' }] });
}

export interface Right {
  /** what a person needs */
  readonly role: Role;
  /** what an App needs: all of one of these sets */
  readonly anyOf: readonly Permissions[];
}

export function may(actor: Actor | undefined, repository: Repository, right: Right): boolean {
  if (actor === undefined) return false;
  if (actor.installation === undefined) return atLeast(roleOf(actor.user, repository), right.role);
  const { permissions } = actor;
  return (
    reaches(actor, repository) &&
    right.anyOf.some((set) => Object.entries(set).every(([name, level]) => includesLevel(permissions[name], level)))
  );
}

/** The refusal for a call that may not do it, or undefined. Whoever may not see a repository is told that it is not there. */
export function refusal(call: Call, right: Right): Answer | undefined {
  const repository = readable(call);
  if (repository === undefined) return notFound;
  const { actor } = call;
  if (actor === undefined) return requiresAuthentication;
  if (may(actor, repository, right)) return undefined;
  return actor.installation === undefined ? notFound : notForIntegrations;
}

/** The refusal for a call that may not push, or undefined. */
export function writeRefusal(call: Call): Answer | undefined {
  return refusal(call, { role: 'write', anyOf: [{ contents: 'write' }] });
}

/**
 * What a route demands, looked at before its handler runs. Reading a public repository needs nothing ("can be used
 * without authentication … if only public resources are requested", REST documentation, at each such route).
 */
export function routeRefusal(route: Route, call: Call): Answer | undefined {
  const { needs } = route;
  if (needs === undefined) return undefined;
  const repository = readable(call);
  if (repository === undefined) return notFound;
  const reading = route.method === 'GET' || route.method === 'HEAD';
  if (reading && !repository.private && needs.signedIn !== true) return undefined;
  return refusal(call, { role: needs.role ?? (reading ? 'read' : 'write'), anyOf: needs.anyOf });
}

/** Drafts are there only for whoever may push. */
export function visible(release: Release, call: Call): boolean {
  if (!release.draft) return true;
  const repository = readable(call);
  return repository !== undefined && mayPush(call.actor, repository);
}
