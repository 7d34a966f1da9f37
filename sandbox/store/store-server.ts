// SPDX-License-Identifier: MIT
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Certificate } from '../../common/certificate.js';
import { type Clock, systemClock } from '../../common/clock.js';
import type { CertificateRevocationList } from '../../common/crl.js';
import type { StoreTrust } from '../../src/store/certificate-path.js';
import { detail, type StoreAnswer } from '../../src/store/store-answer.js';
import { addUser } from './accounts.js';
import { type Reply, writeReply } from './answer-writer.js';
import { authenticate, notAuthenticated } from './authentication.js';
import { type Fault, FaultPlan } from './fault-plan.js';
import { ListCache } from './list-cache.js';
import { readJsonBody } from './request-body.js';
import { type Route, type RouteMethod, routes } from './routes.js';
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
const notFound: StoreAnswer = {
  status: 404,
  body: '<!doctype html><html lang="en"><head><title>Not Found</title></head><body><h1>Not Found</h1><p>The requested resource was not found on this server.</p></body></html>',
};

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
  readonly #views: Views;
  readonly #throttle: Throttle;
  readonly #faults = new FaultPlan();
  readonly #cache: ListCache;
  readonly #server: Server;
  #trust: StoreTrust;

  constructor(options: StoreOptions) {
    const clock = options.clock ?? systemClock;
    this.#options = options;
    this.#trust = { authorities: options.trust, ...(options.crl && { crl: options.crl }) };
    this.#database = new StoreDatabase(clock, options.data);
    this.#throttle = new Throttle(clock, options.throttle);
    this.#cache = new ListCache(clock, options.listCacheMs ?? 0);
    this.#views = new Views({
      database: this.#database,
      clock,
      trust: () => this.#trust,
      allowLoopback: options.allowLoopback ?? false,
      subscriptionKey: options.subscriptionKey,
      platforms: options.platforms ?? ['34.0.0', '33.0.0', '32.0.0'],
    });
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
    const url = new URL(request.url ?? '/', 'http://store');
    const method = request.method ?? 'GET';
    const path = url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : undefined;
    this.requests.push(`${method} ${path ?? url.pathname}`);
    try {
      const fault = path === undefined ? undefined : this.#faults.take(method, path);
      if (fault?.with === 'drop') {
        response.destroy();
        return;
      }
      const reply =
        typeof fault?.with === 'object'
          ? { ...fault.with, ...(fault.headers && { headers: fault.headers }) }
          : await this.#reply(request, method, path, url.searchParams);
      if (fault?.with === 'drop-after') {
        response.destroy();
        return;
      }
      this.#options.log?.(`${method} ${url.pathname} ${reply.status}`);
      writeReply(request, response, reply);
      // What nobody has read must not stand before the next request of the connection.
      request.resume();
    } catch (error) {
      this.#options.log?.(
        `${method} ${url.pathname} failed: ${error instanceof Error ? error.message : String(error)}`,
      );
      response.destroy();
    }
  }

  async #reply(
    request: IncomingMessage,
    method: string,
    path: string | undefined,
    query: URLSearchParams,
  ): Promise<Reply> {
    const [route, params] = find(path);
    if (route === undefined) return notFound;
    if (method === 'OPTIONS') return preflight(route);
    const who = authenticate(request.headers.authorization, route.schemes, this.#database.data);
    if (who.refusal !== undefined) return challenged(who.refusal, route);
    if (route.needsUser && who.user === undefined) return challenged(notAuthenticated, route);
    const wanted = method === 'HEAD' ? 'GET' : method;
    const handler = route.methods[wanted];
    const wait = handler?.throttle && who.user && this.#throttle.refuse(handler.throttle, who.user.id);
    if (wait !== undefined) return throttled(wait);
    if (handler === undefined) {
      const allow = [...Object.keys(route.methods), 'OPTIONS'].join(', ');
      return { ...detail(405, `Method "${method}" not allowed.`), headers: { allow } };
    }
    const run = () => this.#run(request, handler, params, query, who.user);
    const reply = route.schemes.length === 0 ? await this.#cache.get(request.url ?? '', run) : await run();
    return reply.status === 401 ? challenged(reply, route) : reply;
  }

  async #run(
    request: IncomingMessage,
    handler: RouteMethod,
    params: Readonly<Record<string, string>>,
    query: URLSearchParams,
    user: StoredUser | undefined,
  ): Promise<Reply> {
    if (handler.readsBody !== true) return handler.run(this.#views, { params, query, body: undefined }, user);
    const body = await readJsonBody(request);
    return 'refusal' in body ? body.refusal : handler.run(this.#views, { params, query, body: body.json }, user);
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

function find(path: string | undefined): [Route | undefined, Readonly<Record<string, string>>] {
  for (const route of path === undefined ? [] : routes) {
    const match = route.path.exec(path ?? '');
    if (match !== null) return [route, match.groups ?? {}];
  }
  return [undefined, {}];
}

/** DRF names the first scheme of the route. */
function challenged(refusal: StoreAnswer, { schemes }: Route): Reply {
  const scheme = schemes[0] === 'basic' ? 'Basic realm="api"' : 'Token';
  return { ...refusal, headers: { 'www-authenticate': scheme } };
}

function throttled(seconds: number): Reply {
  const text = `Request was throttled. Expected available in ${seconds} second${seconds === 1 ? '' : 's'}.`;
  return { ...detail(429, text), headers: { 'retry-after': String(seconds) } };
}

/** store: settings/base.py, CORS_ALLOW_HEADERS */
function preflight({ methods }: Route): Reply {
  return {
    status: 200,
    body: undefined,
    headers: {
      allow: [...Object.keys(methods), 'OPTIONS'].join(', '),
      'access-control-allow-methods': 'DELETE, GET, OPTIONS, PATCH, POST, PUT',
      'access-control-allow-headers': 'x-requested-with, content-type, accept, origin, authorization, if-none-match',
    },
  };
}
