// SPDX-License-Identifier: MIT
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Certificate } from '../../common/certificate.js';
import { type Clock, systemClock } from '../../common/clock.js';
import type { CertificateRevocationList } from '../../common/crl.js';
import type { StoreTrust } from '../../src/store/certificate-path.js';
import { addUser } from './accounts.js';
import { type Reply, writeReply } from './answer-writer.js';
import { type Fault, FaultPlan } from './fault-plan.js';
import { ListCache } from './list-cache.js';
import { RequestHandler } from './request-handler.js';
import type { StoredApp, StoredUser } from './store-data.js';
import { StoreDatabase } from './store-database.js';
import { Throttle, type ThrottleRates } from './throttle.js';
import { Views } from './views.js';

export interface StoreOptions {
  /** default 0: any free one */
  readonly port?: number;
  /** folder that keeps the data; default: memory */
  readonly data?: string;
  /** every certificate of the bundle, root included */
  readonly trust: readonly Certificate[];
  readonly crl?: CertificateRevocationList;
  /** fetch archives from this machine, over http too, which the real store never does */
  readonly allowLoopback?: boolean;
  readonly clock?: Clock;
  readonly user?: { readonly name: string; readonly password: string };
  readonly throttle?: ThrottleRates;
  /** how long an answer of a list is given again; default 0 */
  readonly listCacheMs?: number;
  readonly subscriptionKey?: string;
  /** versions of Nextcloud in platforms.json */
  readonly platforms?: readonly string[];
  /** one line for each request; never a secret */
  readonly log?: (line: string) => void;
}

/** A store that listens. */
export interface RunningStore {
  /** e.g. `http://127.0.0.1:8080/api/v1` */
  readonly url: string;
  /** the first user */
  readonly user: string;
  readonly token: string;
  addUser(name: string, password: string): { readonly token: string };
  /** what the store's pages are for */
  addCoMaintainer(appId: string, userName: string): void;
  unlock(appId: string): void;
  rate(appId: string, userName: string, rating: number, comment?: string): void;
  setCrl(crl: CertificateRevocationList | undefined): void;
  setTrust(trust: readonly Certificate[]): void;
  /** requests that go wrong from now on */
  fail(fault: Fault): void;
  clearFaults(): void;
  /** `METHOD PATH` of every request so far, below the store's address */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

const prefix = '/api/v1/';
/** Serves an App Store on loopback that refuses what the real one refuses, with its status codes and bodies. */
export async function startStore(options: StoreOptions): Promise<RunningStore> {
  const store = new SandboxStore(options);
  await store.listen(options.port ?? 0);
  return store;
}

class SandboxStore implements RunningStore {
  readonly user: string;
  readonly token: string;
  readonly requests: string[] = [];
  readonly #options: StoreOptions;
  readonly #database: StoreDatabase;
  readonly #handler: RequestHandler;
  readonly #faults = new FaultPlan();
  readonly #server: Server;
  #trust: StoreTrust;

  constructor(options: StoreOptions) {
    const clock = options.clock ?? systemClock;
    this.#options = options;
    this.#trust = { authorities: options.trust, ...(options.crl && { crl: options.crl }) };
    this.#database = new StoreDatabase(clock, options.data);
    const views = new Views({
      database: this.#database,
      clock,
      trust: () => this.#trust,
      allowLoopback: options.allowLoopback ?? false,
      subscriptionKey: options.subscriptionKey,
      platforms: options.platforms ?? ['34.0.0', '33.0.0', '32.0.0'],
    });
    const throttle = new Throttle(clock, options.throttle);
    const cache = new ListCache(clock, options.listCacheMs ?? 0);
    this.#handler = new RequestHandler(this.#database, views, throttle, cache);
    const { name, password } = options.user ?? { name: 'developer', password: 'developer' };
    this.user = name;
    this.token = this.addUser(name, password).token;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${prefix.slice(0, -1)}`;
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  addUser(name: string, password: string): { readonly token: string } {
    const known = this.#database.data.users.find((user) => user.name === name);
    const { token } = known ?? this.#database.change((data) => addUser(data, name, password));
    return { token: token ?? '' };
  }

  addCoMaintainer(appId: string, userName: string): void {
    const user = this.#userNamed(userName);
    this.#changeApp(appId, ({ coMaintainers }) => coMaintainers.push(user.id));
  }

  unlock(appId: string): void {
    this.#changeApp(appId, (app) => (app.transferable = true));
  }

  rate(appId: string, userName: string, rating: number, comment = ''): void {
    const user = this.#userNamed(userName);
    this.#database.change((data, ratedAt) => {
      const others = data.ratings.filter((other) => other.app !== appId || other.user !== user.id);
      data.ratings = [...others, { app: appId, user: user.id, rating, comment, ratedAt }];
    });
  }

  setCrl(crl: CertificateRevocationList | undefined): void {
    this.#trust = { authorities: this.#trust.authorities, ...(crl && { crl }) };
  }

  setTrust(trust: readonly Certificate[]): void {
    this.#trust = { ...this.#trust, authorities: trust };
  }

  fail(fault: Fault): void {
    this.#faults.add(fault);
  }

  clearFaults(): void {
    this.#faults.clear();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    // `//` and the like are no address; nobody but a test sends them.
    const url = URL.canParse(request.url ?? '', 'http://store')
      ? new URL(request.url ?? '', 'http://store')
      : undefined;
    const path = url?.pathname.startsWith(prefix) === true ? url.pathname.slice(prefix.length) : undefined;
    const shown = `${method} ${url?.pathname ?? 'no address'}`;
    this.requests.push(path === undefined ? shown : `${method} ${path}`);
    try {
      const fault = path === undefined ? undefined : this.#faults.take(method, path);
      const reply = await this.#replyOrFault(request, method, path, url?.searchParams, fault);
      if (reply === undefined) {
        response.destroy();
        return;
      }
      this.#options.log?.(`${shown} ${reply.status}`);
      writeReply(request, response, reply);
      // What nobody has read must not stand before the next request of the connection.
      request.resume();
    } catch (error) {
      this.#options.log?.(`${shown} failed: ${error instanceof Error ? error.message : String(error)}`);
      response.destroy();
    }
  }

  /** undefined: the connection is to be cut */
  async #replyOrFault(
    request: IncomingMessage,
    method: string,
    path: string | undefined,
    query = new URLSearchParams(),
    fault?: Fault,
  ): Promise<Reply | undefined> {
    if (fault?.with === 'drop') return undefined;
    if (typeof fault?.with === 'object') return { ...fault.with, ...(fault.headers && { headers: fault.headers }) };
    const reply = await this.#handler.reply(request, method, path, query);
    return fault?.with === 'drop-after' ? undefined : reply;
  }

  #changeApp(appId: string, change: (app: StoredApp) => unknown): void {
    this.#database.change(({ apps }) => {
      const app = apps.find(({ id }) => id === appId);
      if (app === undefined) throw new Error(`the store has no app "${appId}"`);
      change(app);
    });
  }

  #userNamed(name: string): StoredUser {
    const user = this.#database.data.users.find((candidate) => candidate.name === name);
    if (user === undefined) throw new Error(`the store has no user "${name}"`);
    return user;
  }
}
