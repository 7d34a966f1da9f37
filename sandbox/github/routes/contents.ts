// SPDX-License-Identifier: MIT
import { readable } from '../access.js';
import { type Answer, json, problem } from '../answer.js';
import { base64Lines } from '../git/base64-lines.js';
import type { Commit } from '../git/commit.js';
import { entryAt, modes, readTree, type TreeEntry, treeEntry } from '../git/tree.js';
import { repositoryUrl, webUrl } from '../json/repository-json.js';
import { representation } from '../media-type.js';
import { found, refuse } from '../refused.js';
import type { Repository } from '../repository.js';
import type { Call, Route } from '../router.js';
import { contentsRead } from './git-blobs.js';

const contents = '/api/v3/repos/:owner/:name/contents';

export const contentsRoutes: readonly Route[] = [
  { method: 'GET', path: contents, needs: contentsRead, handle: get },
  { method: 'GET', path: `${contents}/*path`, needs: contentsRead, handle: get },
];

/** "1 MB or smaller: all features. Between 1 and 100 MB: only the raw or object media types" (REST documentation). */
const maxInline = 1024 * 1024;
const maxRaw = 100_000_000;
/** "This API has an upper limit of 1,000 files for a directory" */
const maxFolder = 1000;

export interface Place {
  readonly call: Call;
  readonly repository: Repository;
  readonly commit: Commit;
  /** as it was asked for */
  readonly ref: string;
}

function get(call: Call): Answer {
  const repository = found(readable(call));
  const ref = call.url.searchParams.get('ref') ?? repository.defaultBranch;
  const commit = repository.git.resolve(ref) ?? refuse(problem(404, `No commit found for the ref ${ref}`));
  const place: Place = { call, repository, commit, ref };
  const path = (call.params.path ?? '').replace(/\/+$/, '');
  const { objects } = repository.git.network;
  const entry = path === '' ? treeEntry('', modes.folder, commit.tree) : found(entryAt(objects, commit.tree, path));
  switch (entry.mode) {
    case modes.folder:
      return folder(place, path, entry.id);
    case modes.submodule:
      return json(200, { ...common(place, path, entry, 'submodule'), submodule_git_url: submoduleUrl(place, path) });
    case modes.symlink:
      return symlink(place, path, entry);
    default:
      return file(place, path, entry);
  }
}

function folder(place: Place, path: string, tree: string): Answer {
  const entries = readTree(place.repository.git.network.objects, tree)
    .slice(0, maxFolder)
    .map((entry) => listed(place, path === '' ? entry.name : `${path}/${entry.name}`, entry));
  if (representation(place.call) !== 'object') return json(200, entries);
  const entry = treeEntry(path.split('/').at(-1) ?? '', modes.folder, tree);
  return json(200, { ...common(place, path, entry, 'dir'), entries });
}

/** In a listing, submodules have the type `file`, "for backwards compatibility" (REST documentation). */
function listed(place: Place, path: string, entry: TreeEntry): Record<string, unknown> {
  if (entry.mode === modes.folder) return common(place, path, entry, 'dir');
  return common(place, path, entry, entry.mode === modes.symlink ? 'symlink' : 'file');
}

function file(place: Place, path: string, entry: TreeEntry): Answer {
  const bytes = place.repository.git.network.objects.read(entry.id)?.body ?? Buffer.alloc(0);
  const [errors, message] = [
    [{ resource: 'Blob', field: 'data', code: 'too_large' }],
    'This API returns blobs up to 100 MB in size. The requested blob is too large to fetch via the API, but you can always clone the repository via Git in order to obtain it.',
  ];
  if (bytes.length > maxRaw) return problem(403, message, errors);
  if (representation(place.call) === 'raw') {
    return { status: 200, headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8' }, body: bytes };
  }
  const inline = bytes.length <= maxInline;
  return json(200, {
    ...common(place, path, entry, 'file'),
    content: inline ? base64Lines(bytes) : '',
    encoding: inline ? 'base64' : 'none',
  });
}

/** "If the symlink's target is a normal file in the repository, the API responds with the content of the file." */
function symlink(place: Place, path: string, entry: TreeEntry): Answer {
  const { objects } = place.repository.git.network;
  const target = objects.read(entry.id)?.body.toString('utf8') ?? '';
  const aim = resolved(path, target);
  const at = aim === undefined ? undefined : entryAt(objects, place.commit.tree, aim);
  if (aim !== undefined && (at?.mode === modes.file || at?.mode === modes.executable)) return file(place, aim, at);
  return json(200, { ...common(place, path, entry, 'symlink'), target });
}

/** Where a symbolic link leads inside the repository. */
function resolved(path: string, target: string): string | undefined {
  if (target.startsWith('/')) return undefined;
  const parts = path.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}

/** A file without its content. */
export function contentJson(place: Place, path: string): Record<string, unknown> {
  const { objects } = place.repository.git.network;
  return common(place, path, found(entryAt(objects, place.commit.tree, path)), 'file');
}

function common(place: Place, path: string, entry: TreeEntry, type: string): Record<string, unknown> {
  const { call, repository, ref } = place;
  const api = repositoryUrl(repository, call.origins);
  const web = webUrl(repository, call.origins);
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const isTree = entry.mode === modes.folder;
  const isBlob = !isTree && entry.mode !== modes.submodule;
  const url = `${api}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const git = isTree || isBlob ? `${api}/git/${isTree ? 'trees' : 'blobs'}/${entry.id}` : null;
  const html = isTree || isBlob ? `${web}/${isTree ? 'tree' : 'blob'}/${ref}/${encoded}` : null;
  return {
    name: entry.name,
    path,
    sha: entry.id,
    size: isBlob ? (repository.git.network.objects.read(entry.id)?.body.length ?? 0) : 0,
    url,
    html_url: html,
    git_url: git,
    download_url: isBlob ? `${web}/raw/${ref}/${encoded}` : null,
    type,
    _links: { self: url, git, html },
  };
}

/** As `.gitmodules` says; null where it says nothing. */
function submoduleUrl({ repository, commit }: Place, path: string): string | null {
  const { objects } = repository.git.network;
  const entry = entryAt(objects, commit.tree, '.gitmodules');
  const sections = (entry && objects.read(entry.id)?.body.toString('utf8').split(/^\[/m)) ?? [];
  const section = sections.find((text) => /^\s*path\s*=\s*(.*?)\s*$/m.exec(text)?.[1] === path);
  return /^\s*url\s*=\s*(.*?)\s*$/m.exec(section ?? '')?.[1] ?? null;
}
