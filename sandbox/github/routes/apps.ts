// SPDX-License-Identifier: MIT
import { isReachable } from '../access.js';
import { type Answer, json, notFound, problem } from '../answer.js';
import { type App, includesLevel, type Installation, type IntegrationActor, type Permissions } from '../app.js';
import { appJson, installationJson } from '../json/app-json.js';
import { repositoryJson } from '../json/repository-json.js';
import { timestamp } from '../json/timestamp.js';
import { page, pageWithin } from '../paging.js';
import { found, refuse } from '../refused.js';
import { RequestFields } from '../request-fields.js';
import type { Repository } from '../repository.js';
import type { Call, Route } from '../router.js';

/** An App as such, its installations, and their tokens. */
export const appRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v3/app', forApps: true, handle: getApp },
  { method: 'GET', path: '/api/v3/app/installations', forApps: true, handle: listInstallations },
  { method: 'GET', path: '/api/v3/app/installations/:id', forApps: true, handle: getInstallation },
  { method: 'POST', path: '/api/v3/app/installations/:id/access_tokens', forApps: true, handle: createToken },
  { method: 'GET', path: '/api/v3/repos/:owner/:name/installation', forApps: true, handle: ofRepository },
  { method: 'GET', path: '/api/v3/orgs/:login/installation', forApps: true, handle: ofAccount },
  { method: 'GET', path: '/api/v3/users/:login/installation', forApps: true, handle: ofAccount },
  { method: 'GET', path: '/api/v3/installation/repositories', handle: listRepositories },
  { method: 'DELETE', path: '/api/v3/installation/token', handle: revokeToken },
];

function getApp(call: Call): Answer {
  const app = asking(call);
  const count = installationsOf(call).length;
  return json(200, { ...appJson(app, call.origins), installations_count: count });
}

function listInstallations(call: Call): Answer {
  return page(call, installationsOf(call), (installation) => installationJson(installation, call.origins));
}

function getInstallation(call: Call): Answer {
  return json(200, installationJson(installationNamed(call), call.origins));
}

function ofRepository(call: Call): Answer {
  const { owner = '', name = '' } = call.params;
  const repository = found(call.state.repository(owner, name));
  const installation = installationsOf(call).find((each) => isReachable(each, repository));
  return json(200, installationJson(found(installation), call.origins));
}

function ofAccount(call: Call): Answer {
  const account = found(call.state.user(call.params.login ?? ''));
  const installation = installationsOf(call).find((each) => each.account.id === account.id);
  return json(200, installationJson(found(installation), call.origins));
}

/** A token for an hour, narrowed as asked: never more than the installation has (REST documentation, the same). */
function createToken(call: Call): Answer {
  const installation = installationNamed(call);
  const fields = RequestFields.of(call.body);
  const permissions = narrowedPermissions(installation, fields);
  const repositories = narrowedRepositories(installation, fields, call);
  const { token, actor } = call.state.addInstallationToken(installation, {
    ...(permissions && { permissions }),
    ...(repositories && { repositories: new Set(repositories.map(({ id }) => id)) }),
  });
  return json(201, {
    token,
    expires_at: timestamp(actor.expiresAt),
    permissions: actor.permissions,
    repository_selection: actor.repositories === 'all' ? 'all' : 'selected',
    ...(repositories && { repositories: repositories.map((each) => repositoryJson(each, call.origins)) }),
  });
}

function narrowedPermissions(installation: Installation, fields: RequestFields): Permissions | undefined {
  const wished = fields.object('permissions');
  if (wished === undefined) return undefined;
  const narrowed: Permissions = { ...(wished.all as Permissions), metadata: 'read' };
  for (const [name, level] of Object.entries(narrowed)) {
    if (!includesLevel(installation.permissions[name], level)) {
      refuse(problem(422, 'The permissions requested are not granted to this installation.'));
    }
  }
  return narrowed;
}

function narrowedRepositories(installation: Installation, fields: RequestFields, call: Call): Repository[] | undefined {
  const names = fields.texts('repositories');
  const ids = fields.integers('repository_ids');
  if (names === undefined && ids === undefined) return undefined;
  const owner = installation.account.login;
  const wished = [
    ...(names ?? []).map((name) => call.state.repository(owner, name)),
    ...(ids ?? []).map((id) => call.state.repositories.find((each) => each.id === id)),
  ];
  return wished.map((repository) => {
    if (repository !== undefined && isReachable(installation, repository)) return repository;
    const reason =
      'There is at least one repository that does not exist or is not accessible to the parent installation.';
    return refuse(problem(422, reason));
  });
}

function listRepositories(call: Call): Answer {
  const actor = integration(call);
  const repositories = call.state.repositories.filter(
    (each) =>
      isReachable(actor.installation, each) && (actor.repositories === 'all' || actor.repositories.has(each.id)),
  );
  return pageWithin(call, 'repositories', repositories, (each) => repositoryJson(each, call.origins), {
    repository_selection: actor.repositories === 'all' ? 'all' : 'selected',
  });
}

function revokeToken(call: Call): Answer {
  const actor = integration(call);
  for (const [token, each] of call.state.actors) if (each === actor) call.state.actors.delete(token);
  return { status: 204 };
}

function integration(call: Call): IntegrationActor {
  if (call.actor?.installation !== undefined) return call.actor;
  return refuse(
    problem(
      403,
      'You must authenticate with an installation access token in order to list repositories for an installation.',
    ),
  );
}

function asking(call: Call): App {
  return call.app ?? refuse(notFound);
}

function installationsOf(call: Call): Installation[] {
  const app = asking(call);
  return [...call.state.installations.values()].filter((installation) => installation.app === app);
}

function installationNamed(call: Call): Installation {
  const installation = call.state.installations.get(Number(call.params.id));
  return installation?.app === asking(call) ? installation : refuse(notFound);
}
