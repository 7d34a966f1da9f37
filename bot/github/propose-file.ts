// SPDX-License-Identifier: MIT
import { hasStatus } from '../bot-error.js';
import { blobId, modes } from './git-objects.js';
import type { Github } from './github.js';
import { GithubStore } from './github-store.js';
import { objectsOf } from './github.js';

/** One file that somebody else's repository ought to have, in one place or several. */
export interface Proposal {
  /** the branch it ought to be on, and the commit that this stands at */
  readonly base: string;
  readonly tip: string;
  /** a branch of ours, where nobody else writes */
  readonly branch: string;
  readonly paths: readonly string[];
  readonly bytes: Uint8Array;
  /** says which file it is: what was closed under this title is not opened again */
  readonly title: string;
  /** Markdown */
  readonly body: string;
}

interface Shown {
  readonly number: number;
  readonly title: string;
  readonly open: boolean;
}

/**
 * Sees to it that there is one open pull request of ours with this file, unless the people there closed it.
 *
 * Replicas may do so at once. There is one branch, whose name is given, and each of them sets it to a commit of the same
 * tree on the same tip, so whoever is last changes nothing that anybody sees; and GitHub takes one open pull request for
 * a pair of branches. Where one of them had an older file, the next reconciliation finds that it is not the right one.
 * @returns its number; undefined where one with this title was closed or merged: it is for the people there to decide
 */
export async function proposeFile(github: Github, proposal: Proposal): Promise<number | undefined> {
  const { octokit, repository } = github;
  const all = await ourProposals(github, proposal);
  const open = all.find((one) => one.open);
  if (open === undefined && all.some(({ title }) => title === proposal.title)) return undefined;
  if (open === undefined || !(await hasFile(github, proposal))) await setBranch(github, proposal);
  if (open === undefined) return openPullRequest(github, proposal);
  const { title, body } = proposal;
  if (open.title !== title) {
    await octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...repository,
      pull_number: open.number,
      title,
      body,
    });
  }
  return open.number;
}

/** Latest first; older ones than a hundred say nothing of this file. */
async function ourProposals({ octokit, repository }: Github, { branch, base }: Proposal): Promise<Shown[]> {
  const { data } = await octokit.request('GET /repos/{owner}/{repo}/pulls', {
    ...repository,
    state: 'all',
    head: `${repository.owner}:${branch}`,
    base,
    per_page: 100,
  });
  return data.map(({ number, title, state }) => ({ number, title, open: state === 'open' }));
}

/** Whether our branch has it already. */
async function hasFile(github: Github, { branch, paths, bytes }: Proposal): Promise<boolean> {
  const { octokit, repository } = github;
  try {
    const ref = `heads/${branch}`;
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...repository, ref });
    const store = new GithubStore(objectsOf(github), data.object.sha);
    const there = await Promise.all(paths.map((path) => store.find(path)));
    return there.every((file) => file?.sha === blobId(bytes, file?.sha.length));
  } catch (error) {
    if (hasStatus(error, 404)) return false;
    throw error;
  }
}

/** The branch need not be there; and another replica may make it while this one finds it missing. */
async function setBranch(github: Github, proposal: Proposal): Promise<void> {
  const sha = await commitFile(github, proposal);
  if (await moveBranch(github, proposal.branch, sha)) return;
  const { octokit, repository } = github;
  try {
    const ref = `refs/heads/${proposal.branch}`;
    await octokit.request('POST /repos/{owner}/{repo}/git/refs', { ...repository, ref, sha });
  } catch (error) {
    if (!hasStatus(error, 422) || !(await moveBranch(github, proposal.branch, sha))) throw error;
  }
}

/** @returns false where it could not be moved: mostly since it is not there */
async function moveBranch({ octokit, repository }: Github, branch: string, sha: string): Promise<boolean> {
  try {
    const ref = `heads/${branch}`;
    await octokit.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', { ...repository, ref, sha, force: true });
    return true;
  } catch (error) {
    if (hasStatus(error, 404, 422)) return false;
    throw error;
  }
}

async function commitFile(github: Github, { tip, paths, bytes, title }: Proposal): Promise<string> {
  const { octokit, repository } = github;
  const content = Buffer.from(bytes).toString('base64');
  const blob = await octokit.request('POST /repos/{owner}/{repo}/git/blobs', {
    ...repository,
    content,
    encoding: 'base64',
  });
  const tree = await octokit.request('POST /repos/{owner}/{repo}/git/trees', {
    ...repository,
    base_tree: (await objectsOf(github).commit(tip)).tree,
    tree: paths.map((path) => ({ path, mode: modes.file, type: 'blob', sha: blob.data.sha }) as const),
  });
  const commit = await octokit.request('POST /repos/{owner}/{repo}/git/commits', {
    ...repository,
    message: `${title}\n`,
    tree: tree.data.sha,
    parents: [tip],
  });
  return commit.data.sha;
}

async function openPullRequest(github: Github, proposal: Proposal): Promise<number> {
  const { octokit, repository } = github;
  const { title, body, base, branch: head } = proposal;
  try {
    const { data } = await octokit.request('POST /repos/{owner}/{repo}/pulls', {
      ...repository,
      ...{ title, body, base, head },
    });
    return data.number;
  } catch (error) {
    // another replica was quicker
    const there = hasStatus(error, 422) ? await ourProposals(github, proposal) : [];
    const open = there.find((one) => one.open);
    if (open === undefined) throw error;
    return open.number;
  }
}
