// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { nodeId } from '../json/node-id.js';
import { repositoryUrl, webUrl } from '../json/repository-json.js';
import { timestamp, timestampOrNull } from '../json/timestamp.js';
import type { Origins } from '../router.js';
import type { Asset, Release, Repository } from '../state.js';

/** A release as the REST API shows it. A draft's addresses carry a made-up tag: its real one may not exist yet. */
export function releaseJson(release: Release, repository: Repository, origins: Origins): Record<string, unknown> {
  const self = `${repositoryUrl(repository, origins)}/releases/${release.id}`;
  const web = webUrl(repository, origins);
  const tag = encodeURIComponent(release.tag);
  return {
    url: self,
    assets_url: `${self}/assets`,
    upload_url: `${origins.uploads}/repos/${repository.owner}/${repository.name}/releases/${release.id}/assets{?name,label}`,
    html_url: `${web}/releases/tag/${tagInAddresses(release)}`,
    id: release.id,
    author: { login: release.author, type: 'User' },
    node_id: nodeId('Release', release.id),
    tag_name: release.tag,
    target_commitish: release.commitish,
    name: release.name,
    draft: release.draft,
    immutable: release.immutable,
    prerelease: release.prerelease,
    created_at: timestamp(release.createdAt),
    updated_at: timestamp(release.updatedAt),
    published_at: timestampOrNull(release.publishedAt),
    assets: release.assets.map((asset) => assetJson(asset, release, repository, origins)),
    tarball_url: release.draft ? null : `${repositoryUrl(repository, origins)}/tarball/${tag}`,
    zipball_url: release.draft ? null : `${repositoryUrl(repository, origins)}/zipball/${tag}`,
    body: release.body,
  };
}

export function assetJson(
  asset: Asset,
  release: Release,
  repository: Repository,
  origins: Origins,
): Record<string, unknown> {
  const path = `${tagInAddresses(release)}/${encodeURIComponent(asset.name)}`;
  return {
    url: `${repositoryUrl(repository, origins)}/releases/assets/${asset.id}`,
    id: asset.id,
    node_id: nodeId('ReleaseAsset', asset.id),
    name: asset.name,
    label: asset.label,
    uploader: { login: asset.uploader, type: 'User' },
    content_type: asset.contentType,
    state: asset.state,
    size: asset.bytes.length,
    digest: asset.state === 'uploaded' ? `sha256:${createHash('sha256').update(asset.bytes).digest('hex')}` : null,
    download_count: asset.downloads,
    created_at: timestamp(asset.createdAt),
    updated_at: timestamp(asset.createdAt),
    browser_download_url: `${webUrl(repository, origins)}/releases/download/${path}`,
  };
}

function tagInAddresses(release: Release): string {
  return release.draft ? release.slug : encodeURIComponent(release.tag);
}
