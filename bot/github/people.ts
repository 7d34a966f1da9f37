// SPDX-License-Identifier: MIT
import { hasStatus } from '../bot-error.js';
import type { Settings } from '../settings.js';
import type { Account } from '../situation.js';
import type { Github } from './github.js';

type Rights = Pick<Settings, 'approverTeams' | 'approverPermission'>;

/**
 * True where the settings let this account approve: a member of one of the teams, or somebody with the permission on the
 * repository. What was asked is remembered for half a minute.
 */
export async function mayApprove(github: Github, settings: Rights, account: Account): Promise<boolean> {
  if (account.isBot) return false;
  const { approverTeams, approverPermission } = settings;
  const key = JSON.stringify([account.id, account.login, approverTeams, approverPermission]);
  return github.caches.approvers.get(key, async () => {
    const answers = await Promise.all([
      ...approverTeams.map((team) => isMember(github, team, account)),
      approverPermission !== 'none' && hasPermission(github, approverPermission, account),
    ]);
    return answers.includes(true);
  });
}

/** Whoever was invited and has not accepted yet is none. */
async function isMember({ octokit }: Github, team: string, { login }: Account): Promise<boolean> {
  const [org = '', slug = ''] = team.split('/');
  try {
    const { data } = await octokit.request('GET /orgs/{org}/teams/{team_slug}/memberships/{username}', {
      org,
      team_slug: slug,
      username: login,
    });
    return data.state === 'active';
  } catch (error) {
    if (hasStatus(error, 404)) return false;
    throw error;
  }
}

type Permission = Exclude<Settings['approverPermission'], 'none'>;

async function hasPermission(
  { octokit, repository }: Github,
  wanted: Permission,
  { id, login }: Account,
): Promise<boolean> {
  try {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
      ...repository,
      username: login,
    });
    // the name may have changed hands since it stood beside the review
    if (data.user?.id !== id) return false;
    const granted: Readonly<Record<Permission, boolean>> = {
      // `permission` knows no maintain: that is a `write`, as roles are that an organisation made up
      write: data.user.permissions?.push ?? ['write', 'admin'].includes(data.permission),
      maintain: data.user.permissions?.maintain ?? ['maintain', 'admin'].includes(data.role_name),
      admin: data.user.permissions?.admin ?? data.permission === 'admin',
    };
    return granted[wanted];
  } catch (error) {
    if (hasStatus(error, 404)) return false;
    throw error;
  }
}
