// SPDX-License-Identifier: MIT
import type { Octokit as Client } from '@octokit/rest';

/**
 * GitHub's client, authenticated as the App's installation on the certificate repository. Probot's and that of
 * `@octokit/rest` both are one; every call names its route, so that the routes in use can be counted and are held against
 * GitHub's own description in the tests.
 */
export type Octokit = Pick<Client, 'request' | 'graphql' | 'paginate' | 'hook'>;

/** A repository on GitHub. */
export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}
