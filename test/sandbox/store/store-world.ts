// SPDX-License-Identifier: MIT
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RunningStore, startStore, type StoreOptions } from '../../../sandbox/store/store-server.js';
import { signBytes } from '../../../src/store/archive-signature.js';
import { FakeClock } from '../../store/support/fake-outside.js';
import { type Holder, makeAuthority, rsaKey, type TestAuthority } from '../../store/support/test-authority.js';

/** A web server on this machine that serves archives: whatever a path is given. */
export class ArchiveHost {
  readonly requests: string[] = [];
  readonly #server: Server;
  readonly #paths = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();

  constructor() {
    this.#server = createServer((request, response) => {
      this.requests.push(request.url ?? '');
      const serve = this.#paths.get(request.url ?? '');
      if (serve === undefined) response.writeHead(404).end('Not Found');
      else serve(request, response);
    });
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  /** @returns the address */
  serve(path: string, what: Uint8Array | ((request: IncomingMessage, response: ServerResponse) => void)): string {
    this.#paths.set(path, typeof what === 'function' ? what : (_request, response) => response.end(what));
    return this.url(path);
  }
}

export interface StoreWorld {
  readonly store: RunningStore;
  readonly host: ArchiveHost;
  readonly authority: TestAuthority;
  readonly clock: FakeClock;
  readonly appKey: Holder['key'];
  /** a certificate for the id, with `appKey` */
  certificate(appId: string): Promise<Holder>;
  /** a raw request below the store's address, by the first user unless another token is given */
  send(method: string, path: string, options?: RequestOptions): Promise<Said>;
  register(holder: Holder, options?: RequestOptions): Promise<Said>;
  /** serves and publishes an archive, signed with `appKey` */
  publish(archive: Uint8Array, options?: PublishOptions): Promise<Said>;
  list(path?: string): Promise<ListedByStore[]>;
}

export interface RequestOptions {
  readonly token?: string | null;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

export interface PublishOptions extends RequestOptions {
  readonly nightly?: boolean;
  readonly url?: string;
  readonly signature?: string;
}

export interface Said {
  readonly status: number;
  readonly headers: Headers;
  /** JSON where it is JSON, else text */
  readonly body: unknown;
}

/** An app of a list, as deep as a test looks. */
export interface ListedByStore {
  readonly id: string;
  readonly translations: Record<string, { name: string }>;
  readonly releases: readonly Record<string, unknown>[];
}

export async function makeStoreWorld(options: Partial<StoreOptions> = {}): Promise<StoreWorld> {
  const clock = new FakeClock();
  const authority = await makeAuthority();
  const host = new ArchiveHost();
  await host.listen();
  const store = await startStore({ trust: authority.trust.authorities, allowLoopback: true, clock, ...options });
  const appKey = rsaKey();
  const send: StoreWorld['send'] = async (method, path, { token = store.token, headers = {}, body } = {}) => {
    const response = await fetch(`${store.url}/${path}`, {
      method,
      headers: {
        ...(token !== null && { authorization: `Token ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      redirect: 'manual',
    });
    const text = await response.text();
    const isJson = text !== '' && response.headers.get('content-type') === 'application/json';
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  let served = 0;
  return {
    store,
    host,
    authority,
    clock,
    appKey,
    send,
    certificate: (appId) => authority.issue(appId, { key: appKey }),
    register: ({ certificate, key, pem }, request = {}) => {
      const signature = signBytes(Buffer.from(certificate.commonNames[0] ?? ''), key);
      return send('POST', 'apps', { body: { certificate: pem, signature }, ...request });
    },
    publish: (archive, { nightly, url, signature, ...request } = {}) => {
      const download = url ?? host.serve(`/${++served}/app.tar.gz`, archive);
      const body = {
        download,
        signature: signature ?? signBytes(archive, appKey),
        ...(nightly !== undefined && { nightly }),
      };
      return send('POST', 'apps/releases', { body, ...request });
    },
    list: async (path = 'apps.json') => (await send('GET', path)).body as ListedByStore[],
  };
}

export async function closeWorld({ store, host }: StoreWorld): Promise<void> {
  await store.close();
  await host.close();
}
