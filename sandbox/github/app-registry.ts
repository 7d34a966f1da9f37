// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import { isReachable } from './access.js';
import type { App, Installation, Permissions } from './app.js';
import { installationJson } from './json/app-json.js';
import { nodeId } from './json/node-id.js';
import type { User } from './people.js';
import type { World } from './router.js';
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

/** Tells the App that it was installed, or that it was taken away. */
export function tellInstallation(
  { state, origins }: World,
  installation: Installation,
  action: 'created' | 'deleted',
  sender: User,
): void {
  const repositories = state.repositories.filter((repository) => isReachable(installation, repository));
  const facts = () => ({
    installation: installationJson(installation, origins),
    repositories: repositories.map(({ id, name, owner, private: hidden }) => {
      return { id, node_id: nodeId('Repository', id), name, full_name: `${owner}/${name}`, private: hidden };
    }),
    requester: null,
  });
  state.events.emit({ event: 'installation', action, installation, sender, facts });
}
