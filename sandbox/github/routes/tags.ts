// SPDX-License-Identifier: MIT
import { readable } from '../access.js';
import { type Answer, json, notFound } from '../answer.js';
import type { Call, Route } from '../router.js';

export const tagRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v3/repos/:owner/:name/git/ref/tags/*tag', handle: get },
];

function get(call: Call): Answer {
  const repository = readable(call);
  const tag = call.params.tag ?? '';
  const sha = repository?.tags.get(tag);
  if (repository === undefined || sha === undefined) return notFound;
  const self = `${call.origins.api}/repos/${repository.owner}/${repository.name}/git`;
  const object = { type: 'commit', sha, url: `${self}/commits/${sha}` };
  return json(200, { ref: `refs/tags/${tag}`, url: `${self}/refs/tags/${tag}`, object });
}
