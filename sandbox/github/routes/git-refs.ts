// SPDX-License-Identifier: MIT
import { readable } from '../access.js';
import { type Answer, json, noContent, problem } from '../answer.js';
import { isObjectId, noObject } from '../git/object-store.js';
import { refNodeId } from '../graphql/git-objects.js';
import { repositoryUrl } from '../json/repository-json.js';
import { page } from '../paging.js';
import { push } from '../pushes/push.js';
import { refusalAnswer } from '../pushes/refusal-answer.js';
import type { RefUpdate } from '../pushes/ref-update.js';
import { found, refuse } from '../refused.js';
import { RequestFields } from '../request-fields.js';
import type { Repository } from '../repository.js';
import type { Call, Route } from '../router.js';
import { contentsRead, contentsWrite } from './git-blobs.js';
import { caller } from './issues.js';

const git = '/api/v3/repos/:owner/:name/git';

export const gitRefRoutes: readonly Route[] = [
  { method: 'GET', path: `${git}/ref/*ref`, needs: contentsRead, handle: get },
  { method: 'GET', path: `${git}/matching-refs/*ref`, needs: contentsRead, handle: list },
  { method: 'POST', path: `${git}/refs`, needs: contentsWrite, handle: create },
  { method: 'PATCH', path: `${git}/refs/*ref`, needs: contentsWrite, handle: update },
  { method: 'DELETE', path: `${git}/refs/*ref`, needs: contentsWrite, handle: remove },
];

function get(call: Call): Answer {
  const repository = found(readable(call));
  const name = `refs/${call.params.ref ?? ''}`;
  return json(200, refJson(name, found(repository.git.refs.late(name)), repository, call));
}

/** Those whose names begin so: `heads/a` finds `heads/a` and `heads/ab`. */
function list(call: Call): Answer {
  const repository = found(readable(call));
  const refs = repository.git.refs.list(`refs/${call.params.ref ?? ''}`);
  return page(call, refs, ([name, id]) => refJson(name, id, repository, call));
}

async function create(call: Call): Promise<Answer> {
  const repository = found(readable(call));
  const fields = RequestFields.of(call.body);
  const [name, after] = [fields.requiredText('ref'), shaIn(fields)];
  if (!/^refs\/[^/]+\/./.test(name)) invalid('Reference name must start with refs/ and have at least two slashes');
  if (repository.git.refs.get(name) !== undefined) invalid('Reference already exists');
  await change(call, repository, { name, after, before: noObject, force: false });
  const shown = refJson(name, after, repository, call);
  return json(201, shown, { location: String(shown.url) });
}

async function update(call: Call): Promise<Answer> {
  const repository = found(readable(call));
  const fields = RequestFields.of(call.body);
  const [name, after] = [`refs/${call.params.ref ?? ''}`, shaIn(fields)];
  if (repository.git.refs.get(name) === undefined) invalid('Reference does not exist');
  await change(call, repository, { name, after, force: fields.flag('force') ?? false });
  return json(200, refJson(name, after, repository, call));
}

async function remove(call: Call): Promise<Answer> {
  const repository = found(readable(call));
  const name = `refs/${call.params.ref ?? ''}`;
  if (repository.git.refs.get(name) === undefined) invalid('Reference does not exist');
  await change(call, repository, { name, after: noObject, force: true });
  return noContent;
}

async function change(call: Call, repository: Repository, wish: RefUpdate): Promise<void> {
  const refusal = await push(call, repository, [wish], caller(call));
  if (refusal !== undefined) refuse(refusalAnswer(refusal, wish.before === noObject));
}

function shaIn(fields: RequestFields): string {
  const sha = fields.requiredText('sha');
  return isObjectId(sha) && sha !== noObject
    ? sha
    : invalid('The sha parameter must be exactly 40 characters and contain only [0-9a-f].');
}

function refJson(name: string, id: string, repository: Repository, call: Call): Record<string, unknown> {
  const url = `${repositoryUrl(repository, call.origins)}/git`;
  const type = repository.git.network.objects.read(id)?.type ?? 'commit';
  return {
    ref: name,
    node_id: refNodeId(repository, name),
    url: `${url}/${name}`,
    object: { sha: id, type, url: `${url}/${type}s/${id}` },
  };
}

function invalid(message: string): never {
  return refuse(problem(422, message));
}
