// SPDX-License-Identifier: MIT
import { type Answer, json, problem } from '../answer.js';
import { publicUserJson } from '../json/user-json.js';
import { found } from '../refused.js';
import type { Call, Route } from '../router.js';

/** Accounts. */
export const peopleRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v3/user', handle: me },
  { method: 'GET', path: '/api/v3/users/:login', handle: get },
  { method: 'GET', path: '/api/v3/user/:id', handle: getById },
];

/** An installation's token is nobody's. */
function me(call: Call): Answer {
  if (call.actor === undefined) return problem(401, 'Requires authentication');
  if (call.actor.installation !== undefined) return problem(403, 'Resource not accessible by integration');
  return json(200, publicUserJson(call.actor.user, repositoriesOf(call, call.actor.user.id), call.origins));
}

function get(call: Call): Answer {
  const user = found(call.state.user(call.params.login ?? ''));
  return json(200, publicUserJson(user, repositoriesOf(call, user.id), call.origins));
}

function getById(call: Call): Answer {
  const user = [...call.state.users].find(({ id }) => String(id) === call.params.id);
  return json(200, publicUserJson(found(user), repositoriesOf(call, found(user).id), call.origins));
}

function repositoriesOf(call: Call, owner: number): number {
  return call.state.repositories.filter((repository) => repository.account.id === owner && !repository.private).length;
}
