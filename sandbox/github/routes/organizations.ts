// SPDX-License-Identifier: MIT
import { type Answer, json, noContent, notFound, problem } from '../answer.js';
import { includesLevel } from '../app.js';
import { nodeId } from '../json/node-id.js';
import { timestamp } from '../json/timestamp.js';
import { organizationJson, userJson } from '../json/user-json.js';
import { page } from '../paging.js';
import type { Organization, Team, User } from '../people.js';
import { found, refuse } from '../refused.js';
import type { Call, Route } from '../router.js';

const org = '/api/v3/orgs/:org';

/** Organisations, their members and teams. */
export const organizationRoutes: readonly Route[] = [
  { method: 'GET', path: org, handle: get },
  { method: 'GET', path: `${org}/members`, handle: members },
  { method: 'GET', path: `${org}/members/:user`, handle: isMember },
  { method: 'GET', path: `${org}/public_members`, handle: publicMembers },
  { method: 'GET', path: `${org}/public_members/:user`, handle: isPublicMember },
  { method: 'GET', path: `${org}/memberships/:user`, handle: membership },
  { method: 'GET', path: `${org}/teams`, handle: teams },
  { method: 'GET', path: `${org}/teams/:team`, handle: team },
  { method: 'GET', path: `${org}/teams/:team/members`, handle: teamMembers },
  { method: 'GET', path: `${org}/teams/:team/memberships/:user`, handle: teamMembership },
];

function organizationNamed(call: Call): Organization {
  return found(call.state.organizations.get((call.params.org ?? '').toLowerCase()));
}

function userNamed(call: Call): User {
  return found(call.state.user(call.params.user ?? ''));
}

/** True for members, and for Apps that are installed there with `members: read`. */
function isInside(call: Call, organization: Organization): boolean {
  const { actor } = call;
  if (actor === undefined) return false;
  if (actor.installation === undefined) return organization.members.has(actor.user.id);
  return actor.installation.account === organization.account && includesLevel(actor.permissions.members, 'read');
}

/** Teams are secret: 404 for whoever is outside, 403 for an App without the permission. */
function inside(call: Call): Organization {
  const organization = organizationNamed(call);
  if (isInside(call, organization)) return organization;
  if (call.actor === undefined) return refuse(problem(401, 'Requires authentication'));
  return refuse(call.actor.installation ? problem(403, 'Resource not accessible by integration') : notFound);
}

function teamNamed(call: Call): Team {
  return found(inside(call).teams.get(call.params.team ?? ''));
}

function get(call: Call): Answer {
  return json(200, fullJson(organizationNamed(call).account, call));
}

function fullJson(account: User, { state, origins }: Call): Record<string, unknown> {
  return {
    ...organizationJson(account, origins),
    name: account.name ?? account.login,
    has_organization_projects: false,
    has_repository_projects: false,
    public_repos: state.repositories.filter((each) => each.account === account && !each.private).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    html_url: `${origins.web}/${account.login}`,
    type: 'Organization',
    created_at: timestamp(account.createdAt),
    updated_at: timestamp(account.createdAt),
    archived_at: null,
  };
}

/** Outsiders see the public members alone. */
function members(call: Call): Answer {
  const organization = organizationNamed(call);
  const all = isInside(call, organization);
  const shown = [...organization.members.values()].filter((member) => all || member.public);
  return page(call, shown, ({ user }) => userJson(user, call.origins));
}

/** 204 or 404; whoever is outside is sent on to the public members (REST documentation, the same). */
function isMember(call: Call): Answer {
  const organization = organizationNamed(call);
  if (!isInside(call, organization)) {
    const location = `${call.origins.api}/orgs/${organization.account.login}/public_members/${call.params.user ?? ''}`;
    return { status: 302, headers: { location } };
  }
  return organization.members.has(userNamed(call).id) ? noContent : notFound;
}

function publicMembers(call: Call): Answer {
  const shown = [...organizationNamed(call).members.values()].filter((member) => member.public);
  return page(call, shown, ({ user }) => userJson(user, call.origins));
}

function isPublicMember(call: Call): Answer {
  return organizationNamed(call).members.get(userNamed(call).id)?.public === true ? noContent : notFound;
}

function membership(call: Call): Answer {
  const organization = inside(call);
  const member = found(organization.members.get(userNamed(call).id));
  const url = `${call.origins.api}/orgs/${organization.account.login}`;
  return json(200, {
    url: `${url}/memberships/${member.user.login}`,
    state: 'active',
    role: member.role,
    organization_url: url,
    organization: organizationJson(organization.account, call.origins),
    user: userJson(member.user, call.origins),
  });
}

function teams(call: Call): Answer {
  return page(call, [...inside(call).teams.values()], (each) => teamJson(each, call));
}

function team(call: Call): Answer {
  const named = teamNamed(call);
  const { account } = named.organization;
  return json(200, {
    ...teamJson(named, call),
    members_count: named.members.size,
    repos_count: named.roles.size,
    created_at: timestamp(account.createdAt),
    updated_at: timestamp(account.createdAt),
    organization: fullJson(account, call),
  });
}

/** Invitations are not among the members. */
function teamMembers(call: Call): Answer {
  const active = [...teamNamed(call).members.values()].filter(({ state }) => state === 'active');
  return page(call, active, ({ user }) => userJson(user, call.origins));
}

/** 404 for whoever is not in the team; `pending` until an invitation is accepted; owners count as maintainers. */
function teamMembership(call: Call): Answer {
  const named = teamNamed(call);
  const { user, state, role } = found(named.members.get(userNamed(call).id));
  const owner = named.organization.members.get(user.id)?.role === 'admin';
  return json(200, {
    url: `${teamUrl(named, call)}/memberships/${user.login}`,
    role: owner ? 'maintainer' : role,
    state,
  });
}

function teamUrl({ organization, id }: Team, { origins }: Call): string {
  return `${origins.api}/organizations/${organization.account.id}/team/${id}`;
}

function teamJson(named: Team, call: Call): Record<string, unknown> {
  const url = teamUrl(named, call);
  return {
    id: named.id,
    node_id: nodeId('Team', named.id),
    url,
    html_url: `${call.origins.web}/orgs/${named.organization.account.login}/teams/${named.slug}`,
    name: named.name,
    slug: named.slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    type: 'organization',
    organization_id: named.organization.account.id,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    parent: null,
  };
}
