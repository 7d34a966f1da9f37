// SPDX-License-Identifier: MIT
import { bodyJson, type HttpAnswer } from '../../common/http.js';
import { isSameCertificate } from './certificate-judgement.js';
import { type ListedApp, readList, readListedApps } from './listed-app.js';
import { StoreConnection, type StoreCredentials, type StoreWorld } from './store-connection.js';
import { StoreError } from './store-error.js';

export const defaultStoreUrl = 'https://apps.nextcloud.com/api/v1';

/** The store downloads, unpacks and judges the archive while we wait; its own timeout is 60 s for each read. */
const publishTimeoutMs = 180_000;

/** How a user of the store stands to an app. Co-maintainers count as owners: they may publish. */
export type Ownership = 'owner' | 'not-owner' | 'not-registered';

/** How a certificate compares with the one that the store has registered for the app. */
export type RegisteredComparison = 'same' | 'other' | 'unknown';

export interface Publication {
  /** https address of the archive */
  readonly download: string;
  /** base64, over the bytes that the address serves */
  readonly signature: string;
  /** default false */
  readonly nightly?: boolean;
}

/** The store's REST routes, one method each (store: docs/api/restapi.rst). Every method throws StoreError. */
export class StoreClient {
  readonly #connection: StoreConnection;

  constructor(options: { readonly url?: string; readonly credentials?: StoreCredentials } & StoreWorld = {}) {
    this.#connection = new StoreConnection(options.url ?? defaultStoreUrl, options.credentials, options);
  }

  get clock(): StoreConnection['clock'] {
    return this.#connection.clock;
  }

  /** The user's token; the store makes one where there is none. It takes a password only, never a token. */
  async token(): Promise<string> {
    return tokenOf(await this.#connection.send({ method: 'POST', path: 'token', what: 'Asking for the token' }));
  }

  /** A new token; the old one is void. Sent once only: after a lost answer the old token is void, too. */
  async renewToken(): Promise<string> {
    const what = 'Renewing the token';
    return tokenOf(await this.#connection.send({ method: 'POST', path: 'token/new', what, repeatable: false }));
  }

  async apps(): Promise<ListedApp[]> {
    return this.#apps('apps.json');
  }

  /** Apps with releases for AppAPI, which stand in no other list. */
  async appApiApps(): Promise<ListedApp[]> {
    return this.#apps('appapi_apps.json');
  }

  /** Apps and releases for one version of Nextcloud, e.g. `31.0.0`. */
  async platformApps(version: string): Promise<ListedApp[]> {
    return this.#apps(`platform/${encodeURIComponent(version)}/apps.json`);
  }

  async categories(): Promise<Record<string, unknown>[]> {
    return this.#list('categories.json');
  }

  async ratings(): Promise<Record<string, unknown>[]> {
    return this.#list('ratings.json');
  }

  async platforms(): Promise<Record<string, unknown>[]> {
    return this.#list('platforms.json');
  }

  /**
   * Registers the certificate's app, or another certificate for it: THAT DELETES ALL RELEASES OF THE APP (store:
   * core/models.py, App.save). The same certificate again changes nothing.
   */
  async register(request: {
    readonly certificate: string;
    readonly signature: string;
  }): Promise<'created' | 'updated'> {
    const what = 'Registering the certificate';
    const answer = await this.#connection.send({ method: 'POST', path: 'apps', what, body: request });
    return answer.status === 201 ? 'created' : 'updated';
  }

  /** Publishing the same version again overwrites it, so that a repeat is safe. */
  async publish({ download, signature, nightly = false }: Publication): Promise<'created' | 'overwritten'> {
    const answer = await this.#connection.send({
      method: 'POST',
      path: 'apps/releases',
      what: 'Publishing to the store',
      body: { download, signature, nightly },
      timeoutMs: publishTimeoutMs,
    });
    return answer.status === 201 ? 'created' : 'overwritten';
  }

  async deleteRelease(appId: string, version: string, kind: 'stable' | 'nightly' = 'stable'): Promise<void> {
    const nightly = kind === 'nightly' ? 'nightly/' : '';
    const path = `apps/${encodeURIComponent(appId)}/releases/${nightly}${encodeURIComponent(version)}`;
    // Stable releases and nightlies are two routes: what the one does not have may well be in the other.
    const other =
      kind === 'nightly'
        ? 'a stable release goes with "nextcloud-release store delete-release"'
        : 'a nightly goes with "nextcloud-release store delete-nightly"';
    await this.#connection.send({
      method: 'DELETE',
      path,
      what: `Deleting ${appId} ${version} from the store`,
      absentFix: `See whether app id and version are right; ${other}.`,
    });
  }

  /** Deletes the app and all of its releases. */
  async deleteApp(appId: string): Promise<void> {
    const path = `apps/${encodeURIComponent(appId)}`;
    await this.#connection.send({ method: 'DELETE', path, what: `Deleting ${appId} from the store` });
  }

  /** Download figures per release, for owner and co-maintainers. */
  async downloads(appId: string): Promise<Record<string, unknown>[]> {
    return readList(await this.#askDownloads(appId, [200]), `Asking for the downloads of ${appId}`);
  }

  /** Whether the user may publish the app; asked by a route that writes nothing. */
  async ownership(appId: string): Promise<Ownership> {
    const { status } = await this.#askDownloads(appId, [200, 403, 404]);
    return status === 200 ? 'owner' : status === 403 ? 'not-owner' : 'not-registered';
  }

  /** The app as the lists show it; undefined where it has no release, or is for subscribers only. */
  async listedApp(appId: string): Promise<ListedApp | undefined> {
    const isIt = ({ id }: ListedApp): boolean => id === appId;
    return (await this.apps()).find(isIt) ?? (await this.appApiApps()).find(isIt);
  }

  /** PEM text of the certificate that the store has registered; undefined where the lists do not show the app. */
  async registeredCertificate(appId: string): Promise<string | undefined> {
    const certificate = (await this.listedApp(appId))?.certificate;
    return certificate === '' ? undefined : certificate;
  }

  async compareCertificate(appId: string, pem: string): Promise<RegisteredComparison> {
    const registered = await this.registeredCertificate(appId);
    if (registered === undefined) return 'unknown';
    return isSameCertificate(registered, pem) ? 'same' : 'other';
  }

  async #askDownloads(appId: string, expect: readonly number[]): Promise<HttpAnswer> {
    const path = `apps/${encodeURIComponent(appId)}/downloads`;
    const what = `Asking the store whose ${appId} is`;
    return this.#connection.send({ method: 'GET', path, what, credentials: 'required', expect });
  }

  async #apps(path: string): Promise<ListedApp[]> {
    const what = `Reading ${path}`;
    return readListedApps(await this.#connection.list(path, what), what);
  }

  async #list(path: string): Promise<Record<string, unknown>[]> {
    const what = `Reading ${path}`;
    return readList(await this.#connection.list(path, what), what);
  }
}

function tokenOf(answer: HttpAnswer): string {
  const body = bodyJson(answer);
  if (typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string') return body.token;
  throw new StoreError('unexpected-answer', 'The store answered without a token.', {
    hint: 'See whether --store is right: it ends with /api/v1.',
    status: answer.status,
  });
}
