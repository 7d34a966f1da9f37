// SPDX-License-Identifier: MIT
import semver from 'semver';
import type { StoreInfo, StoreRelease } from '../../src/app/store-info.js';
import { rawSpecification, specification } from '../../src/app/version-range.js';
import type { ArchiveRefusal } from '../../src/store/acceptance.js';
import { crash, type StoreAnswer } from '../../src/store/store-answer.js';
import type { ExternalApp, StoredApp, StoredRelease, VersionedDependency } from './store-data.js';
import type { Timestamp } from './timestamp.js';

export interface AcceptedUpload {
  readonly info: StoreInfo['app'];
  /** by language: the part of the changelog that is about this version */
  readonly changelog: Readonly<Record<string, string>>;
  readonly url: string;
  readonly signature: string;
  readonly nightly: boolean;
}

/** store: core/models.py, AppRelease.download; PostgreSQL does not cut, it fails */
const longestDownload = 256;

/** What the import refuses: a video only where the app's own page changes, and what the database cannot hold. */
export function importFault(
  app: Readonly<StoredApp>,
  { info, nightly, url }: AcceptedUpload,
  refusals: readonly ArchiveRefusal[],
): StoreAnswer | undefined {
  const isDue = ({ stage }: ArchiveRefusal): boolean =>
    stage !== 'import-app' || updatesApp(app, info.release.version, nightly);
  return refusals.find(isDue) ?? (url.length > longestDownload ? crash : undefined);
}

/**
 * Whether the app's own page changes with this upload: it has no stable release yet, or this one is stable and its version
 * is not below that of any other release, prereleases and nightlies included (store: release/importer.py).
 */
export function updatesApp(
  { releases }: { readonly releases: readonly Pick<StoredRelease, 'version' | 'isNightly'>[] },
  version: string,
  nightly: boolean,
): boolean {
  const others = releases.filter(
    (release) => !(release.version === version && release.isNightly === nightly) && !(nightly && release.isNightly),
  );
  if (!others.some((release) => isStable(release.version, release.isNightly))) return true;
  return isStable(version, nightly) && others.every((release) => semver.gte(version, release.version));
}

/** Takes the upload into the app. @returns 201 for a new release, 200 for one that was overwritten */
export function importRelease(
  app: StoredApp,
  upload: AcceptedUpload,
  now: Timestamp,
): { status: 200 | 201; deleted: boolean } {
  const { info, nightly } = upload;
  const { version } = info.release;
  const isIt = (release: StoredRelease): boolean => release.version === version && release.isNightly === nightly;
  const before = app.releases.find(isIt);
  const stays = (release: StoredRelease): boolean => !isIt(release) && !(nightly && release.isNightly);
  if (updatesApp(app, version, nightly)) importApp(app, info);
  // A nightly that takes the place of one is a new row: all nightlies are deleted first.
  const created = before === undefined || nightly ? now : before.created;
  const deleted = nightly && app.releases.some(({ isNightly }) => isNightly);
  app.releases = [...app.releases.filter(stays), storedRelease(upload, created, now)];
  app.lastRelease = now;
  return { status: before === undefined ? 201 : 200, deleted };
}

function isStable(version: string, isNightly: boolean): boolean {
  return !isNightly && !version.includes('-');
}

function importApp(app: StoredApp, info: StoreInfo['app']): void {
  app.categories = info.categories.map(({ category }) => category.id).toSorted();
  app.authors = info.authors.map(({ author: { name, mail, homepage } }) => ({
    name,
    mail: text(mail),
    homepage: text(homepage),
  }));
  // Documentation that info.xml no longer names stays as it was: the store only sets what is there.
  app.userDocs = info.user_docs?.trim() ?? app.userDocs;
  app.adminDocs = info.admin_docs?.trim() ?? app.adminDocs;
  app.developerDocs = info.developer_docs?.trim() ?? app.developerDocs;
  app.issueTracker = text(info.issue_tracker);
  app.website = text(info.website);
  app.discussion = text(info.discussion);
  app.screenshots = info.screenshots.map(({ screenshot }) => ({
    url: screenshot.url,
    smallThumbnail: text(screenshot.small_thumbnail),
  }));
  app.translations = Object.fromEntries(
    Object.keys(info.name).map((language) => [
      language,
      {
        name: text(info.name[language]),
        summary: text(info.summary[language]),
        description: text(info.description[language]),
      },
    ]),
  );
}

function storedRelease({ info, ...upload }: AcceptedUpload, created: Timestamp, now: Timestamp): StoredRelease {
  const { release } = info;
  return {
    version: release.version,
    isNightly: upload.nightly,
    created,
    lastModified: now,
    download: upload.url,
    signature: upload.signature,
    phpExtensions: release.php_extensions.map(({ php_extension }) => dependency(php_extension)),
    databases: release.databases.map(({ database }) => dependency(database)),
    shellCommands: release.shell_commands.map(({ shell_command }) => shell_command.name).toSorted(),
    licenses: release.licenses.map(({ license }) => license.id),
    phpVersionSpec: spaced(release.php_version_spec),
    rawPhpVersionSpec: spaced(release.raw_php_version_spec),
    platformVersionSpec: spaced(release.platform_version_spec),
    rawPlatformVersionSpec: spaced(release.raw_platform_version_spec),
    minIntSize: release.min_int_size,
    translations: Object.fromEntries(
      Object.entries(upload.changelog).map(([language, changelog]) => [language, { changelog: changelog.trim() }]),
    ),
    ...(release.external_app && { externalApp: externalApp(release.external_app) }),
  };
}

function dependency(required: StoreRelease['databases'][number]['database']): VersionedDependency {
  return {
    id: required.id,
    versionSpec: spaced(specification(required.min_version, required.max_version)),
    rawVersionSpec: spaced(rawSpecification(required.raw_min_version, required.raw_max_version)),
  };
}

function externalApp(external: NonNullable<StoreRelease['external_app']>): ExternalApp {
  return {
    isSystem: external.system?.toLowerCase() === 'true',
    dockerInstall: pythonJson(external.docker_install),
    scopes: external.scopes.map(({ value }) => text(value)),
    environmentVariables: external.environment_variables.map(({ variable }) => ({
      name: text(variable.name),
      displayName: text(variable.display_name),
      description: text(variable.description),
      default: text(variable.default),
    })),
  };
}

/** `json.dumps`: blanks behind colons and commas, ASCII only */
function pythonJson(object: Readonly<Record<string, string | null>>): string {
  const pairs = Object.entries(object).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{${pairs.join(', ')}}`.replace(/[\u0080-\uffff]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The API gives blanks for the commas of a spec. */
function spaced(spec: string): string {
  return spec.replaceAll(',', ' ');
}

function text(value: string | null | undefined): string {
  return value?.trim() ?? '';
}
