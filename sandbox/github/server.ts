// SPDX-License-Identifier: MIT
import { generateKeyPairSync } from 'node:crypto';
import { problem } from './answer.js';
import { Faults } from './faults.js';
import { type Contract, type Desk, dispatch } from './dispatch.js';
import { listen, type Listener } from './listener.js';
import { RateLimits } from './rate-limits.js';
import { type Origins, type Route, Router } from './router.js';
import { appRoutes } from './routes/apps.js';
import { commentRoutes } from './routes/comments.js';
import { checkRunRoutes } from './routes/check-runs.js';
import { commitStatusRoutes } from './routes/commit-statuses.js';
import { reviewRoutes } from './routes/reviews.js';
import { issueRoutes } from './routes/issues.js';
import { labelRoutes } from './routes/labels.js';
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
  /** checks requests and answers against GitHub's own description */
  readonly contract?: Contract;
  /** true refuses requests beyond the hourly rate limit */
  readonly rateLimited?: boolean;
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
  /** @throws AggregateError where a handler failed, or an answer was not as GitHub describes it */
  close(): Promise<void>;
}

const mainRoutes: readonly Route[] = [
  ...assetRoutes,
  ...releaseRoutes,
  ...tagRoutes,
  ...downloadRoutes,
  ...appRoutes,
  ...commentRoutes,
  ...labelRoutes,
  ...issueRoutes,
  ...reviewRoutes,
  ...checkRunRoutes,
  ...commitStatusRoutes,
];

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
  const errors: unknown[] = [];
  const faults = new Faults();

  const rateLimits = new RateLimits(state.now, options.rateLimited ?? false);
  const serve = (port: number, routes: readonly Route[]): Promise<Listener> => {
    const router = new Router(routes);
    const desk = (): Desk => ({ state, origins, router, rateLimits, contract: options.contract });
    return listen(port, {
      strike: ({ method, path, headers }) => {
        requests.push({ method, path, authorized: headers.authorization !== undefined });
        return faults.take(method, path);
      },
      respond: async (request, effect) => {
        try {
          return await dispatch(desk(), request, effect);
        } catch (error) {
          errors.push(error);
          return problem(500, error instanceof Error ? error.message : 'Server Error');
        }
      },
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
      await state.data.close();
      if (errors.length > 0) throw new AggregateError(errors, `the local GitHub itself failed: ${String(errors[0])}`);
    },
  };
}

/** The App whose tokens workflows get, with `contents: read` only. */
function workflows(state: GithubState, repository: Repository): Installation {
  const { publicKey } = generateKeyPairSync('ed25519');
  const app = addApp(state, { name: 'GitHub Actions', slug: 'github-actions', publicKey });
  return addInstallation(state, app, repository.account, { contents: 'read' });
}
