// SPDX-License-Identifier: MIT
import { bodyJson, type HttpAnswer } from '../../common/http.js';
import { StoreError } from './store-error.js';

/** What this program reads of an app in the store's lists (store: api/v1/serializers.py). */
export interface ListedApp {
  readonly id: string;
  /** PEM */
  readonly certificate: string;
  readonly releases: readonly ListedRelease[];
  readonly [field: string]: unknown;
}

export interface ListedRelease {
  readonly version: string;
  readonly isNightly: boolean;
  readonly download: string;
  readonly signature: string;
  /** a version of Nextcloud belongs to it, e.g. `>=31.0.0 <33.0.0` */
  readonly platformVersionSpec: string;
  readonly lastModified: string;
  readonly [field: string]: unknown;
}

/** The apps of a list; fields of other types than the documented ones are taken for empty. @throws StoreError */
export function readListedApps(answer: HttpAnswer, what: string): ListedApp[] {
  return readList(answer, what).map((app) => ({
    ...app,
    id: text(app.id),
    certificate: text(app.certificate),
    releases: list(app.releases).map((release) => ({
      ...release,
      version: text(release.version),
      isNightly: release.isNightly === true,
      download: text(release.download),
      signature: text(release.signature),
      platformVersionSpec: text(release.platformVersionSpec),
      lastModified: text(release.lastModified),
    })),
  }));
}

/** Every list of the store is an array of objects. @throws StoreError `unexpected-answer` */
export function readList(answer: HttpAnswer, what: string): Record<string, unknown>[] {
  const body = bodyJson(answer);
  if (Array.isArray(body)) return list(body);
  throw new StoreError('unexpected-answer', `${what} failed: the answer is no list.`, {
    hint: 'See whether --store is right: it ends with /api/v1.',
    status: answer.status,
  });
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter((entry): entry is Record<string, unknown> => isObject(entry)) : [];
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
