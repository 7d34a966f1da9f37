// SPDX-License-Identifier: MIT
import { hasStatus } from '../bot-error.js';
import type { Github } from './github.js';
import { readPullRequest } from './pull-request-reader.js';

/**
 * Ends a pull request whose request was signed. GitHub marks it as merged by itself when its head is in the base branch:
 * seconds later, or never (after a rebase, and where the commit has one parent). Merged or closed, both are as good.
 * @param patienceMs how long to wait for GitHub; 0: as it stands
 * @returns `gone` where there is no such pull request
 */
export async function endPullRequest(
  github: Github,
  number: number,
  patienceMs: number,
): Promise<'merged' | 'closed' | 'gone'> {
  const { clock } = github;
  const end = clock.now().getTime() + patienceMs;
  for (let wait = 1000; ; wait *= 2) {
    const shown = await readPullRequest(github, number);
    if (shown === undefined) return 'gone';
    if (shown.pullRequest.merged) return 'merged';
    if (!shown.pullRequest.open) return 'closed';
    const left = end - clock.now().getTime();
    if (left <= 0) return close(github, number);
    await clock.sleep(Math.min(wait, left));
  }
}

async function close(github: Github, number: number): Promise<'merged' | 'closed' | 'gone'> {
  const { octokit, repository } = github;
  try {
    const { data } = await octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...repository,
      pull_number: number,
      state: 'closed',
    });
    return data.merged ? 'merged' : 'closed';
  } catch (error) {
    if (!hasStatus(error, 422)) throw error;
    // it was merged just now
    const shown = await readPullRequest(github, number);
    if (shown?.pullRequest.open === true) throw error;
    return shown === undefined ? 'gone' : shown.pullRequest.merged ? 'merged' : 'closed';
  }
}
