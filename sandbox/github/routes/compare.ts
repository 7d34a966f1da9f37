// SPDX-License-Identifier: MIT
import { readable } from '../access.js';
import { type Answer, json, problem } from '../answer.js';
import type { Commit } from '../git/commit.js';
import { commitsBetween, mergeBase } from '../git/history.js';
import { commitJson, fileChangeJson } from '../json/commit-json.js';
import { repositoryUrl, webUrl } from '../json/repository-json.js';
import { pageOf } from '../paging.js';
import { limitPatches } from '../pulls/limit-patches.js';
import { found, refuse } from '../refused.js';
import type { Repository } from '../repository.js';
import type { Call, Route } from '../router.js';
import { contentsRead } from './git-blobs.js';

export const compareRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v3/repos/:owner/:name/compare/*basehead', needs: contentsRead, handle: compare },
];

/** "The response includes a comparison of up to 250 commits … up to 300 changed files", the files on the first page only. */
const maxCommits = 250;
const maxFiles = 300;

/** `BASE...HEAD`, each a branch, tag or commit, or `OWNER:BRANCH` of the same network. */
async function compare(call: Call): Promise<Answer> {
  const repository = found(readable(call));
  const { network } = repository.git;
  const [baseName = '', headName = ''] = (call.params.basehead ?? '').split('...');
  const [base, head] = [commitOf(call, repository, baseName), commitOf(call, repository, headName)];
  const common = mergeBase(network.commit, base.id, head.id);
  if (common === undefined) return problem(404, `No common ancestor between ${baseName} and ${headName}.`);
  const ahead = commitsBetween(network.commit, base.id, head.id);
  const behind = commitsBetween(network.commit, head.id, base.id);
  const { shown, headers, number } = pageOf(call, ahead, maxCommits);
  const changes = number === 1 ? await network.diffs.changes(network.commit(common).tree, head.tree) : [];
  const url = `${repositoryUrl(repository, call.origins)}/compare/${baseName}...${headName}`;
  const web = `${webUrl(repository, call.origins)}/compare/${baseName}...${headName}`;
  const { owner } = repository;
  const permanent = `${owner}:${base.id.slice(0, 7)}...${owner}:${head.id.slice(0, 7)}`;
  const body = {
    url,
    html_url: web,
    permalink_url: `${webUrl(repository, call.origins)}/compare/${permanent}`,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    base_commit: commitJson(base, repository, call),
    merge_base_commit: commitJson(network.commit(common), repository, call),
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: shown.map((commit) => commitJson(commit, repository, call)),
    files: limitPatches(changes.slice(0, maxFiles)).map((change) =>
      fileChangeJson(change, { repository, commit: head.id, origins: call.origins }),
    ),
  };
  return json(200, body, headers);
}

function commitOf(call: Call, repository: Repository, name: string): Commit {
  const [, owner, ref = name] = /^([^:]+):(.+)$/.exec(name) ?? [];
  const where =
    owner === undefined
      ? repository
      : call.state.repositories.find(
          (other) => other.git.network === repository.git.network && other.owner.toLowerCase() === owner.toLowerCase(),
        );
  return where?.git.resolve(ref) ?? refuse(problem(404, 'Not Found'));
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}
