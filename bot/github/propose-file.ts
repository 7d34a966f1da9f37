// SPDX-License-Identifier: MIT
import { hasStatus } from '../bot-error.js';
import { blobId } from './git-objects.js';
import type { Github } from './github.js';
import { GithubStore } from './github-store.js';
import { objectsOf } from './github.js';

/** One file that somebody else's repository ought to have. */
export interface Proposal {
  /** the branch it ought to be on, and the commit that this stands at */
  readonly base: string;
  readonly tip: string;
  /** a branch of ours, where nobody else writes */
  readonly branch: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly title: string;
  /** Markdown */
  readonly body: string;
}

/**
 * Sees to it that there is one open pull request of ours with this file.
 * @returns its number
 */
export async function proposeFile(github: Github, proposal: Proposal): Promise<number> {
  const { octokit, repository } = github;
  const open = await openProposal(github, proposal);
  if (await hasFile(github, proposal)) return open ?? openPullRequest(github, proposal);
  const sha = await commitFile(github, proposal);
  const ref = `heads/${proposal.branch}`;
  try {
    await octokit.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', { ...repository, ref, sha, force: true });
  } catch (error) {
    if (!hasStatus(error, 404, 422)) throw error;
    await octokit.request('POST /repos/{owner}/{repo}/git/refs', { ...repository, ref: `refs/${ref}`, sha });
  }
  if (open === undefined) return openPullRequest(github, proposal);
  const { title, body } = proposal;
  await octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...repository,
    pull_number: open,
    title,
    body,
  });
  return open;
}

async function openProposal({ octokit, repository }: Github, { branch, base }: Proposal): Promise<number | undefined> {
  const { data } = await octokit.request('GET /repos/{owner}/{repo}/pulls', {
    ...repository,
    state: 'open',
    head: `${repository.owner}:${branch}`,
    base,
  });
  return data[0]?.number;
}

/** Whether our branch has it already, from an earlier time. */
async function hasFile(github: Github, { branch, path, bytes }: Proposal): Promise<boolean> {
  const { octokit, repository } = github;
  try {
    const ref = `heads/${branch}`;
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...repository, ref });
    const there = await new GithubStore(objectsOf(github), data.object.sha).find(path);
    return there?.sha === blobId(bytes, there?.sha.length);
  } catch (error) {
    if (hasStatus(error, 404)) return false;
    throw error;
  }
}

async function commitFile(github: Github, { tip, path, bytes, title }: Proposal): Promise<string> {
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
    tree: [{ path, mode: '100644', type: 'blob', sha: blob.data.sha }],
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
    const open = hasStatus(error, 422) ? await openProposal(github, proposal) : undefined;
    if (open === undefined) throw error;
    return open;
  }
}
