// SPDX-License-Identifier: MIT
import { generateKeyPairSync } from 'node:crypto';
import { type Answer, problem } from './answer.js';
import { addApp, addInstallation } from './app-registry.js';
import type { Installation } from './app.js';
import { type Contract, dispatch } from './dispatch.js';
import { type Effect, Faults } from './faults.js';
import { GitData } from './git/git-data.js';
import { listen, type Received } from './listener.js';
import { mainRoutes } from './main-routes.js';
import { Person } from './person.js';
import { RateLimits } from './rate-limits.js';
import { type Origins, Router } from './router.js';
import { objectRoutes } from './routes/objects.js';
import { GithubState, type Repository } from './state.js';

import { type WebhookOptions, Webhooks } from './webhooks/webhooks.js';

export interface GithubOptions {
  /** `OWNER/NAME` */
  readonly repository: string;
  /** default: a free one */
  readonly port?: number;
  readonly private?: boolean;
  /** true where the owner is an organisation */
  readonly organization?: boolean;
  readonly immutableReleases?: boolean;
  readonly now?: () => Date;
  /** where the repositories are kept, and found again; default: a temporary folder */
  readonly data?: string;
  /** checks requests and answers against GitHub's own description */
  readonly contract?: Contract;
  /** true refuses requests beyond the hourly rate limit */
  readonly rateLimited?: boolean;
  readonly webhooks?: WebhookOptions;
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
  readonly webhooks: Webhooks;
  /** a person who uses it, by token */
  as(token: string): Person;
  /** every request so far, in order, those that a fault struck included */
  readonly requests: readonly RequestRecord[];
  /** @throws AggregateError where a handler failed, or an answer was not as GitHub describes it */
  close(): Promise<void>;
}

/**
 * Starts a GitHub on loopback: REST API, uploads and web on one origin, laid out as on GitHub Enterprise Server
 * (`/api/v3`, `/api/uploads`), the object store on another. Repositories are on disk; everything else is in memory and ends
 * with `close()`.
 */
export async function startGithub(options: GithubOptions): Promise<LocalGithub> {
  const state = new GithubState(options.now ?? (() => new Date()), new GitData(options.data));
  if (options.organization === true) state.addOrganization(options.repository.split('/')[0] ?? '');
  const repository = state.addRepository(options.repository, {
    private: options.private ?? false,
    immutableReleases: options.immutableReleases ?? false,
  });
  const tokens = {
    maintainer: state.addToken(repository.account),
    outsider: state.addToken(state.addUser('outsider')),
    readOnlyWorkflow: state.addInstallationToken(workflows(state, repository)).token,
  };
  // the account that is shown as the committer of what GitHub commits itself
  state.addUser('web-flow', { name: 'GitHub Web Flow', emails: ['noreply@github.com'] });
  const requests: RequestRecord[] = [];
  const errors: unknown[] = [];
  const faults = new Faults();

  const rateLimits = new RateLimits(state.now, options.rateLimited ?? false);
  const answering =
    (router: Router) =>
    async (request: Received, effect?: Effect): Promise<Answer> => {
      try {
        return await dispatch({ state, origins, router, rateLimits, contract: options.contract }, request, effect);
      } catch (error) {
        errors.push(error);
        return problem(500, error instanceof Error ? error.message : 'Server Error');
      }
    };
  const serve = (port: number, respond: (request: Received, effect?: Effect) => Promise<Answer>) =>
    listen(port, {
      strike: ({ method, path, headers }) => {
        requests.push({ method, path, authorized: headers.authorization !== undefined });
        return faults.take(method, path);
      },
      respond,
    });
  const ask = answering(new Router(mainRoutes(() => webhooks)));
  const main = await serve(options.port ?? 0, ask);
  const store = await serve(0, answering(new Router(objectRoutes)));
  const web = main.origin;
  const origins: Origins = { api: `${web}/api/v3`, uploads: `${web}/api/uploads`, web, objects: store.origin };
  const webhooks = new Webhooks({ state, origins }, options.webhooks, (event, payload) => {
    try {
      options.contract?.webhook(event, payload);
    } catch (error) {
      errors.push(error);
    }
  });

  return {
    ...origins,
    url: origins.api,
    ...{ tokens, repository, state, faults, requests, webhooks },
    as: (token) => {
      const actor = state.actors.get(token);
      if (actor === undefined) throw new Error('nobody has that token');
      return new Person(ask, token, options.repository, actor.user);
    },
    close: async () => {
      webhooks.close();
      await Promise.all([main.close(), store.close()]);
      await state.data.close();
      if (errors.length > 0) throw new AggregateError(errors, `the local GitHub itself failed: ${String(errors[0])}`);
    },
  };
}

/** The App whose tokens workflows get, with `contents: read` only. */
function workflows(state: GithubState, repository: Repository): Installation {
  // Nobody has its private key.
  const { publicKey } = generateKeyPairSync('ed25519');
  const app = addApp(state, { name: 'GitHub Actions', slug: 'github-actions', publicKey });
  return addInstallation(state, app, repository.account, { contents: 'read' });
}
