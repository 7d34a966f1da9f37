// SPDX-License-Identifier: MIT
import type { App, Installation } from '../app.js';
import type { Origins } from '../router.js';
import { nodeId } from './node-id.js';
import { timestamp } from './timestamp.js';
import { userJson } from './user-json.js';

/** An App ("integration"). */
export function appJson(app: App, origins: Origins): Record<string, unknown> {
  return {
    id: app.id,
    client_id: app.clientId,
    slug: app.slug,
    node_id: nodeId('App', app.id),
    owner: userJson(app.owner, origins),
    name: app.name,
    description: null,
    external_url: `${origins.web}/apps/${app.slug}`,
    html_url: `${origins.web}/apps/${app.slug}`,
    created_at: timestamp(app.createdAt),
    updated_at: timestamp(app.createdAt),
    permissions: { metadata: 'read', ...app.permissions },
    events: app.events,
  };
}

export function appJsonOrNull(app: App | null, origins: Origins): Record<string, unknown> | null {
  return app === null ? null : appJson(app, origins);
}

export function installationJson(installation: Installation, origins: Origins): Record<string, unknown> {
  const { app, account, id } = installation;
  return {
    id,
    account: userJson(account, origins),
    repository_selection: installation.repositories === 'all' ? 'all' : 'selected',
    access_tokens_url: `${origins.api}/app/installations/${id}/access_tokens`,
    repositories_url: `${origins.api}/installation/repositories`,
    html_url: `${origins.web}/${account.type === 'Organization' ? `organizations/${account.login}/` : ''}settings/installations/${id}`,
    app_id: app.id,
    client_id: app.clientId,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: installation.permissions,
    events: app.events,
    created_at: timestamp(installation.createdAt),
    updated_at: timestamp(installation.createdAt),
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: null,
  };
}
