// SPDX-License-Identifier: MIT
import { readable, visible, writeRefusal } from '../access.js';
import { type Answer, json, noContent, notFound, problem, redirect, validationFailed } from '../answer.js';
import { assetName } from '../asset-name.js';
import { page } from '../paging.js';
import type { Call, Route } from '../router.js';
import type { Asset, Release, Repository } from '../state.js';
import { objectUrl } from './objects.js';
import { assetJson } from './release-json.js';

const releases = '/api/v3/repos/:owner/:name/releases';

export const assetRoutes: readonly Route[] = [
  { method: 'GET', path: `${releases}/:id/assets`, handle: list },
  { method: 'GET', path: `${releases}/assets/:asset`, handle: get },
  { method: 'DELETE', path: `${releases}/assets/:asset`, handle: remove },
  { method: 'POST', path: '/api/uploads/repos/:owner/:name/releases/:id/assets', handle: upload },
];

function list(call: Call): Answer {
  const repository = readable(call);
  const release = repository?.releases.find(({ id }) => String(id) === call.params.id);
  if (!repository || !release || !visible(release, call)) return notFound;
  return page(call, release.assets, (asset) => assetJson(asset, release, repository, call.origins));
}

/** Its description, or with `Accept: application/octet-stream` a redirect to its bytes in the object store. */
function get(call: Call): Answer {
  const [asset, release, repository] = findAsset(call) ?? [];
  if (!asset || !release || !repository) return notFound;
  if (call.headers.accept !== 'application/octet-stream') {
    return json(200, assetJson(asset, release, repository, call.origins));
  }
  return redirect(objectUrl(asset, repository, call.origins));
}

function remove(call: Call): Answer {
  const refusal = writeRefusal(call);
  const [asset, release] = findAsset(call) ?? [];
  if (refusal || !asset || !release) return refusal ?? notFound;
  if (release.immutable) return problem(422, 'Cannot delete assets from an immutable release.');
  release.assets.splice(release.assets.indexOf(asset), 1);
  return noContent;
}

function upload(call: Call): Answer {
  const refusal = writeRefusal(call);
  const repository = readable(call);
  const release = repository?.releases.find(({ id }) => String(id) === call.params.id);
  if (refusal || !repository || !release || !call.actor) return refusal ?? notFound;
  const name = assetName(call.url.searchParams.get('name') ?? '');
  if (name === '') return validationFailed({ resource: 'ReleaseAsset', code: 'missing_field', field: 'name' });
  if (release.immutable) return problem(422, 'Cannot upload assets to an immutable release.');
  if (call.body.length === 0) return problem(400, 'Bad Content-Length: ');
  if (release.assets.some((asset) => asset.name === name)) {
    return validationFailed({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' });
  }
  const broken = call.effect?.kind === 'half-upload';
  const asset: Asset = {
    id: call.state.newId(),
    name,
    label: call.url.searchParams.get('label'),
    state: broken ? 'starter' : 'uploaded',
    contentType: call.headers['content-type'] ?? 'application/octet-stream',
    bytes: broken ? new Uint8Array() : call.body,
    uploader: call.actor.user.login,
    createdAt: call.state.now(),
    downloads: 0,
  };
  release.assets.push(asset);
  return broken ? problem(502, 'Server Error') : json(201, assetJson(asset, release, repository, call.origins));
}

function findAsset(call: Call): [Asset, Release, Repository] | undefined {
  const repository = readable(call);
  for (const release of repository?.releases ?? []) {
    const asset = release.assets.find(({ id }) => String(id) === call.params.asset);
    if (repository && asset && visible(release, call)) return [asset, release, repository];
  }
  return undefined;
}
