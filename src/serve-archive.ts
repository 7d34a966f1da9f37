// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { GithubClient } from './github/github-client.js';
import { ReleaseAssets } from './github/release-assets.js';
import { Releases } from './github/releases.js';
import type { MadeArchive } from './make-archive.js';
import { ReleaseError } from './release-error.js';
import type { Steps } from './steps.js';

export interface GithubReleaseWish {
  readonly tag: string;
  readonly title: string;
  readonly prerelease: boolean;
}

export interface ServedArchive {
  /** public */
  readonly downloadUrl: string;
  /** the page of the release */
  readonly releasePage: string;
}

/** Makes the archive an asset of a GitHub release: draft first, then the asset, then publishing. */
export async function serveArchive(
  client: GithubClient,
  archive: MadeArchive,
  wish: GithubReleaseWish,
  steps: Steps,
): Promise<ServedArchive> {
  const [releases, assets, asset] = [new Releases(client), new ReleaseAssets(client), assetOf(archive)];
  const draft = await steps.run('upload', async () => {
    const found = await releases.prepare({ ...wish, notes: archive.changelog });
    const { created, name } = await assets.attach(found, asset);
    return [found, created ? `${name} attached` : `${name} was there already, with the same digest`] as const;
  });
  return steps.run('publish release', async () => {
    const published = await releases.publish(draft);
    const downloadUrl = await assets.downloadUrl(published, asset.name);
    if (downloadUrl === undefined) {
      throw new ReleaseError('served-archive-differs', `The release ${published.tag} lost its asset ${asset.name}.`, {
        hint: `See ${published.page}: somebody else may be working on the same release. Then run this again.`,
      });
    }
    const words = draft.draft ? `${published.tag} is public` : `${published.tag} was public already`;
    return [{ downloadUrl, releasePage: published.page }, words] as const;
  });
}

/** What the writes would meet: a release that cannot take the asset is found now, not after the tag is out. */
export async function tryServing(client: GithubClient, archive: MadeArchive, tag: string, steps: Steps): Promise<void> {
  await steps.run('upload', async () => {
    const there = await new Releases(client).find(tag);
    const asset = there && (await new ReleaseAssets(client).inspect(there, assetOf(archive)));
    const words = there === undefined ? `a draft for ${tag} would be made` : `the release ${tag} is there`;
    return [undefined, `dry run: ${words}${asset ? ', with this very archive' : ''}`] as const;
  });
}

function assetOf(archive: MadeArchive): { name: string; bytes: Uint8Array } {
  return { name: basename(archive.path), bytes: readFileSync(archive.path) };
}
