// SPDX-License-Identifier: MIT
import { readable } from '../access.js';
import { type Answer, json, problem } from '../answer.js';
import type { ForkNetwork } from '../git/fork-network.js';
import { isObjectId } from '../git/object-store.js';
import { changeTree, emptyTree, entryAt, type Mode, modes, readTree, type TreeChange, walkTree } from '../git/tree.js';
import { repositoryUrl } from '../json/repository-json.js';
import { found, refuse } from '../refused.js';
import { RequestFields } from '../request-fields.js';
import type { Repository } from '../repository.js';
import type { Call, Route } from '../router.js';
import { contentsRead, contentsWrite } from './git-blobs.js';

const trees = '/api/v3/repos/:owner/:name/git/trees';

export const gitTreeRoutes: readonly Route[] = [
  { method: 'POST', path: trees, needs: contentsWrite, handle: create },
  { method: 'GET', path: `${trees}/*tree`, needs: contentsRead, handle: get },
];

/** "The limit for the tree array is 100,000 entries with a maximum size of 7 MB when using the recursive parameter". */
const maxEntries = 100_000;
const maxBytes = 7_000_000;

const types: Readonly<Record<Mode, string>> = {
  [modes.file]: 'blob',
  [modes.executable]: 'blob',
  [modes.symlink]: 'blob',
  [modes.folder]: 'tree',
  [modes.submodule]: 'commit',
};

function create(call: Call): Answer {
  const repository = found(readable(call));
  const { network } = repository.git;
  const fields = RequestFields.of(call.body);
  const wished = fields.objects('tree') ?? refuse(problem(422, 'Invalid request.\n\n"tree" wasn\'t supplied.'));
  const base = fields.textOrNull('base_tree');
  const from =
    typeof base !== 'string' ? emptyTree : (treeNamed(network, base) ?? invalid('base_tree is not a valid tree oid'));
  if (wished.length === 0) invalid('Invalid tree info');
  const sha = changeTree(
    network.objects,
    from,
    wished.map((each) => changeOf(network, from, each)),
  );
  return json(201, treeJson(sha, repository, call, false));
}

/** The id of a tree, given by its own id or by a commit's. */
function treeNamed(network: ForkNetwork, id: string): string | undefined {
  if (id === emptyTree || network.objects.read(id)?.type === 'tree') return id;
  return network.findCommit(id)?.tree;
}

function changeOf(network: ForkNetwork, base: string, fields: RequestFields): TreeChange {
  const path = fields.requiredText('path');
  const mode = (fields.text('mode') ?? modes.file) as Mode;
  if (!(mode in types)) invalid('Must supply a valid tree.mode');
  if (!path.split('/').every(isPathPart)) invalid('tree.path contains a malformed path component');
  const content = fields.text('content');
  const sha = fields.textOrNull('sha');
  if (sha === null) {
    // A path that is not there cannot be taken away.
    return entryAt(network.objects, base, path) ? { path, mode, id: null } : invalid('GitRPC::BadObjectState');
  }
  if (content !== undefined && sha === undefined) {
    return { path, mode, id: network.objects.write('blob', Buffer.from(content)) };
  }
  if (sha === undefined || content !== undefined) return invalid('Must supply either tree.sha or tree.content');
  const type = network.objects.read(sha)?.type;
  // A submodule's commit is in another repository.
  const fits = mode === modes.submodule ? isObjectId(sha) : type === types[mode] || sha === emptyTree;
  return fits ? { path, mode, id: sha } : invalid(`tree.sha ${sha} is not a valid ${types[mode]}`);
}

/** What git's own checks refuse in a tree (`git fsck`), NTFS's and HFS's ways to spell `.git` not counted. */
function isPathPart(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && name.toLowerCase() !== '.git' && !name.includes('\0');
}

/** By a tree's id, a commit's, or a ref's name. With any `recursive` at all, even `0`, what is below as well. */
function get(call: Call): Answer {
  const repository = found(readable(call));
  const { tree = '' } = call.params;
  const sha = treeNamed(repository.git.network, tree) ?? found(repository.git.resolve(tree)).tree;
  return json(200, treeJson(sha, repository, call, call.url.searchParams.has('recursive')));
}

function treeJson(sha: string, repository: Repository, call: Call, recursive: boolean): Record<string, unknown> {
  const { objects } = repository.git.network;
  const url = `${repositoryUrl(repository, call.origins)}/git`;
  const entries = recursive
    ? walkTree(objects, sha)
    : readTree(objects, sha).map((entry) => [entry.name, entry] as const);
  const tree: Record<string, unknown>[] = [];
  let bytes = 0;
  let truncated = false;
  for (const [path, { mode, id }] of entries) {
    const type = types[mode];
    bytes += path.length + 60;
    if (recursive && (tree.length >= maxEntries || bytes > maxBytes)) {
      truncated = true;
      break;
    }
    tree.push({
      path,
      mode,
      type,
      sha: id,
      ...(type === 'blob' && { size: objects.read(id)?.body.length ?? 0 }),
      ...(type !== 'commit' && { url: `${url}/${type}s/${id}` }),
    });
  }
  return { sha, url: `${url}/trees/${sha}`, tree, truncated };
}

function invalid(message: string): never {
  return refuse(problem(422, message));
}
