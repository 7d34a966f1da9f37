// SPDX-License-Identifier: MIT
import type { App, Installation } from '../app.js';
import { isReachable } from '../access.js';
import type { GithubEvent } from '../events.js';
import { nodeId } from '../json/node-id.js';
import { repositoryJson } from '../json/repository-json.js';
import { organizationJson, userJson } from '../json/user-json.js';
import type { World } from '../router.js';

/**
 * What an App is told of an event: the event's own facts, and whose, where and by whom. Undefined where the App hears
 * nothing of it: not installed there, not subscribed, or the event is another App's.
 */
export function payloadFor(
  app: App,
  event: GithubEvent,
  facts: Readonly<Record<string, unknown>>,
  { state, origins }: World,
): { readonly payload: Record<string, unknown>; readonly installation: Installation } | undefined {
  const installation = [...state.installations.values()].find((each) => each.app === app && concerns(each, event));
  if (installation === undefined || !hears(app, event)) return undefined;
  const { repository, sender, action } = event;
  const organization = repository?.organization?.account;
  const payload = {
    ...(action !== undefined && { action }),
    ...facts,
    ...(repository && { repository: repositoryJson(repository, origins) }),
    ...(organization && { organization: organizationJson(organization, origins) }),
    sender: userJson(sender, origins),
    // Events of an installation as such carry the whole of it, in their facts.
    ...(facts.installation === undefined && {
      installation: { id: installation.id, node_id: nodeId('Installation', installation.id) },
    }),
  };
  return { payload, installation };
}

function concerns(installation: Installation, event: GithubEvent): boolean {
  if (event.installation !== undefined) return event.installation === installation;
  return event.repository !== undefined && isReachable(installation, event.repository);
}

/** Every App hears of its own installations, whatever it is subscribed to (webhook documentation, `installation`). */
function hears(app: App, { event, onlyFor }: GithubEvent): boolean {
  if (onlyFor !== undefined && onlyFor !== app) return false;
  return event === 'installation' || event === 'installation_repositories' || app.events.includes(event);
}
