// SPDX-License-Identifier: MIT
import type { Commit, Signature } from '../git/commit.js';
import { entryAt, modes, readTree } from '../git/tree.js';
import { accountOf, commitNodeId, messageOf } from '../json/commit-json.js';
import { timestamp } from '../json/timestamp.js';
import type { Repository } from '../repository.js';
import type { World } from '../router.js';
import { accountOrNull } from './account-objects.js';
import { connection, type ConnectionWish } from './connection.js';
import { repositoryObject } from './repository-object.js';

export function refNodeId(repository: Repository, name: string): string {
  return `REF_${Buffer.from(`${repository.id}:${name}`).toString('base64url')}`;
}

/** A ref by its whole name; null where it is not there. */
export function refObject(world: World, repository: Repository, name: string): Record<string, unknown> | null {
  const id = repository.git.refs.get(name);
  if (id === undefined) return null;
  const [, prefix = '', short = name] = /^(refs\/[^/]+\/)(.*)$/.exec(name) ?? [];
  return {
    __typename: 'Ref',
    id: refNodeId(repository, name),
    name: short,
    prefix,
    repository: () => repositoryObject(world, repository),
    target: () => gitObject(world, repository, id),
  };
}

/** Whatever has this id: commit, tree, blob or tag. */
export function gitObject(world: World, repository: Repository, id: string): Record<string, unknown> | null {
  const { network } = repository.git;
  const object = network.objects.read(id);
  if (object === undefined) return null;
  const common = { oid: id, abbreviatedOid: id.slice(0, 7), id: commitNodeId(id, repository) };
  const { body } = object;
  switch (object.type) {
    case 'commit':
      return { __typename: 'Commit', ...common, ...commitFields(world, repository, network.commit(id)) };
    case 'tree':
      return { __typename: 'Tree', ...common, entries: () => treeEntries(repository, id) };
    case 'tag': {
      const [, target = ''] = /^object ([0-9a-f]{40})$/m.exec(body.toString('utf8')) ?? [];
      const [, name = ''] = /^tag (.*)$/m.exec(body.toString('utf8')) ?? [];
      const message = body.toString('utf8').split('\n\n').slice(1).join('\n\n');
      return { __typename: 'Tag', ...common, name, message, target: () => gitObject(world, repository, target) };
    }
    case 'blob': {
      const isBinary = body.subarray(0, 8000).includes(0);
      const text = isBinary ? null : body.toString('utf8');
      return { __typename: 'Blob', ...common, byteSize: body.length, isBinary, text };
    }
  }
}

/** `BRANCH`, `COMMIT`, or `COMMIT:PATH`, as git's `rev-parse` takes it. */
export function objectByExpression(world: World, repository: Repository, expression: string) {
  const { git } = repository;
  const [, revision = expression, path] = /^([^:]*):(.*)$/s.exec(expression) ?? [];
  const commit = git.resolve(revision === 'HEAD' ? repository.defaultBranch : revision);
  if (commit === undefined) return null;
  if (path === undefined) return gitObject(world, repository, commit.id);
  if (path === '') return gitObject(world, repository, commit.tree);
  const entry = entryAt(git.network.objects, commit.tree, path);
  return entry === undefined ? null : gitObject(world, repository, entry.id);
}

function commitFields(world: World, repository: Repository, commit: Commit): Record<string, unknown> {
  return {
    message: messageOf(commit),
    authoredDate: timestamp(commit.author.date),
    committedDate: timestamp(commit.committer.date),
    author: actorObject(world, commit.author),
    committer: actorObject(world, commit.committer),
    tree: () => gitObject(world, repository, commit.tree),
    parents: (wish: ConnectionWish) =>
      connection(commit.parents, wish, (parent) => gitObject(world, repository, parent) ?? {}),
  };
}

function actorObject({ state }: World, signature: Signature): Record<string, unknown> {
  const { name, email, date } = signature;
  const account = accountOf(state, signature);
  // Only people have a `User` here: a bot's commits have none (GitActor.user).
  return { name, email, date: timestamp(date), user: accountOrNull(account?.type === 'User' ? account : null) };
}

function treeEntries(repository: Repository, id: string): Record<string, unknown>[] {
  return readTree(repository.git.network.objects, id).map(({ name, mode, id: oid }) => ({
    name,
    path: name,
    oid,
    mode: Number.parseInt(mode, 8),
    type: mode === modes.folder ? 'tree' : mode === modes.submodule ? 'commit' : 'blob',
  }));
}
