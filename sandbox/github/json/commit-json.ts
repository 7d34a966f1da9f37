// SPDX-License-Identifier: MIT
import { repositoryUrl, webUrl } from './repository-json.js';
import { timestamp } from './timestamp.js';
import { userJsonOrNull } from './user-json.js';
import type { User } from '../people.js';
import type { Repository } from '../repository.js';
import type { Origins, World } from '../router.js';
import type { GithubState } from '../state.js';
import type { Commit, Signature } from '../git/commit.js';
import type { FileChange } from '../git/file-change.js';

/** The account that GitHub shows for a commit: the one with the address, whoever made the commit. */
export function accountOf(state: GithubState, signature: Signature): User | null {
  return state.userByEmail(signature.email) ?? null;
}

/** A commit of the Git data API. */
export function gitCommitJson(commit: Commit, repository: Repository, origins: Origins): Record<string, unknown> {
  const url = repositoryUrl(repository, origins);
  return {
    sha: commit.id,
    node_id: commitNodeId(commit.id, repository),
    url: `${url}/git/commits/${commit.id}`,
    html_url: commitWebUrl(commit.id, repository, origins),
    author: signatureJson(commit.author),
    committer: signatureJson(commit.committer),
    tree: treeLink(commit, repository, origins),
    message: messageOf(commit),
    parents: parentLinks(commit, repository, origins, 'git/commits'),
    verification: verificationJson(commit, repository),
  };
}

/** A commit of the commits API, with the accounts of author and committer. */
export function commitJson(commit: Commit, repository: Repository, { state, origins }: World): Record<string, unknown> {
  const url = repositoryUrl(repository, origins);
  return {
    sha: commit.id,
    node_id: commitNodeId(commit.id, repository),
    commit: {
      author: signatureJson(commit.author),
      committer: signatureJson(commit.committer),
      message: messageOf(commit),
      tree: treeLink(commit, repository, origins),
      url: `${url}/git/commits/${commit.id}`,
      comment_count: 0,
      verification: verificationJson(commit, repository),
    },
    url: `${url}/commits/${commit.id}`,
    html_url: commitWebUrl(commit.id, repository, origins),
    comments_url: `${url}/commits/${commit.id}/comments`,
    author: userJsonOrNull(accountOf(state, commit.author), origins),
    committer: userJsonOrNull(accountOf(state, commit.committer), origins),
    parents: parentLinks(commit, repository, origins, 'commits'),
  };
}

/** One changed file. @param at the commit at which the file is as the change leaves it */
export function fileChangeJson(
  change: FileChange,
  at: { readonly repository: Repository; readonly commit: string; readonly origins: Origins },
): Record<string, unknown> {
  const { repository, commit, origins } = at;
  const path = change.path.split('/').map(encodeURIComponent).join('/');
  const web = webUrl(repository, origins);
  return {
    sha: change.id,
    filename: change.path,
    status: change.status,
    additions: change.additions,
    deletions: change.deletions,
    changes: change.additions + change.deletions,
    blob_url: `${web}/blob/${commit}/${path}`,
    raw_url: `${web}/raw/${commit}/${path}`,
    contents_url: `${repositoryUrl(repository, origins)}/contents/${path}?ref=${commit}`,
    ...(change.patch !== undefined && { patch: change.patch }),
    ...(change.previousPath !== undefined && { previous_filename: change.previousPath }),
  };
}

/** Commits are named by their repository too: the same commit may be in several. */
export function commitNodeId(id: string, repository: Repository): string {
  return `C_${Buffer.from(`${repository.id}:${id}`).toString('base64url')}`;
}

/** GitHub's answers drop the line end that git puts after every message. */
export function messageOf({ message }: Commit): string {
  return message.replace(/\n+$/, '');
}

export function commitWebUrl(id: string, repository: Repository, origins: Origins): string {
  return `${webUrl(repository, origins)}/commit/${id}`;
}

function signatureJson({ name, email, date }: Signature): Record<string, unknown> {
  return { name, email, date: timestamp(date) };
}

function treeLink({ tree }: Commit, repository: Repository, origins: Origins): Record<string, unknown> {
  return { sha: tree, url: `${repositoryUrl(repository, origins)}/git/trees/${tree}` };
}

function parentLinks(commit: Commit, repository: Repository, origins: Origins, kind: string) {
  return commit.parents.map((sha) => ({
    sha,
    url: `${repositoryUrl(repository, origins)}/${kind}/${sha}`,
    html_url: commitWebUrl(sha, repository, origins),
  }));
}

/** GitHub's own key is the only one that is known here: other signatures are never found to be valid. */
function verificationJson(commit: Commit, { git }: Repository): Record<string, unknown> {
  const { signature, payload, committer } = commit;
  if (git.network.webFlow.isSigned(commit)) {
    return { verified: true, reason: 'valid', signature, payload, verified_at: timestamp(committer.date) };
  }
  const reason = signature === null ? 'unsigned' : 'unknown_key';
  return { verified: false, reason, signature, payload, verified_at: null };
}
