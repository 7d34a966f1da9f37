// SPDX-License-Identifier: MIT
import type { Reply } from './answer-writer.js';
import type { Scheme } from './authentication.js';
import type { StoredUser } from './store-data.js';
import type { ThrottleScope } from './throttle.js';
import type { Views } from './views.js';

export interface RouteRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** parsed JSON, for routes that read a body */
  readonly body: unknown;
}

/** One address of the API (store: api/v1/urls.py); below /api/v1/. */
export interface Route {
  readonly path: RegExp;
  /** how a user may say who he is; none: nobody is asked */
  readonly schemes: readonly Scheme[];
  /** false: who is unknown is let in, and the view decides */
  readonly needsUser: boolean;
  readonly methods: Readonly<Record<string, RouteMethod>>;
}

export interface RouteMethod {
  readonly readsBody?: boolean;
  readonly throttle?: ThrottleScope;
  readonly run: (views: Views, request: RouteRequest, user: StoredUser | undefined) => Reply | Promise<Reply>;
}

const tokenOrBasic: readonly Scheme[] = ['token', 'basic'];
const version = '(?:0|[1-9][0-9]*)(?:\\.(?:0|[1-9][0-9]*)){2}(?:-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?';

/** A route with a user; the server has seen to it that there is one. */
function forUser(run: (views: Views, request: RouteRequest, user: StoredUser) => Reply | Promise<Reply>): RouteMethod {
  return {
    run: (views, request, user) => {
      if (user === undefined) throw new Error('this route needs a user');
      return run(views, request, user);
    },
  };
}

function open(path: RegExp, get: (views: Views, request: RouteRequest) => Reply): Route {
  return { path, schemes: [], needsUser: false, methods: { GET: { run: (views, request) => get(views, request) } } };
}

function closed(path: RegExp, schemes: readonly Scheme[], methods: Route['methods']): Route {
  return { path, schemes, needsUser: true, methods };
}

/** The first that fits counts. */
export const routes: readonly Route[] = [
  open(/^platforms\.json$/, (views) => views.platforms()),
  open(/^platform\/(?<version>\d+\.\d+\.\d+)\/apps\.json$/, (views, { params, query }) =>
    views.platformApps(params.version ?? '', query),
  ),
  open(/^apps\.json$/, (views, { query }) => views.apps(query)),
  open(/^appapi_apps\.json$/, (views, { query }) => views.appApiApps(query)),
  open(/^categories\.json$/, (views) => views.categories()),
  open(/^ratings\.json$/, (views) => views.ratings()),
  closed(/^apps\/releases\/?$/, tokenOrBasic, {
    POST: { ...forUser((views, { body }, user) => views.publish(user, body)), readsBody: true, throttle: 'app_upload' },
  }),
  closed(/^apps\/?$/, tokenOrBasic, {
    POST: {
      ...forUser((views, { body }, user) => views.register(user, body)),
      readsBody: true,
      throttle: 'app_register',
    },
  }),
  {
    path: /^apps\/(?<app>[a-z0-9_]+)\/?$/,
    schemes: tokenOrBasic,
    needsUser: false,
    methods: { DELETE: { run: (views, { params }, user) => views.deleteApp(user, params.app ?? '') } },
  },
  closed(/^apps\/(?<app>[a-z0-9_]+)\/downloads\/?$/, tokenOrBasic, {
    GET: forUser((views, { params }, user) => views.downloads(user, params.app ?? '')),
  }),
  closed(new RegExp(`^apps/(?<app>[a-z0-9_]+)/releases/(?<nightly>nightly/)?(?<version>${version})/?$`), tokenOrBasic, {
    DELETE: forUser((views, { params }, user) =>
      views.deleteRelease(user, params.app ?? '', params.version ?? '', params.nightly !== undefined),
    ),
  }),
  closed(/^token\/?$/, ['basic'], { POST: forUser((views, _request, user) => views.token(user)) }),
  closed(/^token\/new\/?$/, tokenOrBasic, {
    POST: { ...forUser((views, _request, user) => views.newToken(user)), throttle: 'api_token_gen' },
  }),
];
