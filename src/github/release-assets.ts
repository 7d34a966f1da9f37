// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { archiveAssetName } from './archive-asset-name.js';
import type { GithubClient } from './github-client.js';
import { GithubError } from './github-error.js';
import { type GithubAsset, type GithubRelease, readAsset } from './github-release.js';

export interface Archive {
  /** wished name of the asset, e.g. `news-1.0.0.tar.gz` */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const route = '/repos/{owner}/{repo}/releases';

/** Long enough for the largest archive that the store takes (30 MiB) at 512 kbit/s. */
const transferTimeoutMs = 10 * 60_000;

/**
 * The assets of releases. One that is there with the same bytes is success, with other bytes a loud failure: nothing
 * that somebody uploaded is ever replaced.
 */
export class ReleaseAssets {
  constructor(private readonly client: GithubClient) {}

  /**
   * The archive among the release's assets, or undefined where it can be added. Reads, changes nothing.
   * @throws GithubError `asset-differs`, and `release-immutable` where it is missing and cannot be added any more
   */
  async inspect(release: GithubRelease, archive: Archive): Promise<GithubAsset | undefined> {
    return this.client.persist(async () => {
      const asset = await this.look(release, archive.name);
      if (asset?.uploaded === true) return this.judge(release, archive, asset);
      if (release.immutable) throw frozen(release, archive);
      return undefined;
    });
  }

  /**
   * Makes the archive an asset of the release. An upload that broke off (state `starter`) is deleted and made again:
   * GitHub's documentation says that it is safe to delete, and it holds the name until then.
   * @throws GithubError `asset-differs`, `release-immutable`, `upload-damaged`
   */
  async attach(release: GithubRelease, archive: Archive): Promise<GithubAsset & { readonly created: boolean }> {
    return this.client.persist(async () => {
      const there = await this.look(release, archive.name);
      if (there?.uploaded === true) return { ...(await this.judge(release, archive, there)), created: false };
      if (release.immutable) throw frozen(release, archive);
      if (there !== undefined) await this.delete(there);
      return { ...(await this.upload(release, archive)), created: true };
    });
  }

  /** The public address of an asset. Ask after publishing: a draft's addresses change then. */
  async downloadUrl(release: GithubRelease, name: string): Promise<string | undefined> {
    return this.client.persist(async () => (await this.look(release, name))?.downloadUrl);
  }

  private async look(release: GithubRelease, name: string): Promise<GithubAsset | undefined> {
    const what = `Reading the assets of the release ${release.tag}`;
    const parameters = { release_id: release.id };
    const assets = await this.client.list({ what, route: `GET ${route}/{release_id}/assets`, parameters });
    const wanted = archiveAssetName(name);
    return assets.map((value) => readAsset(value, what)).find((asset) => asset.name === wanted);
  }

  private async judge(release: GithubRelease, archive: Archive, asset: GithubAsset): Promise<GithubAsset> {
    const { size, sha256 } = asset;
    if (size === archive.bytes.length && (sha256 ?? (await this.digest(asset))) === sha256Of(archive.bytes))
      return asset;
    const theirs = sha256 === undefined ? `${size} bytes` : `${size} bytes, sha256 ${sha256}`;
    const ours = `${archive.bytes.length} bytes, sha256 ${sha256Of(archive.bytes)}`;
    throw new GithubError(
      'asset-differs',
      `The release ${release.tag} has an asset ${asset.name} (${theirs}) that is not the archive at hand (${ours}).`,
      {
        hint: release.immutable
          ? 'The release is immutable: raise the version, or publish what is there (--archive with that file).'
          : `Publish what is there (--archive with that file), or delete the asset on ${release.page} and run this again.`,
      },
    );
  }

  /** For servers without the digest field: the bytes themselves, only ever of an asset that has the archive's size. */
  private async digest(asset: GithubAsset): Promise<string> {
    const hash = createHash('sha256');
    const chunks = this.client.bytes({
      what: `Reading back the asset ${asset.name}`,
      route: `GET ${route}/assets/{asset_id}`,
      parameters: { asset_id: asset.id, headers: { accept: 'application/octet-stream' } },
      timeoutMs: transferTimeoutMs,
    });
    for await (const chunk of chunks) hash.update(chunk);
    return hash.digest('hex');
  }

  private async delete(asset: GithubAsset): Promise<void> {
    await this.client.send({
      what: `Deleting what is left of an upload of ${asset.name}`,
      route: `DELETE ${route}/assets/{asset_id}`,
      parameters: { asset_id: asset.id },
    });
  }

  private async upload(release: GithubRelease, archive: Archive): Promise<GithubAsset> {
    const name = archiveAssetName(archive.name);
    const what = `Uploading ${name}`;
    const answer = await this.client.send({
      what,
      // The address in the release: octokit's own helper knows only github.com's.
      route: `POST ${release.uploadUrl}`,
      parameters: { name, data: archive.bytes, headers: { 'content-type': 'application/gzip' } },
      timeoutMs: transferTimeoutMs,
    });
    const asset = readAsset(answer, what);
    const sha256 = sha256Of(archive.bytes);
    if (asset.size === archive.bytes.length && (asset.sha256 ?? sha256) === sha256) return asset;
    await this.delete(asset);
    throw new GithubError('upload-damaged', `${what} failed: what arrived at GitHub is not what was sent.`, {
      hint: 'Run the same command again; see whether a proxy on the way changes what passes through it.',
      passing: { kind: 'damaged' },
    });
  }
}

function frozen(release: GithubRelease, archive: Archive): GithubError {
  return new GithubError(
    'release-immutable',
    `The release ${release.tag} is published and immutable, and ${archiveAssetName(archive.name)} is not among its assets.`,
    {
      hint: 'Raise the version, and let this program publish the release: it adds the archive while that is a draft (start the workflow on the tag, not on "release: published").',
    },
  );
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
