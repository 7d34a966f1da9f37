// SPDX-License-Identifier: MIT
import { readFile } from 'node:fs/promises';
import { type Http, HttpError } from '../../common/http.js';
import { InputError } from '../../common/input-error.js';
import { InstallError } from './install-error.js';
import { compareVersions } from './php-version.js';
import { isBound, isCompatible, parsePlatformSpec } from './platform-version.js';

/** The store's list: a file, or the API that serves it (the server's `appstoreurl`). */
export type AppListSource = { readonly appsJson: string } | { readonly storeUrl: string };

export interface Platform {
  /** of the server, e.g. `31.0.5` */
  readonly serverVersion: string;
  /** where absent every demand on PHP is taken as met */
  readonly phpVersion?: string;
  /** `stable` leaves prereleases out, `beta` nightlies only */
  readonly channel?: 'stable' | 'beta' | 'daily';
}

/** What the installer uses of an app: the newest release that fits. */
export interface ListedApp {
  readonly id: string;
  readonly certificate: string;
  readonly release: { readonly version: string; readonly download: string; readonly signature: string };
}

/** 12 MB today; a list ten times as long is still a list */
const maxListBytes = 128 * 1024 * 1024;

/**
 * The apps of a store as a server keeps them: of each app the highest release that the server can run, and none of the
 * others (server: App/AppStore/Fetcher/AppFetcher.php). The upper bound of a release is not looked at, as by default.
 * @throws InstallError `list-unusable`, InputError `file-unreadable`
 */
export async function readAppList(source: AppListSource, platform: Platform, http: Http): Promise<ListedApp[]> {
  const text = 'appsJson' in source ? await readList(source.appsJson) : await fetchList(source.storeUrl, http);
  return parseList(text).flatMap((app) => {
    const release = newestFor(app.releases, platform);
    return release === undefined ? [] : [{ id: app.id, certificate: app.certificate, release }];
  });
}

async function readList(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new InputError('file-unreadable', `${file} cannot be read.`, {
      hint: 'Give the apps.json that the store serves.',
      file,
      cause,
    });
  }
}

async function fetchList(storeUrl: string, http: Http): Promise<string> {
  const url = `${storeUrl.replace(/\/+$/, '')}/apps.json`;
  try {
    const answer = await http({ method: 'GET', url, maxBytes: maxListBytes });
    if (answer.status === 200) return Buffer.from(answer.body).toString('utf8');
    throw unusable(`${url} answers ${answer.status}.`);
  } catch (error) {
    if (error instanceof HttpError) throw unusable(error.message, error);
    throw error;
  }
}

interface Release {
  readonly version: string;
  readonly isNightly: unknown;
  readonly platform: string;
  readonly php: string;
  readonly download: string;
  readonly signature: string;
}

interface App {
  readonly id: string;
  readonly certificate: string;
  readonly releases: readonly Release[];
}

function parseList(text: string): App[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (cause) {
    throw unusable('The list of apps is not JSON.', cause);
  }
  if (!Array.isArray(list)) throw unusable('The list of apps is no JSON array.');
  return list.map((value) => {
    const app = fieldsOf(value);
    const releases = Array.isArray(app.releases) ? app.releases : [];
    return { id: textOf(app.id), certificate: textOf(app.certificate), releases: releases.map(readRelease) };
  });
}

function readRelease(value: unknown): Release {
  const release = fieldsOf(value);
  return {
    version: textOf(release.version),
    isNightly: release.isNightly,
    platform: textOf(release.rawPlatformVersionSpec),
    php: textOf(release.rawPhpVersionSpec ?? '*'),
    download: textOf(release.download),
    signature: textOf(release.signature),
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function newestFor(releases: readonly Release[], platform: Platform): Release | undefined {
  return releases
    .filter((release) => fits(release, platform))
    .toSorted((a, b) => compareVersions(b.version, a.version))[0];
}

function fits(release: Release, { serverVersion, phpVersion, channel = 'stable' }: Platform): boolean {
  // A release without the field counts as a nightly: the server asks for exactly `false`.
  if (channel !== 'daily' && release.isNightly !== false) return false;
  if (channel === 'stable' && release.version.includes('-')) return false;
  const { least, most } = parsePlatformSpec(release.platform);
  // A bound that is none: the server logs it and passes over the release. That there is no lower one is such a case.
  if (!isBound(least) || (most !== '' && !isBound(most))) return false;
  const php = parsePlatformSpec(release.php);
  if (!isCompatible(serverVersion, least, '>=')) return false;
  if (phpVersion === undefined) return true;
  return meets(phpVersion, php.least, '>=') && meets(phpVersion, php.most, '<=');
}

function meets(version: string, bound: string, comparator: '>=' | '<='): boolean {
  return bound === '' || (isBound(bound) && isCompatible(version, bound, comparator));
}

function unusable(message: string, cause?: unknown): InstallError {
  return new InstallError('list-unusable', message, {
    hint: 'A server that gets this list shows no apps at all: mend the store.',
    cause,
  });
}
