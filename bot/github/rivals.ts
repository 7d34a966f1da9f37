// SPDX-License-Identifier: MIT
import { RequestFile } from '../../ca/review/request-file.js';
import { keyHash } from '../../ca/review/review-subject.js';
import { hasStatus } from '../bot-error.js';
import type { Change, Situation } from '../situation.js';
import { type Github, objectsOf } from './github.js';
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
    // nobody waits for a verdict because another pull request cannot be read just now
    if (await asksForAny(github, other, apps).catch(() => false)) asking.add(other);
  });
  return candidates
    .filter((other) => asking.has(other))
    .map(({ number: rival, author, createdAt }) => ({ number: rival, author, createdAt }));
}

async function asksForAny(github: Github, other: OpenPullRequest, apps: readonly string[]): Promise<boolean> {
  const names = (await filesOf(github, other)).map(({ path }) => path);
  return apps.some((app) => names.some((name) => name === `${app}.csr` || name.endsWith(`/${app}.csr`)));
}

/** A file that a pull request changes. */
export interface ListedFile {
  readonly path: string;
  /** git's id of its content, where it is a request of a size that can be one */
  readonly request?: string;
}

function filesOf(github: Github, { number, head }: OpenPullRequest): Promise<readonly ListedFile[]> {
  const { octokit, repository, caches } = github;
  return caches.filesOfHead.get(head, async () => {
    try {
      const { data } = await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
        ...repository,
        pull_number: number,
        per_page: 30,
      });
      return data.map(({ filename: path, sha, status, patch }) => {
        // GitHub leaves out the patch of what is large
        const isRequest = path.endsWith('.csr') && status !== 'removed' && patch !== undefined && sha !== null;
        return { path, ...(isRequest && { request: sha }) };
      });
    } catch (error) {
      if (hasStatus(error, 404)) return [];
      throw error;
    }
  });
}

/** Nobody has more under way; of whoever has, the newest are looked into. */
const maxOfAccount = 10;

/**
 * Other open pull requests of the same account that ask for another app with the same key. A request is signed with its
 * key and names its app, so nobody else can make one of them.
 */
export async function sameKeyOf(
  github: Github,
  { number, author }: Pick<Situation['pullRequest'], 'number' | 'author'>,
  { changes, blobs }: Pick<Situation, 'changes' | 'blobs'>,
): Promise<NonNullable<Situation['sameKey']>[number][]> {
  const own = changes.filter(({ path, status }) => path.endsWith('.csr') && status !== 'deleted').slice(0, maxApps);
  const keys = new Set(own.flatMap(({ path, blob = '' }) => keyIn(path, blobs.get(blob)) ?? []));
  if (keys.size === 0) return [];
  const open = await github.caches.open.get('open', () => listOpen(github));
  const others = open.filter((other) => other.number !== number && other.author.id === author.id);
  const apps = appsAskedFor(changes);
  const found = new Map<number, string>();
  await inPortions(others.slice(0, maxOfAccount), 5, async (other) => {
    // as above: it decides nothing
    const app = await appWithKey(github, other, { keys, apps }).catch(() => undefined);
    if (app !== undefined) found.set(other.number, app);
  });
  return others.flatMap((other) => {
    const app = found.get(other.number);
    return app === undefined ? [] : [{ number: other.number, app }];
  });
}

/** The app, none of those, that a pull request asks for with one of these keys. */
async function appWithKey(
  github: Github,
  other: OpenPullRequest,
  { keys, apps }: { readonly keys: ReadonlySet<string>; readonly apps: readonly string[] },
): Promise<string | undefined> {
  for (const { path, request } of await filesOf(github, other)) {
    const app = /([^/]+)\.csr$/.exec(path)?.[1];
    if (request === undefined || app === undefined || apps.includes(app)) continue;
    const key = keyIn(path, await objectsOf(github).blob(request));
    if (key !== undefined && keys.has(key)) return app;
  }
  return undefined;
}

function keyIn(path: string, bytes: Uint8Array | undefined): string | undefined {
  const spki = bytes && new RequestFile(path, bytes).request?.spki;
  return spki && keyHash(spki);
}
