// SPDX-License-Identifier: MIT
import { hasStatus } from '../bot-error.js';
import type { Account, LinkedRepository } from '../situation.js';
import type { Github } from './github.js';

type Relation = Extract<LinkedRepository, { kind: 'found' }>['relation'];

export interface LinkedOwner {
  readonly id: number;
  readonly login: string;
  readonly isOrganisation: boolean;
}

/**
 * How somebody stands to a repository, as far as everyone may see it. Remembered for ten minutes, unless more could come
 * of it: who makes a membership public, as the bot asks for, and comments /recheck, is looked at again.
 */
export async function relationTo(
  github: Github,
  repository: { readonly owner: LinkedOwner; readonly repo: string },
  account: Account,
): Promise<Relation> {
  const { owner, repo } = repository;
  const name = JSON.stringify([owner.id, repo, account.id]);
  const relation = await github.caches.relations.get(name, async () => {
    if (owner.id === account.id) return 'owner';
    const [isMember, hasCommitted] = await Promise.all([
      owner.isOrganisation && isPublicMember(github, owner.login, account),
      isCommitter(github, owner.login, repo, account),
    ]);
    return isMember ? 'member' : hasCommitted ? 'committer' : undefined;
  });
  if (relation !== 'owner' && relation !== 'member') github.caches.relations.delete(name);
  return relation;
}

async function isPublicMember({ octokit }: Github, org: string, { login }: Account): Promise<boolean> {
  try {
    await octokit.request('GET /orgs/{org}/public_members/{username}', { org, username: login });
    return true;
  } catch (error) {
    if (hasStatus(error, 404)) return false;
    throw error;
  }
}

async function isCommitter({ octokit }: Github, owner: string, repo: string, account: Account): Promise<boolean> {
  try {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/commits', {
      owner,
      repo,
      author: account.login,
      per_page: 1,
    });
    return data.some(({ author }) => author?.id === account.id);
  } catch (error) {
    // 409: there is no commit at all
    if (hasStatus(error, 404, 409)) return false;
    throw error;
  }
}
