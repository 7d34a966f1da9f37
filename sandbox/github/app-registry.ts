// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import type { App, Installation, Permissions } from './app.js';
import type { User } from './people.js';
import type { GithubState } from './state.js';

/** Registers an App, with its bot account. */
export function addApp(
  state: GithubState,
  wish: {
    readonly name: string;
    readonly slug: string;
    readonly publicKey: KeyObject;
    readonly owner?: User;
    readonly permissions?: Permissions;
    readonly events?: readonly string[];
    readonly hook?: { readonly url: string; readonly secret: string };
  },
): App {
  const id = state.newId();
  const app: App = {
    id,
    clientId: `Iv23li${String(id).padStart(14, '0')}`,
    slug: wish.slug,
    name: wish.name,
    owner: wish.owner ?? state.addUser('github', { type: 'Organization' }),
    bot: state.addUser(`${wish.slug}[bot]`, { type: 'Bot' }),
    publicKey: wish.publicKey,
    permissions: wish.permissions ?? {},
    events: wish.events ?? [],
    createdAt: state.now(),
    hook: wish.hook,
  };
  state.apps.set(id, app);
  return app;
}

/** Installs an App on an account: on all of its repositories, or on some. Every App may read metadata. */
export function addInstallation(
  state: GithubState,
  app: App,
  account: User,
  permissions: Permissions,
  repositories: 'all' | Set<number> = 'all',
): Installation {
  const installation: Installation = {
    id: state.newId(),
    app,
    account,
    permissions: { ...permissions, metadata: 'read' },
    repositories,
    createdAt: state.now(),
  };
  state.installations.set(installation.id, installation);
  return installation;
}
