// SPDX-License-Identifier: MIT
import { type Answer, notFound, problem } from './answer.js';
import type { Call } from './router.js';
import type { Actor, Release, Repository } from './state.js';

/** Who a request comes from, by its Authorization header. `bad` where a token is given that nobody has. */
export function actorOf(
  authorization: string | undefined,
  actors: ReadonlyMap<string, Actor>,
): Actor | 'bad' | undefined {
  if (authorization === undefined) return undefined;
  const token = /^(?:token|bearer) (.+)$/i.exec(authorization)?.[1];
  return actors.get(token ?? '') ?? 'bad';
}

export const badCredentials = problem(401, 'Bad credentials');

/** The repository that a call names, for reading: a private one does not exist for whoever has no rights there. */
export function readable(call: Call): Repository | undefined {
  const { owner = '', name = '' } = call.params;
  const repository = call.state.repository(owner, name);
  return repository?.private === true && call.actor?.push !== true ? undefined : repository;
}

/** The refusal for a call that may not write, or undefined. */
export function writeRefusal(call: Call): Answer | undefined {
  if (readable(call) === undefined) return notFound;
  if (call.actor === undefined) return problem(401, 'Requires authentication');
  if (call.actor.push) return undefined;
  return call.actor.integration ? problem(403, 'Resource not accessible by integration') : notFound;
}

/** Drafts are there only for whoever may push. */
export function visible(release: Release, call: Call): boolean {
  return !release.draft || call.actor?.push === true;
}
