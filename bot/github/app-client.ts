// SPDX-License-Identifier: MIT
import { createAppAuth } from '@octokit/auth-app';
import { Octokit as Client } from '@octokit/rest';
import type { Clock } from '../../common/clock.js';
import { hasStatus } from '../bot-error.js';
import type { RepositoryName } from '../octokit.js';
import { GithubCaches } from './caches.js';
import type { Github, Ourselves } from './github.js';
import { retrying } from './retrying.js';

const quiet = (): void => undefined;

/** octokit calls every 404 an error, also where that is the answer; what goes wrong is logged where it is known to be. */
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

export interface AppIdentity {
  readonly appId: number | string;
  /** PEM */
  readonly privateKey: string;
  /** of the REST API, e.g. `https://api.github.com` */
  readonly apiUrl: string;
  readonly clock: Clock;
  /** 0 (inclusive) to 1 (exclusive) */
  readonly random: () => number;
}

/** Our App on GitHub: who it is, and where it is installed. */
export class AppClient {
  readonly #client: Client;
  #ourselves: Promise<Ourselves> | undefined;

  constructor(private readonly identity: AppIdentity) {
    const { appId, privateKey } = identity;
    this.#client = this.#clientWith({ appId, privateKey });
  }

  /** @throws BotError `not-permitted` where the key is not the App's */
  ourselves(): Promise<Ourselves> {
    this.#ourselves ??= this.#client.request('GET /app').then(({ data }) => {
      if (data === null) throw new Error('GitHub knows no App by this key');
      return { appId: data.id, login: `${data.slug ?? ''}[bot]` };
    });
    return this.#ourselves;
  }

  /** Every repository that the App may work in. */
  async repositories(): Promise<RepositoryName[]> {
    const installations = await this.#client.paginate('GET /app/installations', { per_page: 100 });
    const lists = await Promise.all(
      installations.map(({ id }) => this.#installed(id).paginate('GET /installation/repositories', { per_page: 100 })),
    );
    return lists.flat().map(({ owner, name }) => ({ owner: owner.login, repo: name }));
  }

  /** The App in this repository; undefined where it is not installed there. */
  async in(repository: RepositoryName): Promise<Github | undefined> {
    const { clock } = this.identity;
    try {
      const { data } = await this.#client.request('GET /repos/{owner}/{repo}/installation', { ...repository });
      return {
        octokit: this.#installed(data.id),
        repository,
        ourselves: await this.ourselves(),
        clock,
        caches: new GithubCaches(() => clock.now().getTime()),
      };
    } catch (error) {
      if (hasStatus(error, 404)) return undefined;
      throw error;
    }
  }

  /** Tokens of an installation last an hour, and are made again before they end. */
  #installed(installationId: number): Client {
    const { appId, privateKey } = this.identity;
    return this.#clientWith({ appId, privateKey, installationId });
  }

  #clientWith(auth: object): Client {
    const { apiUrl, clock, random } = this.identity;
    const Plugged = Client.plugin(retrying({ clock, random }));
    return new Plugged({ authStrategy: createAppAuth, auth, baseUrl: apiUrl, userAgent: 'nextcloud-ca', log });
  }
}
