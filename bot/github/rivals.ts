// SPDX-License-Identifier: MIT
import { hasStatus } from '../bot-error.js';
import type { Change, Situation } from '../situation.js';
import type { Github } from './github.js';
import { inPortions } from './in-portions.js';
import { listOpen, type OpenPullRequest } from './open-pull-requests.js';

/** Nobody asks for more in one pull request. */
const maxApps = 3;
const maxLooks = 50;

/** The ids that a pull request asks for, wherever it put the files. */
export function appsAskedFor(changes: readonly Change[]): string[] {
  const files = changes.filter(({ status }) => status !== 'deleted').map(({ path }) => path);
  const ids = files.flatMap((path) => /([^/]+)\.csr$/.exec(path)?.[1] ?? []);
  return [...new Set(ids)].slice(0, maxApps);
}

/**
 * Other open pull requests for the same apps. It is for people to know, and decides nothing; so the list may be a minute
 * old, and only those are looked into that name the app somewhere.
 */
export async function rivalsOf(
  github: Github,
  number: number,
  apps: readonly string[],
): Promise<Situation['rivals'][number][]> {
  if (apps.length === 0) return [];
  const open = await github.caches.open.get('open', () => listOpen(github));
  const candidates = open.filter((other) => other.number !== number && apps.some((app) => other.text.includes(app)));
  const asking = new Set<OpenPullRequest>();
  // whoever opens hundreds that name the app makes nobody ask GitHub hundreds of things at once
  await inPortions(candidates.slice(0, maxLooks), 5, async (other) => {
    if (await asksForAny(github, other, apps)) asking.add(other);
  });
  return candidates
    .filter((other) => asking.has(other))
    .map(({ number: rival, author, createdAt }) => ({ number: rival, author, createdAt }));
}

async function asksForAny(
  github: Github,
  { number, head }: OpenPullRequest,
  apps: readonly string[],
): Promise<boolean> {
  const { octokit, repository, caches } = github;
  const names = await caches.filesOfHead.get(head, async () => {
    try {
      const { data } = await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
        ...repository,
        pull_number: number,
        per_page: 30,
      });
      return data.map(({ filename }) => filename);
    } catch (error) {
      if (hasStatus(error, 404)) return [];
      throw error;
    }
  });
  return apps.some((app) => names.some((name) => name === `${app}.csr` || name.endsWith(`/${app}.csr`)));
}
