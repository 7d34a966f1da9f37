// SPDX-License-Identifier: MIT
import { webUrl } from '../json/repository-json.js';
import { timestamp } from '../json/timestamp.js';
import type { User } from '../people.js';
import type { Repository } from '../repository.js';
import type { World } from '../router.js';
import { changedPaths } from '../git/changed-paths.js';
import type { Commit, Signature } from '../git/commit.js';
import { accountOf, commitWebUrl, messageOf } from '../json/commit-json.js';
import { commitsBetween } from '../git/history.js';
import { noObject } from '../git/object-store.js';
import type { RefMove } from './ref-update.js';
import { emptyTree } from '../git/tree.js';

/** "The commits array includes a maximum of 2048 commits" (webhook documentation, push). */
const maxCommits = 2048;

/** Tells that a ref was moved: `push`, and `create` or `delete` where it came into being or went. */
export function emitPush(world: World, repository: Repository, move: RefMove, sender: User): void {
  const { events } = world.state;
  const [, kind = '', short = ''] = /^refs\/(heads|tags)\/(.+)$/.exec(move.name) ?? [];
  if (kind === '') return;
  const about = { ref: short, ref_type: kind === 'heads' ? 'branch' : 'tag', pusher_type: 'user' };
  if (move.before === noObject) {
    const facts = () => ({ ...about, master_branch: repository.defaultBranch, description: repository.description });
    events.emit({ event: 'create', repository, sender, facts });
  }
  if (move.after === noObject) events.emit({ event: 'delete', repository, sender, facts: () => about });
  events.emit({ event: 'push', repository, sender, facts: () => pushFacts(world, repository, move, sender) });
}

/** The commits that a push brings, parents first; of a new branch those that the default branch does not have. */
export function pushedCommits(repository: Repository, { name, before, after }: RefMove): Commit[] {
  const { network } = repository.git;
  const head = network.findCommit(after);
  if (head === undefined || name.startsWith('refs/tags/')) return [];
  const base = before === noObject ? repository.branches.get(repository.defaultBranch) : before;
  return base === undefined || base === head.id ? [] : commitsBetween(network.commit, base, head.id);
}

function pushFacts(world: World, repository: Repository, move: RefMove, sender: User): Record<string, unknown> {
  const { name, before, after, forced } = move;
  const head = repository.git.network.findCommit(after);
  const short = (id: string) => id.slice(0, 12);
  return {
    ref: name,
    before,
    after,
    created: before === noObject,
    deleted: after === noObject,
    forced,
    base_ref: null,
    compare: `${webUrl(repository, world.origins)}/compare/${short(before)}...${short(after)}`,
    commits: pushedCommits(repository, move)
      .slice(-maxCommits)
      .map((commit) => pushedCommitJson(world, repository, commit)),
    head_commit: head === undefined ? null : pushedCommitJson(world, repository, head),
    pusher: { name: sender.login, email: sender.emails[0] ?? null },
  };
}

function pushedCommitJson(world: World, repository: Repository, commit: Commit): Record<string, unknown> {
  const { network } = repository.git;
  const [parent] = commit.parents;
  const before = parent === undefined ? emptyTree : network.commit(parent).tree;
  return {
    id: commit.id,
    tree_id: commit.tree,
    distinct: true,
    message: messageOf(commit),
    timestamp: timestamp(commit.committer.date),
    url: commitWebUrl(commit.id, repository, world.origins),
    author: person(world, commit.author),
    committer: person(world, commit.committer),
    ...changedPaths(network.objects, before, commit.tree),
  };
}

function person({ state }: World, signature: Signature): Record<string, unknown> {
  const account = accountOf(state, signature);
  const { name, email, date } = signature;
  return { name, email, date: timestamp(date), ...(account && { username: account.login }) };
}
