// SPDX-License-Identifier: MIT
import { hasStatus } from './bot-error.js';
import type { Github } from './github/github.js';
import { readBase } from './read-base.js';
import type { Workshop } from './workshop.js';

/** A team that nobody finds has no members: with teams alone, everything would wait for ever for an approval that counts. */
export async function warnOfTeams({ github, log }: Workshop): Promise<void> {
  const { settings } = await readBase(github);
  const missing: string[] = [];
  for (const team of settings.approverTeams) if (!(await isThere(github, team))) missing.push(team);
  if (missing.length === 0) return;
  const nobody = settings.approverPermission === 'none' && missing.length === settings.approverTeams.length;
  log.warn(
    { code: 'team-missing', teams: missing },
    `${nobody ? 'nobody may approve' : 'some may not approve'}: the team is not there, or the App may not read it`,
  );
}

async function isThere({ octokit }: Github, team: string): Promise<boolean> {
  const [org = '', slug = ''] = team.split('/');
  try {
    await octokit.request('GET /orgs/{org}/teams/{team_slug}', { org, team_slug: slug });
    return true;
  } catch (error) {
    if (hasStatus(error, 403, 404)) return false;
    throw error;
  }
}
