// SPDX-License-Identifier: MIT
import { readable } from '../access.js';
import { type Answer, json, problem } from '../answer.js';
import type { Commit } from '../git/commit.js';
import { type FileChange } from '../git/file-change.js';
import { log, logOf } from '../git/history.js';
import { emptyTree, entryAt } from '../git/tree.js';
import { accountOf, commitJson, fileChangeJson } from '../json/commit-json.js';
import { representation } from '../media-type.js';
import { page, pageOf } from '../paging.js';
import { pullRequestSimpleJson } from '../pull-request-json.js';
import { limitPatches } from '../pulls/limit-patches.js';
import { pullCommits } from '../pulls/pull-diff.js';
import { found, refuse } from '../refused.js';
import type { Repository } from '../repository.js';
import type { Call, Route } from '../router.js';
import { contentsRead } from './git-blobs.js';

const commits = '/api/v3/repos/:owner/:name/commits';

export const commitRoutes: readonly Route[] = [
  { method: 'GET', path: commits, needs: contentsRead, handle: list },
  {
    method: 'GET',
    path: `${commits}/:sha/pulls`,
    needs: { anyOf: [{ pull_requests: 'read' }, { contents: 'read' }] },
    handle: listPulls,
  },
  { method: 'GET', path: `${commits}/*ref`, needs: contentsRead, handle: get },
];

/** "If there are more than 300 files, … pagination link headers for the remaining files, up to a limit of 3000 files". */
const filesPerPage = 300;
const maxFiles = 3000;

export function commitNamed(repository: Repository, name: string): Commit {
  return repository.git.resolve(name) ?? refuse(problem(422, `No commit found for SHA: ${name}`));
}

function list(call: Call): Answer {
  const repository = found(readable(call));
  const query = call.url.searchParams;
  const from = query.get('sha') ?? repository.defaultBranch;
  if (repository.git.refs.list('refs/heads/').length === 0) return problem(409, 'Git Repository is empty.');
  const start = found(repository.git.resolve(from));
  const chosen = history(repository, start, query.get('path') ?? '').filter((commit) => isWanted(call, commit));
  return page(call, chosen, (commit) => commitJson(commit, repository, call));
}

function history(repository: Repository, start: Commit, path: string): Commit[] {
  const { network } = repository.git;
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  if (trimmed === '') return [...log(network.commit, [start.id])];
  return [...logOf(network.commit, start.id, (tree) => entryAt(network.objects, tree, trimmed)?.id)];
}

/** `author` is a login or an address. */
function isWanted(call: Call, { author, committer }: Commit): boolean {
  const query = call.url.searchParams;
  const [wanted, since, until] = [query.get('author'), query.get('since'), query.get('until')];
  return (
    (wanted === null ||
      author.email.toLowerCase() === wanted.toLowerCase() ||
      accountOf(call.state, author)?.login.toLowerCase() === wanted.toLowerCase()) &&
    (since === null || committer.date >= new Date(since)) &&
    (until === null || committer.date <= new Date(until))
  );
}

async function get(call: Call): Promise<Answer> {
  const repository = found(readable(call));
  const { network } = repository.git;
  const commit = commitNamed(repository, call.params.ref ?? '');
  if (representation(call) === 'sha') {
    return { status: 200, headers: { 'content-type': 'application/vnd.github.sha' }, body: Buffer.from(commit.id) };
  }
  const [parent] = commit.parents;
  const before = parent === undefined ? emptyTree : network.commit(parent).tree;
  const changes = await network.diffs.changes(before, commit.tree);
  const sum = (count: (change: FileChange) => number) => changes.reduce((total, change) => total + count(change), 0);
  const [additions, deletions] = [sum((change) => change.additions), sum((change) => change.deletions)];
  const { shown, headers } = pageOf(call, changes.slice(0, maxFiles), filesPerPage);
  const body = {
    ...commitJson(commit, repository, call),
    stats: { additions, deletions, total: additions + deletions },
    files: limitPatches(shown).map((change) =>
      fileChangeJson(change, { repository, commit: commit.id, origins: call.origins }),
    ),
  };
  return json(200, body, headers);
}

/** Pull requests of the repository that have the commit, or had it before they were merged. */
function listPulls(call: Call): Answer {
  const repository = found(readable(call));
  const { id } = commitNamed(repository, call.params.sha ?? '');
  const pulls = [...repository.pulls.values()].filter(
    (pull) =>
      (pull.merged || pull.issue.state === 'open') &&
      (pull.head.sha === id || pull.mergeCommitSha === id || pullCommits(pull).some((commit) => commit.id === id)),
  );
  return page(call, pulls, (pull) => pullRequestSimpleJson(pull, call.origins));
}
