// SPDX-License-Identifier: MIT
import { readable } from '../access.js';
import { type Answer, json, problem } from '../answer.js';
import { base64Lines } from '../git/base64-lines.js';
import { repositoryUrl } from '../json/repository-json.js';
import { representation } from '../media-type.js';
import { found, refuse } from '../refused.js';
import { RequestFields } from '../request-fields.js';
import type { Repository } from '../repository.js';
import type { Call, Needs, Route } from '../router.js';

const blobs = '/api/v3/repos/:owner/:name/git/blobs';
export const contentsRead: Needs = { anyOf: [{ contents: 'read' }] };
export const contentsWrite: Needs = { anyOf: [{ contents: 'write' }] };

export const gitBlobRoutes: readonly Route[] = [
  { method: 'POST', path: blobs, needs: contentsWrite, handle: create },
  { method: 'GET', path: `${blobs}/:sha`, needs: contentsRead, handle: get },
];

/** "This endpoint supports blobs up to 100 megabytes in size" (REST documentation, "Get a blob"). */
const maxBytes = 100_000_000;

function create(call: Call): Answer {
  const repository = found(readable(call));
  const fields = RequestFields.of(call.body);
  const encoding = fields.text('encoding') ?? 'utf-8';
  const content = fields.text('content') ?? refuse(problem(422, 'Invalid request.\n\n"content" wasn\'t supplied.'));
  const bytes = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
  const sha = repository.git.network.objects.write('blob', bytes);
  const url = blobUrl(sha, repository, call);
  return json(201, { sha, url }, { location: url });
}

function get(call: Call): Answer {
  const repository = found(readable(call));
  const { sha = '' } = call.params;
  const object = repository.git.network.objects.read(sha);
  const bytes = found(object?.type === 'blob' ? object.body : undefined);
  if (bytes.length > maxBytes) return problem(403, 'This API returns blobs up to 100 MB in size.');
  if (representation(call) === 'raw') {
    return { status: 200, headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8' }, body: bytes };
  }
  return json(200, {
    sha,
    node_id: `B_${Buffer.from(`${repository.id}:${sha}`).toString('base64url')}`,
    size: bytes.length,
    url: blobUrl(sha, repository, call),
    content: base64Lines(bytes),
    encoding: 'base64',
  });
}

function blobUrl(sha: string, repository: Repository, call: Call): string {
  return `${repositoryUrl(repository, call.origins)}/git/blobs/${sha}`;
}
