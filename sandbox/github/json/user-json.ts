// SPDX-License-Identifier: MIT
import type { User } from '../people.js';
import type { Origins } from '../router.js';
import { nodeId } from './node-id.js';
import { timestamp } from './timestamp.js';

/** An account as it stands in other objects ("simple user"). */
export function userJson(user: User, origins: Origins): Record<string, unknown> {
  const url = `${origins.api}/users/${encodeURIComponent(user.login)}`;
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId(user.type, user.id),
    avatar_url: `${origins.web}/avatars/u/${user.id}`,
    gravatar_id: '',
    url,
    html_url: `${origins.web}/${user.type === 'Bot' ? `apps/${user.login.replace('[bot]', '')}` : user.login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: user.type,
    site_admin: false,
    user_view_type: 'public',
  };
}

export function userJsonOrNull(user: User | null, origins: Origins): Record<string, unknown> | null {
  return user === null ? null : userJson(user, origins);
}

/** An account by itself. What nobody tells here is null. */
export function publicUserJson(user: User, publicRepositories: number, origins: Origins): Record<string, unknown> {
  return {
    ...userJson(user, origins),
    name: user.name,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: publicRepositories,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: timestamp(user.createdAt),
    updated_at: timestamp(user.createdAt),
  };
}

/** An organisation as webhooks name it. */
export function organizationJson(organization: User, origins: Origins): Record<string, unknown> {
  const url = `${origins.api}/orgs/${organization.login}`;
  return {
    login: organization.login,
    id: organization.id,
    node_id: nodeId('Organization', organization.id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${origins.web}/avatars/u/${organization.id}`,
    description: null,
  };
}
