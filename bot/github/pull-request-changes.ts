// SPDX-License-Identifier: MIT
import { hasStatus } from '../bot-error.js';
import type { Change, PullRequestCommit } from '../situation.js';
import type { GitObjects } from './git-objects.js';
import { type Github, objectsOf } from './github.js';
import { inPortions } from './in-portions.js';
import { forkPoint, type ListedCommit } from './pull-request-commits.js';
import type { ShownPullRequest } from './pull-request-reader.js';
import { TreeChanges } from './tree-changes.js';

/** A request is one file of 2 kB in one folder. What is beyond this is no request, and costs calls that others wait for. */
const limits = { folders: 400, changes: 300, blobBytes: 1024 * 1024, allBytes: 10 * 1024 * 1024 } as const;

/** Calls side by side: GitHub counts more than a hundred as an abuse. */
const atOnce = 10;

export interface PullRequestChanges {
  readonly commits: readonly PullRequestCommit[];
  readonly changes: readonly Change[];
  readonly truncated: boolean;
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  readonly unread: ReadonlySet<string>;
}

/**
 * What a pull request does, all in all and commit by commit, and the content of every file that it brings or brought.
 * @param listed its commits, as far as GitHub told
 * @param baseTip the commit that the base branch stands at
 */
export async function readChanges(
  github: Github,
  { pullRequest: { head }, commitCount }: ShownPullRequest,
  listed: readonly ListedCommit[],
  baseTip: string,
): Promise<PullRequestChanges> {
  const objects = objectsOf(github);
  const reader = new TreeChanges(objects, limits);
  const from = await startOf(github, listed, head.sha, baseTip);
  const roots = [head.sha, from, ...listed.map(({ sha }) => sha)];
  await inPortions(roots, atOnce, async (sha) => objects.tree((await objects.commit(sha)).tree));

  const changes = await reader.between([await treeOf(objects, from)], await treeOf(objects, head.sha));
  const commits: PullRequestCommit[] = [];
  for (const { tree, ...commit } of listed) {
    const before = await Promise.all(commit.parents.map((parent) => treeOf(objects, parent)));
    commits.push({ ...commit, changes: await reader.between(before, tree) });
  }
  return {
    commits,
    changes,
    truncated: reader.truncated || commitCount > listed.length,
    ...(await readBlobs(objects, reader.sizes)),
  };
}

async function treeOf(objects: GitObjects, commit: string): Promise<string> {
  return (await objects.commit(commit)).tree;
}

/** The merge base; the base branch itself where they have none, since then everything is a change. */
async function startOf(
  { octokit, repository }: Github,
  listed: readonly ListedCommit[],
  head: string,
  baseTip: string,
): Promise<string> {
  if (listed.length === 0) return head;
  const point = forkPoint(listed, head);
  if (point !== undefined) return point;
  try {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
      ...repository,
      basehead: `${baseTip}...${head}`,
      per_page: 1,
    });
    return data.merge_base_commit.sha;
  } catch (error) {
    if (hasStatus(error, 404)) return baseTip;
    throw error;
  }
}

/** In the order in which they were come across: first what the pull request would bring, then what it brought meanwhile. */
async function readBlobs(
  objects: GitObjects,
  sizes: ReadonlyMap<string, number>,
): Promise<Pick<PullRequestChanges, 'blobs' | 'unread'>> {
  const [wanted, unread] = [new Set<string>(), new Set<string>()];
  let total = 0;
  for (const [blob, size] of sizes) {
    const fits = size <= limits.blobBytes && total + size <= limits.allBytes;
    if (fits) total += size;
    (fits ? wanted : unread).add(blob);
  }
  const blobs = new Map<string, Uint8Array>();
  await inPortions([...wanted], atOnce, async (blob) => blobs.set(blob, await objects.blob(blob)));
  return { blobs, unread };
}
