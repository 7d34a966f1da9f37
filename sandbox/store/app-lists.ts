// SPDX-License-Identifier: MIT
import { semverCompatible } from './version-spec.js';
import type { StoreData, StoredApp, StoredRating, StoredRelease } from './store-data.js';
import { dateOf, isoTime, type Timestamp } from './timestamp.js';

/** store: settings/base.py, DISCOURSE_URL: the forum of an app that names none */
const forum = 'https://help.nextcloud.com/c/apps/';

/** A rating needs more votes than this (store: core/rating.py), and recent ones are of the last 90 days. */
const ratingThreshold = 5;
const recentMs = 90 * 86_400_000;

export interface ListOptions {
  readonly now: Date;
  /** whether apps for subscribers are shown */
  readonly withEnterprise: boolean;
}

/** Apps with a release that is not AppAPI's, with those releases only (store: api/v1/views.py, AppsView). */
export function appsList(data: Readonly<StoreData>, options: ListOptions): unknown[] {
  return listOf(data, options, (release) => release.externalApp === undefined, appRelease);
}

/** Apps with a release for AppAPI, with those releases only (AppApiAppsView). */
export function appApiList(data: Readonly<StoreData>, options: ListOptions): unknown[] {
  return listOf(data, options, (release) => release.externalApp !== undefined, appApiRelease);
}

/** As `appsList`, with the releases whose spec takes the version (AppView). */
export function platformList(data: Readonly<StoreData>, version: string, options: ListOptions): unknown[] {
  const fits = ({ externalApp, platformVersionSpec }: StoredRelease): boolean =>
    externalApp === undefined && semverCompatible(version, platformVersionSpec);
  return listOf(data, options, fits, appRelease);
}

export function ratingsList({ ratings, users }: Readonly<StoreData>): unknown[] {
  return ratings
    .toSorted((a, b) => b.ratedAt - a.ratedAt)
    .map(({ rating, ratedAt, comment, user, app }) => ({
      rating,
      ratedAt: isoTime(ratedAt),
      translations: comment === '' ? {} : { en: { comment } },
      user: { id: user, firstName: users.find(({ id }) => id === user)?.name ?? '', lastName: '' },
      app,
    }));
}

/** GET apps/{id}/downloads: the figures are GitHub's, which a sandbox does not ask. */
export function downloadsList({ releases }: StoredApp): unknown[] {
  return releases
    .toSorted((a, b) => b.lastModified - a.lastModified)
    .map(({ version, isNightly, download }) => ({ version, isNightly, download, downloadCount: null }));
}

/** What the ETag of the app lists is made of: the newest release or deletion (store: core/caching.py). */
export function lastListChange({ apps, lastDeletion }: Readonly<StoreData>): Timestamp | undefined {
  const times = [...apps.map(({ lastRelease }) => lastRelease), ...(lastDeletion === undefined ? [] : [lastDeletion])];
  return times.length === 0 ? undefined : Math.max(...times);
}

function listOf(
  { apps, ratings }: Readonly<StoreData>,
  { now, withEnterprise }: ListOptions,
  belongs: (release: StoredRelease) => boolean,
  show: (release: StoredRelease) => unknown,
): unknown[] {
  return apps
    .filter(({ isEnterpriseOnly }) => withEnterprise || !isEnterpriseOnly)
    .map((app) => ({ app, releases: app.releases.filter(belongs) }))
    .filter(({ releases }) => releases.length > 0)
    .map(({ app, releases }) => showApp(app, ratings, now, inOrder(releases).map(show)));
}

/** The database sorts versions as texts, falling (store: core/models.py, AppRelease.Meta). */
function inOrder(releases: readonly StoredRelease[]): StoredRelease[] {
  return releases.toSorted((a, b) => (a.version < b.version ? 1 : a.version > b.version ? -1 : 0));
}

function showApp(app: StoredApp, ratings: readonly StoredRating[], now: Date, releases: unknown[]): unknown {
  const ofApp = ratings.filter((rating) => rating.app === app.id);
  const recent = ofApp.filter(({ ratedAt }) => dateOf(ratedAt).getTime() >= now.getTime() - recentMs);
  return {
    id: app.id,
    categories: app.categories,
    userDocs: app.userDocs,
    adminDocs: app.adminDocs,
    developerDocs: app.developerDocs,
    issueTracker: app.issueTracker,
    website: app.website,
    created: isoTime(app.created),
    lastModified: isoTime(app.lastRelease),
    releases,
    screenshots: app.screenshots,
    translations: app.translations,
    isFeatured: false,
    authors: app.authors,
    ratingRecent: average(recent),
    ratingOverall: average(ofApp),
    ratingNumRecent: recent.length,
    ratingNumOverall: ofApp.length,
    certificate: app.certificate,
    discussion: app.discussion === '' ? forum + app.id.replaceAll('_', '-') : app.discussion,
  };
}

function average(ratings: readonly StoredRating[]): number {
  if (ratings.length <= ratingThreshold) return 0.5;
  return ratings.reduce((sum, { rating }) => sum + rating, 0) / ratings.length;
}

function appRelease(release: StoredRelease): Record<string, unknown> {
  return {
    version: release.version,
    phpExtensions: release.phpExtensions,
    databases: release.databases,
    shellCommands: release.shellCommands,
    phpVersionSpec: release.phpVersionSpec,
    platformVersionSpec: release.platformVersionSpec,
    minIntSize: release.minIntSize,
    download: release.download,
    created: isoTime(release.created),
    licenses: release.licenses,
    lastModified: isoTime(release.lastModified),
    isNightly: release.isNightly,
    rawPhpVersionSpec: release.rawPhpVersionSpec,
    rawPlatformVersionSpec: release.rawPlatformVersionSpec,
    signature: release.signature,
    translations: release.translations,
    signatureDigest: 'sha512',
  };
}

function appApiRelease(release: StoredRelease): Record<string, unknown> {
  const { isSystem, dockerInstall, scopes, environmentVariables } = release.externalApp ?? {
    isSystem: false,
    scopes: [],
    environmentVariables: [],
  };
  return {
    ...appRelease(release),
    aaIsSystem: isSystem,
    deployMethods: dockerInstall === undefined ? [] : [{ installType: 'docker_install', installData: dockerInstall }],
    apiScopes: scopes.map((scopeName) => ({ scopeName })),
    environmentVariables: environmentVariables.map(({ name, ...variable }) => ({ envName: name, ...variable })),
  };
}
