// SPDX-License-Identifier: MIT
import { readable } from '../access.js';
import { type Answer, json, problem } from '../answer.js';
import type { CommitStatus } from '../check-run.js';
import { nodeId } from '../json/node-id.js';
import { repositoryJson, repositoryUrl } from '../json/repository-json.js';
import { timestamp } from '../json/timestamp.js';
import { userJson } from '../json/user-json.js';
import { page } from '../paging.js';
import { found, refuse } from '../refused.js';
import { RequestFields } from '../request-fields.js';
import type { Repository } from '../repository.js';
import type { Call, Route } from '../router.js';
import { caller } from './issues.js';

const repo = '/api/v3/repos/:owner/:name';

export const commitStatusRoutes: readonly Route[] = [
  { method: 'POST', path: `${repo}/statuses/:sha`, needs: { anyOf: [{ statuses: 'write' }] }, handle: create },
  { method: 'GET', path: `${repo}/commits/:sha/statuses`, needs: { anyOf: [{ statuses: 'read' }] }, handle: list },
  { method: 'GET', path: `${repo}/commits/:sha/status`, needs: { anyOf: [{ statuses: 'read' }] }, handle: combined },
];

function commit(call: Call): { readonly repository: Repository; readonly sha: string } {
  const repository = found(readable(call));
  const name = call.params.sha ?? '';
  const sha = repository.git.resolve(name)?.id ?? refuse(problem(422, `No commit found for SHA: ${name}`));
  return { repository, sha };
}

function create(call: Call): Answer {
  const { repository, sha } = commit(call);
  const fields = RequestFields.of(call.body);
  fields.requiredText('state');
  const status: CommitStatus = {
    id: call.state.newId(),
    sha,
    state: fields.oneOf('state', ['error', 'failure', 'pending', 'success']) ?? 'pending',
    context: fields.text('context') ?? 'default',
    description: fields.textOrNull('description') ?? null,
    targetUrl: fields.textOrNull('target_url') ?? null,
    creator: caller(call).user,
    createdAt: call.state.now(),
  };
  repository.statuses.set(sha, [status, ...(repository.statuses.get(sha) ?? [])]);
  return json(201, { ...statusJson(status, repository, call), creator: userJson(status.creator, call.origins) });
}

/** Newest first. */
function list(call: Call): Answer {
  const { repository, sha } = commit(call);
  return page(call, repository.statuses.get(sha) ?? [], (status) => ({
    ...statusJson(status, repository, call),
    creator: userJson(status.creator, call.origins),
  }));
}

/** The newest of each context: `failure` where one is no success, `pending` where one is or none are there. */
function combined(call: Call): Answer {
  const { repository, sha } = commit(call);
  const newestLast = (repository.statuses.get(sha) ?? []).toReversed();
  const latest = [...new Map(newestLast.map((status) => [status.context, status])).values()];
  const states = new Set(latest.map(({ state }) => state));
  const failed = states.has('failure') || states.has('error');
  const url = `${repositoryUrl(repository, call.origins)}/commits/${sha}`;
  return json(200, {
    state: failed ? 'failure' : states.has('pending') || latest.length === 0 ? 'pending' : 'success',
    statuses: latest.map((status) => statusJson(status, repository, call)),
    sha,
    total_count: latest.length,
    repository: repositoryJson(repository, call.origins),
    commit_url: url,
    url: `${url}/status`,
  });
}

function statusJson(status: CommitStatus, repository: Repository, { origins }: Call): Record<string, unknown> {
  return {
    url: `${repositoryUrl(repository, origins)}/statuses/${status.sha}`,
    avatar_url: `${origins.web}/avatars/u/${status.creator.id}`,
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: timestamp(status.createdAt),
    updated_at: timestamp(status.createdAt),
  };
}
