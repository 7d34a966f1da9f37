// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto';
import { type Answer, redirect } from '../answer.js';
import type { Call, Origins, Route } from '../router.js';
import type { Asset, Repository } from '../state.js';

/** What users download: a public address on the web server, which leads to the object store. */
export const downloadRoutes: readonly Route[] = [
  { method: 'GET', path: '/:owner/:name/releases/download/*tag/:file', handle: download },
];

/** The object store: another origin, which takes the signature in the address and no Authorization header beside it. */
export const objectRoutes: readonly Route[] = [
  { method: 'GET', path: '/github-production-release-asset/:repository/:asset', handle: object },
];

/** An address in the object store that carries its own permission. */
export function objectUrl(asset: Asset, repository: Repository, origins: Origins): string {
  const permission = `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=${randomBytes(32).toString('hex')}`;
  return `${origins.objects}/github-production-release-asset/${repository.id}/${asset.id}?${permission}`;
}

function download(call: Call): Answer {
  const { owner = '', name = '', tag, file } = call.params;
  const repository = call.state.repository(owner, name);
  const release = repository?.releases.find((candidate) => !candidate.draft && candidate.tag === tag);
  const asset = release?.assets.find((candidate) => candidate.name === file && candidate.state === 'uploaded');
  if (!repository || repository.private || !asset) return text(404, 'Not Found');
  asset.downloads++;
  return redirect(objectUrl(asset, repository, call.origins));
}

function object(call: Call): Answer {
  if (call.headers.authorization !== undefined) {
    return text(400, '<Error><Code>InvalidArgument</Code><Message>Only one auth mechanism allowed</Message></Error>');
  }
  if (!call.url.searchParams.has('X-Amz-Signature')) return text(403, '<Error><Code>AccessDenied</Code></Error>');
  const repository = call.state.repositories.find(({ id }) => String(id) === call.params.repository);
  const asset = repository?.releases.flatMap(({ assets }) => assets).find(({ id }) => String(id) === call.params.asset);
  if (asset === undefined) return text(404, '<Error><Code>BlobNotFound</Code></Error>');
  return {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename=${asset.name}`,
    },
    body: asset.bytes,
  };
}

function text(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: Buffer.from(body) };
}
