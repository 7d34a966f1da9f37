// SPDX-License-Identifier: MIT
import type { Actor } from '../app.js';
import type { Repository } from '../repository.js';
import { isTagName } from '../tag-name.js';
import { isAncestor } from '../git/history.js';
import { noObject } from '../git/object-store.js';
import { violations } from './rules.js';
import { entryAt } from '../git/tree.js';

/** What somebody wants to happen to a ref. */
export interface RefUpdate {
  /** whole name: `refs/heads/main` */
  readonly name: string;
  /** `noObject` deletes it */
  readonly after: string;
  /** what it must be now, `noObject` that it must not be there; undefined: whatever it is */
  readonly before?: string | undefined;
  /** may go somewhere that is no descendant */
  readonly force: boolean;
}

export type RefRefusalReason =
  | 'name'
  | 'hidden'
  | 'stale'
  | 'missing'
  | 'no-object'
  | 'no-commit'
  | 'not-fast-forward'
  | 'default-branch'
  | 'workflow'
  | 'rules';

export interface RefRefusal {
  readonly update: RefUpdate;
  readonly reason: RefRefusalReason;
  /** of broken rules: what each says */
  readonly rules: readonly string[];
}

/** A ref as it was moved. */
export interface RefMove {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly forced: boolean;
}

/** Why a ref may not be updated, if so. The same for every way: git, REST, GraphQL. */
export function whyNotUpdate(repository: Repository, update: RefUpdate, actor: Actor): RefRefusal | undefined {
  const no = (reason: RefRefusalReason, rules: readonly string[] = []): RefRefusal => ({ update, reason, rules });
  const { git } = repository;
  const { refs, network } = git;
  const { name, after } = update;
  const current = refs.get(name);
  if (!isRefName(name)) return no('name');
  if (name.startsWith('refs/pull/')) return no('hidden');
  if (update.before !== undefined && update.before !== (current ?? noObject)) return no('stale');
  if (after === noObject) {
    // Said to be absent, and absent: there is nothing to do.
    if (current === undefined) return update.before === noObject ? undefined : no('missing');
    if (name === `refs/heads/${repository.defaultBranch}`) return no('default-branch');
  } else {
    if (refs.collides(name)) return no('name');
    if (!network.objects.has(after)) return no('no-object');
    if (name.startsWith('refs/heads/') && network.objects.read(after)?.type !== 'commit') return no('no-commit');
    if (!update.force && current !== undefined && !isFastForward(repository, current, after))
      return no('not-fast-forward');
    if (changesWorkflows(repository, current, after) && !mayChangeWorkflows(actor)) return no('workflow');
  }
  const broken = violations(repository, { name, before: current ?? noObject, after }, actor);
  return broken.length > 0 ? no('rules', broken) : undefined;
}

/** Moves refs that nothing speaks against; at once, so that nobody sees some moved and others not. */
export function moveRefs(repository: Repository, updates: readonly RefUpdate[]): RefMove[] {
  const { refs } = repository.git;
  return updates.flatMap(({ name, after }) => {
    const before = refs.get(name) ?? noObject;
    if (before === after) return [];
    if (after === noObject) refs.delete(name);
    else refs.set(name, after);
    const forced = before !== noObject && after !== noObject && !isFastForward(repository, before, after);
    return [{ name, before, after, forced }];
  });
}

/** As git and GitHub take it: below `refs/`, and no branch or tag that looks like a commit's id (GitHub: GH002). */
function isRefName(name: string): boolean {
  const [, kind, short = ''] = /^refs\/([^/]+)\/(.+)$/.exec(name) ?? [];
  return kind !== undefined && isTagName(name) && !/^[0-9a-f]{40}$/.test(short) && Buffer.byteLength(name) <= 255;
}

function isFastForward(repository: Repository, before: string, after: string): boolean {
  const { network } = repository.git;
  const [old, young] = [network.findCommit(before), network.findCommit(after)];
  return old !== undefined && young !== undefined && isAncestor(network.commit, old.id, young.id);
}

/**
 * Apps need the permission `workflows` to push commits that change workflow files ("refusing to allow a GitHub App to create
 * or update workflow … without `workflows` permission"). Here the tips are compared.
 */
function changesWorkflows(repository: Repository, before: string | undefined, after: string): boolean {
  const { network } = repository.git;
  const workflowsOf = (id: string | undefined) => {
    const tree = id === undefined ? undefined : network.findCommit(id)?.tree;
    return tree === undefined ? undefined : entryAt(network.objects, tree, '.github/workflows')?.id;
  };
  const old = before ?? repository.branches.get(repository.defaultBranch);
  return workflowsOf(old) !== workflowsOf(after);
}

function mayChangeWorkflows(actor: Actor): boolean {
  return actor.installation === undefined || actor.permissions.workflows === 'write';
}
