// SPDX-License-Identifier: MIT
import { actorOf, badCredentials, routeRefusal } from './access.js';
import { generateKeyPairSync } from 'node:crypto';
import { type Answer, notFound, problem } from './answer.js';
import { Faults } from './faults.js';
import { listen, type Listener, type Received } from './listener.js';
import { type Call, type Origins, type Route, Router } from './router.js';
import { assetRoutes } from './routes/assets.js';
import { downloadRoutes, objectRoutes } from './routes/objects.js';
import { releaseRoutes } from './routes/releases.js';
import { tagRoutes } from './routes/tags.js';
import { addApp, addInstallation } from './app-registry.js';
import type { Installation } from './app.js';
import { GithubState, type Repository } from './state.js';

export interface GithubOptions {
  /** `OWNER/NAME` */
  readonly repository: string;
  /** default: a free one */
  readonly port?: number;
  readonly private?: boolean;
  readonly immutableReleases?: boolean;
  readonly now?: () => Date;
}

export interface RequestRecord {
  readonly method: string;
  /** path and query */
  readonly path: string;
  readonly authorized: boolean;
}

/** A running GitHub on loopback. */
export interface LocalGithub extends Origins {
  /** the REST API's base, for `GITHUB_API_URL` */
  readonly url: string;
  readonly tokens: {
    /** may push */
    readonly maintainer: string;
    /** a person without rights on the repository */
    readonly outsider: string;
    /** a workflow's token with `contents: read` only */
    readonly readOnlyWorkflow: string;
  };
  readonly repository: Repository;
  readonly state: GithubState;
  readonly faults: Faults;
  /** every request so far, in order, those that a fault struck included */
  readonly requests: readonly RequestRecord[];
  close(): Promise<void>;
}

const mainRoutes: readonly Route[] = [...assetRoutes, ...releaseRoutes, ...tagRoutes, ...downloadRoutes];

/**
 * Starts a GitHub on loopback: REST API, uploads and web on one origin, laid out as on GitHub Enterprise Server
 * (`/api/v3`, `/api/uploads`), the object store on another. State is in memory and ends with `close()`.
 */
export async function startGithub(options: GithubOptions): Promise<LocalGithub> {
  const state = new GithubState(options.now ?? (() => new Date()));
  const repository = state.addRepository(options.repository, {
    private: options.private ?? false,
    immutableReleases: options.immutableReleases ?? false,
  });
  const tokens = {
    maintainer: state.addToken(repository.account),
    outsider: state.addToken(state.addUser('outsider')),
    readOnlyWorkflow: state.addInstallationToken(workflows(state, repository)).token,
  };
  const requests: RequestRecord[] = [];
  const faults = new Faults();

  const serve = (port: number, routes: readonly Route[]): Promise<Listener> => {
    const router = new Router(routes);
    return listen(port, {
      strike: ({ method, path, headers }) => {
        requests.push({ method, path, authorized: headers.authorization !== undefined });
        return faults.take(method, path);
      },
      respond: (request, effect) => dispatch(router, request, { state, origins, effect }),
    });
  };
  const main = await serve(options.port ?? 0, mainRoutes);
  const store = await serve(0, objectRoutes);
  const web = main.origin;
  const origins: Origins = { api: `${web}/api/v3`, uploads: `${web}/api/uploads`, web, objects: store.origin };

  return {
    ...origins,
    url: origins.api,
    ...{ tokens, repository, state, faults, requests },
    close: async () => {
      await Promise.all([main.close(), store.close()]);
    },
  };
}

/** The App whose tokens workflows get, with `contents: read` only. */
function workflows(state: GithubState, repository: Repository): Installation {
  const { publicKey } = generateKeyPairSync('ed25519');
  const app = addApp(state, { name: 'GitHub Actions', slug: 'github-actions', publicKey });
  return addInstallation(state, app, repository.account, { contents: 'read' });
}

async function dispatch(
  router: Router,
  request: Received,
  world: Pick<Call, 'state' | 'origins' | 'effect'>,
): Promise<Answer> {
  const { effect, state, origins } = world;
  if (effect?.kind === 'answer') {
    const failure = problem(effect.status, effect.message ?? 'Server Error');
    return { ...failure, headers: { ...failure.headers, ...effect.headers } };
  }
  const url = new URL(request.path, origins.web);
  const found = router.find(request.method, url.pathname);
  const actor = takesTokens(url.pathname) ? actorOf(request.headers.authorization, state) : undefined;
  if (actor === 'bad') return badCredentials;
  if (found === undefined) return notFound;
  const call: Call = { ...request, ...world, url, actor, app: undefined, params: found.params };
  const answer = routeRefusal(found.route, call) ?? (await found.route.handle(call));
  return effect?.kind === 'answer-after' ? problem(effect.status, 'Server Error') : answer;
}

/** The API, and git over HTTP; a download's address carries its own permission. */
function takesTokens(path: string): boolean {
  return path.startsWith('/api/') || /^\/[^/]+\/[^/]+\.git\//.test(path);
}
