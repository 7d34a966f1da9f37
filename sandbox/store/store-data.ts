// SPDX-License-Identifier: MIT
import type { Timestamp } from './timestamp.js';

/** Everything that the store knows (store: core/models.py). Plain JSON: it is what stands in the data folder. */
export interface StoreData {
  readonly format: 1;
  users: StoredUser[];
  apps: StoredApp[];
  ratings: StoredRating[];
  /** the last time that anything was written */
  lastChange: Timestamp;
  /** the last time that an app or a release was deleted: part of the lists' ETag */
  lastDeletion?: Timestamp;
}

export interface StoredUser {
  readonly id: number;
  readonly name: string;
  /** scrypt, hex: salt and hash */
  readonly passwordHash: string;
  /** 40 hex digits; absent until it is asked for */
  token?: string;
}

export type Translations<Field extends string> = Record<string, Record<Field, string>>;

export interface StoredApp {
  readonly id: string;
  owner: number;
  coMaintainers: number[];
  certificate: string;
  /** unlocked: whoever registers it next owns it */
  transferable: boolean;
  readonly isEnterpriseOnly: boolean;
  readonly created: Timestamp;
  lastRelease: Timestamp;
  categories: string[];
  authors: { name: string; mail: string; homepage: string }[];
  userDocs: string;
  adminDocs: string;
  developerDocs: string;
  issueTracker: string;
  website: string;
  discussion: string;
  screenshots: { url: string; smallThumbnail: string }[];
  translations: Translations<'name' | 'summary' | 'description'>;
  releases: StoredRelease[];
}

export interface VersionedDependency {
  readonly id: string;
  readonly versionSpec: string;
  readonly rawVersionSpec: string;
}

/** Version specs are kept with blanks between their parts, as the API gives them. */
export interface StoredRelease {
  readonly version: string;
  readonly isNightly: boolean;
  readonly created: Timestamp;
  lastModified: Timestamp;
  download: string;
  signature: string;
  phpExtensions: VersionedDependency[];
  databases: VersionedDependency[];
  shellCommands: string[];
  licenses: string[];
  phpVersionSpec: string;
  rawPhpVersionSpec: string;
  platformVersionSpec: string;
  rawPlatformVersionSpec: string;
  minIntSize: number;
  translations: Translations<'changelog'>;
  /** of AppAPI; absent where info.xml has no `external-app` */
  externalApp?: ExternalApp;
}

export interface ExternalApp {
  readonly isSystem: boolean;
  /** JSON, as the store keeps it */
  readonly dockerInstall?: string;
  readonly scopes: readonly string[];
  readonly environmentVariables: readonly {
    readonly name: string;
    readonly displayName: string;
    readonly description: string;
    readonly default: string;
  }[];
}

export interface StoredRating {
  readonly app: string;
  readonly user: number;
  readonly rating: number;
  readonly comment: string;
  readonly ratedAt: Timestamp;
}

export function emptyStore(): StoreData {
  return { format: 1, users: [], apps: [], ratings: [], lastChange: 0 };
}

/** Owner and co-maintainers may upload and delete releases; the owner alone may delete the app or change its certificate. */
export function mayUpdate(app: StoredApp, user: StoredUser): boolean {
  return app.owner === user.id || app.coMaintainers.includes(user.id);
}
