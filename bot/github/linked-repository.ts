// SPDX-License-Identifier: MIT
import { hasStatus } from '../bot-error.js';
import type { Account, LinkedRepository } from '../situation.js';
import { GitObjects } from './git-objects.js';
import type { Github } from './github.js';
import { type KeyFiles, keyFilesIn } from './key-files.js';
import { type RepositoryFacts, repositoryFacts } from './repository-facts.js';
import { type RepositoryLink, repositoryLinks } from './repository-links.js';
import { type LinkedOwner, relationTo } from './requester-relation.js';

type Found = Extract<LinkedRepository, { kind: 'found' }>;
type Place = Pick<Found, 'infoXml'> & KeyFiles;

/** Whoever names more of them is not clearer by that. */
const maxLooks = 3;

/**
 * The app's repository, as the requester's own words name it: the one whose info.xml has the id that is asked for, else
 * the first that could be looked into.
 * @param texts of the requester, the first counts most
 * @param apps ids that the pull request asks for; awaited only where there is a choice
 */
export async function readLinkedRepository(
  github: Github,
  texts: readonly string[],
  requester: Account,
  apps: Promise<readonly string[]>,
): Promise<LinkedRepository> {
  const facts = await repositoryFacts(github);
  const links = repositoryLinks(texts, new URL(facts.url).origin);
  const looks = links.filter(({ repository }) => repository !== undefined && !isSame(repository, facts));
  const others = links.filter((link) => !looks.includes(link));
  const seen: LinkedRepository[] = [];
  for (const link of looks.slice(0, maxLooks)) {
    const linked = await lookInto(github, facts, link, requester);
    if (linked.kind === 'found' && (looks.length === 1 || speaksOf(linked, await apps))) return linked;
    seen.push(linked);
  }
  for (const { url, repository } of others) {
    seen.push({ kind: repository === undefined ? 'elsewhere' : 'not-an-app', url });
  }
  const worth = ['found', 'elsewhere', 'unreachable', 'not-an-app'] as const;
  return worth.map((kind) => seen.find((one) => one.kind === kind)).find(Boolean) ?? { kind: 'none' };
}

function isSame({ owner, repo }: NonNullable<RepositoryLink['repository']>, { name }: RepositoryFacts): boolean {
  return `${owner}/${repo}`.toLowerCase() === name.toLowerCase();
}

function speaksOf({ infoXml }: Found, apps: readonly string[]): boolean {
  return infoXml.kind === 'read' && apps.includes(infoXml.id);
}

async function lookInto(
  github: Github,
  certificates: RepositoryFacts,
  { url, repository, within }: RepositoryLink,
  requester: Account,
): Promise<LinkedRepository> {
  if (repository === undefined) return { kind: 'elsewhere', url };
  const shown = await readRepository(github, repository);
  if (shown === undefined) return { kind: 'unreachable', url };
  if (shown.ids.includes(certificates.id)) return { kind: 'not-an-app', url };
  const { owner, repo } = shown;
  const [place, relation] = await Promise.all([
    readPlace(github, { owner: owner.login, repo }, shown.defaultBranch, within),
    relationTo(github, shown, requester),
  ]);
  return { kind: 'found', url, name: `${owner.login}/${repo}`, ...place, relation };
}

interface ShownRepository {
  readonly owner: LinkedOwner;
  readonly repo: string;
  readonly defaultBranch: string;
  /** its own, and of those that it is a fork of */
  readonly ids: readonly number[];
}

/** undefined where not everyone can see it. */
async function readRepository(
  { octokit }: Github,
  name: NonNullable<RepositoryLink['repository']>,
): Promise<ShownRepository | undefined> {
  try {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}', { ...name });
    if (data.private) return undefined;
    const { id, login, type } = data.owner;
    return {
      owner: { id: Number(id), login, isOrganisation: type === 'Organization' },
      repo: data.name,
      defaultBranch: data.default_branch,
      ids: [data, data.parent, data.source].flatMap((one) => (one === undefined ? [] : Number(one.id))),
    };
  } catch (error) {
    // 451: taken down; 403: blocked
    if (hasStatus(error, 403, 404, 451)) return undefined;
    throw error;
  }
}

interface Name {
  readonly owner: string;
  readonly repo: string;
}

/** Branches may have slashes: the shortest name that there is a branch of. */
async function readPlace(github: Github, name: Name, defaultBranch: string, within: readonly string[]): Promise<Place> {
  if (within.length === 0) return (await readBranch(github, name, defaultBranch, '')) ?? nothing('');
  for (let length = 1; length <= Math.min(3, within.length); length++) {
    const folder = within
      .slice(length)
      .join('/')
      .replace(/(?:^|\/)appinfo(?:\/[^/]*)?$/, '');
    const place = await readBranch(github, name, within.slice(0, length).join('/'), folder);
    if (place !== undefined) return place;
  }
  return nothing('');
}

function nothing(folder: string): Place {
  return { infoXml: { kind: 'absent', path: infoPath(folder) }, keyFiles: 0, privateKeys: [] };
}

function infoPath(folder: string): string {
  return folder === '' ? 'appinfo/info.xml' : `${folder}/appinfo/info.xml`;
}

/** undefined where there is no such branch, tag or commit, or nothing was ever committed. */
async function readBranch(github: Github, name: Name, ref: string, folder: string): Promise<Place | undefined> {
  const objects = new GitObjects(github.octokit, name, github.caches.objects);
  try {
    const [{ entries }, infoXml] = await Promise.all([
      objects.deepTree(ref),
      readInfoXml(github, name, ref, infoPath(folder)),
    ]);
    return { infoXml, ...(await keyFilesIn(objects, entries)) };
  } catch (error) {
    if (hasStatus(error, 403, 404, 409, 422, 451)) return undefined;
    throw error;
  }
}

/** Not out of the tree: GitHub leaves out what is beyond the first 100,000 files. */
async function readInfoXml(
  { octokit, caches }: Github,
  name: Name,
  ref: string,
  path: string,
): Promise<Found['infoXml']> {
  try {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/contents/{path}', { ...name, path, ref });
    if (Array.isArray(data) || data.type !== 'file' || !('content' in data)) return { kind: 'absent', path };
    // beyond a megabyte GitHub leaves the content out
    if (data.encoding !== 'base64') return { kind: 'unreadable', path, why: `${path} has ${data.size} bytes` };
    const verdict = await caches.infoXml.verdictOn(Buffer.from(data.content, 'base64'));
    return { ...verdict, path };
  } catch (error) {
    if (hasStatus(error, 404)) return { kind: 'absent', path };
    throw error;
  }
}
