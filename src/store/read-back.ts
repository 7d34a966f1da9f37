// SPDX-License-Identifier: MIT
import type { StoreClient } from './client.js';
import type { ListedApp, ListedRelease } from './listed-app.js';
import { StoreError } from './store-error.js';

export interface Published {
  readonly appId: string;
  readonly version: string;
  readonly nightly: boolean;
  readonly signature: string;
  /** a version of Nextcloud that the app is made for, e.g. `31.0.0`: its list is looked at first, being the smallest */
  readonly platform?: string;
}

/** The release as the store lists it, and in which list. */
export interface ReadBack {
  readonly list: string;
  readonly release: ListedRelease;
}

/** The lists are cached, here and at whoever stands between (store: api/v1/response_redis_cache.py: up to 3 minutes). */
const longestWaitMs = 5 * 60_000;
const firstWaitMs = 2_000;
const waitMs = 15_000;

/**
 * Waits until the store lists the version with our signature: at most 5 minutes.
 * @throws StoreError `not-listed` where it does not, or lists another signature
 */
export async function readBack(client: StoreClient, published: Published): Promise<ReadBack> {
  const start = client.clock.now().getTime();
  let other: ReadBack | undefined;
  for (let wait = firstWaitMs; ; wait = waitMs) {
    const found = await findListed(client, published);
    if (found !== undefined && isSame(found.release.signature, published.signature)) return found;
    other = found;
    if (client.clock.now().getTime() - start + wait > longestWaitMs) break;
    await client.clock.sleep(wait);
  }
  throw notListed(published, other);
}

/** The release in the lists, or undefined. */
export async function findListed(client: StoreClient, published: Published): Promise<ReadBack | undefined> {
  const { platform } = published;
  const lists: readonly (readonly [string, () => Promise<ListedApp[]>])[] = [
    ...(platform === undefined
      ? []
      : [[`platform/${platform}/apps.json`, () => client.platformApps(platform)] as const]),
    ['apps.json', () => client.apps()],
    ['appapi_apps.json', () => client.appApiApps()],
  ];
  for (const [list, read] of lists) {
    const release = (await read())
      .find(({ id }) => id === published.appId)
      ?.releases.find(({ version, isNightly }) => version === published.version && isNightly === published.nightly);
    if (release !== undefined) return { list, release };
  }
  return undefined;
}

/** The store keeps a signature as it came, line breaks included. */
function isSame(one: string, other: string): boolean {
  return one.replace(/\s+/g, '') === other.replace(/\s+/g, '');
}

function notListed({ appId, version }: Published, other: ReadBack | undefined): StoreError {
  if (other !== undefined) {
    return new StoreError('not-listed', `The store still lists ${appId} ${version} with another signature.`, {
      hint: 'Somebody else may have published this version at the same time: see "nextcloud-release store status", then publish again.',
    });
  }
  return new StoreError('not-listed', `The store took ${appId} ${version}, but has not listed it within 5 minutes.`, {
    hint: 'Its lists may be cached for longer, and apps for subscribers only are in none: look again with "nextcloud-release store status".',
  });
}
