// SPDX-License-Identifier: MIT
import type { Clock } from '../../common/clock.js';
import { isSameCertificate, judgeRegistration, judgeSignature } from '../../src/store/certificate-judgement.js';
import type { StoreTrust } from '../../src/store/certificate-path.js';
import { judgeArchive } from '../../src/store/acceptance.js';
import { storeLimit } from '../../src/package/archive-size-rules.js';
import { crash, detail, invalid, type StoreAnswer } from '../../src/store/store-answer.js';
import { newToken } from './accounts.js';
import { etagOf, type Reply } from './answer-writer.js';
import {
  appApiList,
  appsList,
  downloadsList,
  lastListChange,
  type ListOptions,
  platformList,
  ratingsList,
} from './app-lists.js';
import { downloadArchive, downloadDefaults } from './archive-download.js';
import { notAuthenticated } from './authentication.js';
import { categories } from './categories.js';
import { isDjangoUrl } from './django-url.js';
import { type AcceptedUpload, importFault, importRelease } from './release-import.js';
import { booleanField, httpsField, readFields, textField } from './request-fields.js';
import { mayUpdate, type StoredApp, type StoredUser } from './store-data.js';
import type { StoreDatabase } from './store-database.js';

export interface ViewWorld {
  readonly database: StoreDatabase;
  readonly clock: Clock;
  readonly trust: () => StoreTrust;
  readonly allowLoopback: boolean;
  /** shows apps for subscribers; undefined: nothing does */
  readonly subscriptionKey: string | undefined;
  readonly platforms: readonly string[];
}

const forbidden: StoreAnswer = detail(403, 'You do not have permission to perform this action.');
const noApp: StoreAnswer = detail(404, 'No App matches the given query.');
const noRelease: StoreAnswer = detail(404, 'No AppRelease matches the given query.');
const deleted: StoreAnswer = { status: 204, body: undefined };

/** What the store does for each route (store: api/v1/views.py), once it is known who asks. */
export class Views {
  readonly #world: ViewWorld;

  constructor(world: ViewWorld) {
    this.#world = world;
  }

  token(user: StoredUser): Reply {
    if (user.token !== undefined) return { status: 200, body: { token: user.token } };
    return this.newToken(user);
  }

  newToken(user: StoredUser): Reply {
    const token = newToken();
    this.#world.database.change(({ users }) => {
      for (const stored of users) if (stored.id === user.id) stored.token = token;
    });
    return { status: 200, body: { token } };
  }

  register(user: StoredUser, body: unknown): Reply {
    const read = readFields(body, { certificate: textField, signature: textField, isEnterpriseOnly: booleanField });
    if ('refusal' in read) return read.refusal;
    const { certificate, signature, isEnterpriseOnly } = read.fields;
    const { clock, database, trust } = this.#world;
    const judged = judgeRegistration(certificate, signature, trust(), clock.now());
    if ('refusal' in judged) return judged.refusal;
    const { appId } = judged.accepted;
    const known = this.#app(appId);
    if (known !== undefined && !known.transferable && known.owner !== user.id) {
      return detail(403, 'Only the app owner is allowed to update the certificate');
    }
    return database.change((data, now) => {
      const app = data.apps.find(({ id }) => id === appId);
      if (app === undefined) {
        data.apps.push(newApp(appId, user, certificate, isEnterpriseOnly === 'true', now));
        return { status: 201, body: undefined };
      }
      if (!isSameCertificate(app.certificate, certificate) && app.releases.length > 0) {
        app.releases = [];
        data.lastDeletion = now;
      }
      app.certificate = certificate;
      app.owner = user.id;
      app.transferable = false;
      return { status: 204, body: undefined };
    });
  }

  async publish(user: StoredUser, body: unknown): Promise<Reply> {
    const { allowLoopback } = this.#world;
    const download = httpsField((text) => allowLoopback && isLoopbackUrl(text));
    const read = readFields(body, { download, signature: textField, nightly: booleanField });
    if ('refusal' in read) return read.refusal;
    const { download: url, signature } = read.fields;
    const nightly = read.fields.nightly === 'true';
    const fetched = await downloadArchive(url, { ...downloadDefaults, maxBytes: storeLimit }, allowLoopback);
    if ('fault' in fetched) {
      return fetched.fault === 'too-large'
        ? invalid(`Downloaded archive is bigger than the allowed ${storeLimit} bytes`)
        : invalid(`${url.slice(url.lastIndexOf('/') + 1)} is not a valid tar.gz archive `);
    }
    return this.#take(user, fetched.archive, { url, signature, nightly });
  }

  async #take(
    user: StoredUser,
    archive: Uint8Array,
    request: Pick<AcceptedUpload, 'url' | 'signature' | 'nightly'>,
  ): Promise<Reply> {
    const { clock, database, trust } = this.#world;
    const judged = await judgeArchive(archive, { name: 'archive', nightly: request.nightly });
    const [first] = judged.refusals;
    if (judged.info === undefined) return first ?? crash;
    const upload: AcceptedUpload = { info: judged.info, changelog: judged.changelogs, ...request };
    const { id: appId } = upload.info;
    const app = this.#app(appId);
    if (app === undefined) return invalid(`App ${appId} does not exist, you need to registerit first`);
    if (!mayUpdate(app, user)) return forbidden;
    const signed = { appId, archive, signature: request.signature };
    const refusal =
      judgeSignature(signed, app.certificate, trust(), clock.now()) ?? importFault(app, upload, judged.refusals);
    if (refusal !== undefined) return refusal;
    return database.change((data, now) => {
      const stored = data.apps.find(({ id }) => id === appId);
      if (stored === undefined) return noApp;
      const { status, deleted: hasDeleted } = importRelease(stored, upload, now);
      if (hasDeleted) data.lastDeletion = now;
      return { status, body: undefined };
    });
  }

  deleteRelease(user: StoredUser, appId: string, version: string, nightly: boolean): Reply {
    const app = this.#app(appId);
    const isIt = (release: { version: string; isNightly: boolean }): boolean =>
      release.version === version && release.isNightly === nightly;
    if (app?.releases.some(isIt) !== true) return noRelease;
    if (!mayUpdate(app, user)) return forbidden;
    this.#world.database.change((data, now) => {
      data.lastDeletion = now;
      for (const stored of data.apps) {
        if (stored.id === appId) stored.releases = stored.releases.filter((release) => !isIt(release));
      }
    });
    return deleted;
  }

  /** The one route that says 404 before 401 (AppView has no IsAuthenticated). */
  deleteApp(user: StoredUser | undefined, appId: string): Reply {
    const app = this.#app(appId);
    if (app === undefined) return noApp;
    if (user === undefined) return notAuthenticated;
    if (app.owner !== user.id) return forbidden;
    this.#world.database.change((data, now) => {
      data.lastDeletion = now;
      data.apps = data.apps.filter(({ id }) => id !== appId);
      data.ratings = data.ratings.filter((rating) => rating.app !== appId);
    });
    return deleted;
  }

  downloads(user: StoredUser, appId: string): Reply {
    const app = this.#app(appId);
    if (app === undefined) return noApp;
    return mayUpdate(app, user) ? { status: 200, body: downloadsList(app) } : forbidden;
  }

  apps(query: URLSearchParams): Reply {
    return this.#list(appsList(this.#world.database.data, this.#listOptions(query)), {
      gzip: true,
      lastModified: true,
    });
  }

  appApiApps(query: URLSearchParams): Reply {
    return this.#list(appApiList(this.#world.database.data, this.#listOptions(query)), {});
  }

  platformApps(version: string, query: URLSearchParams): Reply {
    const list = platformList(this.#world.database.data, version, this.#listOptions(query));
    return this.#list(list, { lastModified: true });
  }

  categories(): Reply {
    // They never change here: any time will do.
    return { status: 200, body: categories, etag: etagOf(0), lastModified: 0 };
  }

  ratings(): Reply {
    const { data } = this.#world.database;
    const times = data.ratings.map(({ ratedAt }) => ratedAt);
    return {
      status: 200,
      body: ratingsList(data),
      etag: etagOf(times.length === 0 ? undefined : Math.max(...times)),
    };
  }

  platforms(): Reply {
    const { platforms } = this.#world;
    const body = platforms.map((version) => ({ hasRelease: true, version, isSupported: true }));
    return { status: 200, body, etag: `${platforms.length}-${platforms[0] ?? ''}` };
  }

  #list(body: unknown[], options: { gzip?: boolean; lastModified?: boolean }): Reply {
    const changed = lastListChange(this.#world.database.data);
    return {
      status: 200,
      body,
      etag: etagOf(changed),
      ...(options.gzip === true && { gzip: true }),
      ...(options.lastModified === true && changed !== undefined && { lastModified: changed }),
    };
  }

  #listOptions(query: URLSearchParams): ListOptions {
    const key = this.#world.subscriptionKey;
    return {
      now: this.#world.clock.now(),
      withEnterprise: key !== undefined && query.get('subscription_key') === key,
    };
  }

  #app(appId: string): Readonly<StoredApp> | undefined {
    return this.#world.database.data.apps.find(({ id }) => id === appId);
  }
}

function newApp(
  id: string,
  { id: owner }: StoredUser,
  certificate: string,
  isEnterpriseOnly: boolean,
  now: number,
): StoredApp {
  const empty = { userDocs: '', adminDocs: '', developerDocs: '', issueTracker: '', website: '', discussion: '' };
  const lists = { coMaintainers: [], categories: [], authors: [], screenshots: [], releases: [] };
  const translations = { en: { name: id, summary: id, description: id } };
  const times = { created: now, lastRelease: now };
  return { id, owner, certificate, transferable: false, isEnterpriseOnly, ...times, ...empty, ...lists, translations };
}

function isLoopbackUrl(text: string): boolean {
  return isDjangoUrl(text, ['http', 'https']) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(text).hostname);
}
