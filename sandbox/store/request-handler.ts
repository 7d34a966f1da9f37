// SPDX-License-Identifier: MIT
import type { IncomingMessage } from 'node:http';
import { detail, type StoreAnswer } from '../../src/store/store-answer.js';
import type { Reply } from './answer-writer.js';
import { authenticate, notAuthenticated } from './authentication.js';
import type { ListCache } from './list-cache.js';
import { readJsonBody } from './request-body.js';
import { type Route, type RouteMethod, routes } from './routes.js';
import type { StoredUser } from './store-data.js';
import type { StoreDatabase } from './store-database.js';
import type { Throttle } from './throttle.js';
import type { Views } from './views.js';

const notFound: StoreAnswer = {
  status: 404,
  body: '<!doctype html><html lang="en"><head><title>Not Found</title></head><body><h1>Not Found</h1><p>The requested resource was not found on this server.</p></body></html>',
};

/** A request on its way to its view, in DRF's order: address, user, permission, throttle, method, body. */
export class RequestHandler {
  constructor(
    private readonly database: StoreDatabase,
    private readonly views: Views,
    private readonly throttle: Throttle,
    private readonly cache: ListCache,
  ) {}

  /** @param path below /api/v1/; undefined: the address is another */
  async reply(
    request: IncomingMessage,
    method: string,
    path: string | undefined,
    query: URLSearchParams,
  ): Promise<Reply> {
    const [route, params] = find(path);
    if (route === undefined) return notFound;
    if (method === 'OPTIONS') return preflight(route);
    const who = authenticate(request.headers.authorization, route.schemes, this.database.data);
    if (who.refusal !== undefined) return challenged(who.refusal, route);
    if (route.needsUser && who.user === undefined) return challenged(notAuthenticated, route);
    const wanted = method === 'HEAD' ? 'GET' : method;
    const handler = route.methods[wanted];
    const wait = handler?.throttle && who.user && this.throttle.refuse(handler.throttle, who.user.id);
    if (wait !== undefined) return throttled(wait);
    if (handler === undefined) {
      const allow = [...Object.keys(route.methods), 'OPTIONS'].join(', ');
      return { ...detail(405, `Method "${method}" not allowed.`), headers: { allow } };
    }
    const run = () => this.#run(request, handler, params, query, who.user);
    const reply = route.schemes.length === 0 ? await this.cache.get(request.url ?? '', run) : await run();
    return reply.status === 401 ? challenged(reply, route) : reply;
  }

  async #run(
    request: IncomingMessage,
    handler: RouteMethod,
    params: Readonly<Record<string, string>>,
    query: URLSearchParams,
    user: StoredUser | undefined,
  ): Promise<Reply> {
    if (handler.readsBody !== true) return handler.run(this.views, { params, query, body: undefined }, user);
    const body = await readJsonBody(request);
    return 'refusal' in body ? body.refusal : handler.run(this.views, { params, query, body: body.json }, user);
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
