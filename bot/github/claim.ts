// SPDX-License-Identifier: MIT
import { hasStatus } from '../bot-error.js';
import type { Github } from './github.js';

/** Something that only one replica shall do. */
export interface Claim {
  /** which it is, in letters that a ref may have, e.g. `expiry-1f03-90` */
  readonly what: string;
  /** any commit of the repository: a ref has to point somewhere */
  readonly commit: string;
}

/**
 * Does what cannot be taken back, as a mention cannot: its e-mail is sent, whatever becomes of the comment. Two replicas
 * that both saw that it is not done would both do it, so the work has to look once more, within the claim.
 *
 * The lock is a ref. GitHub makes one of a name once, and answers everybody else 422 ("Reference already exists"), so of
 * any number of replicas one goes on; the others come when it has let go, and see what it did. It is outside of
 * `refs/heads`, where it would be a branch, and start workflows. A replica that died within its claim keeps it for the
 * day that is in the name, since nobody can tell it from a slow one. So two may meet over midnight (UTC) only, in the
 * second that the work takes.
 * @returns false where another one has it
 */
export async function withClaim(github: Github, { what, commit }: Claim, work: () => Promise<void>): Promise<boolean> {
  const day = github.clock.now().toISOString().slice(0, 10);
  const ref = `nextcloud-ca/${what}/${day}`;
  if (!(await take(github, ref, commit))) return false;
  try {
    await work();
  } finally {
    await release(github, ref);
  }
  return true;
}

async function take(github: Github, ref: string, sha: string): Promise<boolean> {
  const { octokit, repository } = github;
  try {
    await octokit.request('POST /repos/{owner}/{repo}/git/refs', { ...repository, ref: `refs/${ref}`, sha });
    return true;
  } catch (error) {
    if (!hasStatus(error, 409, 422)) throw error;
    // let go of in this moment, or a GitHub that wants no such refs: rather twice than never
    return !(await exists(github, ref));
  }
}

async function exists({ octokit, repository }: Github, ref: string): Promise<boolean> {
  try {
    await octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...repository, ref });
    return true;
  } catch (error) {
    if (hasStatus(error, 404)) return false;
    throw error;
  }
}

async function release({ octokit, repository }: Github, ref: string): Promise<void> {
  try {
    await octokit.request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', { ...repository, ref });
  } catch (error) {
    if (!hasStatus(error, 404, 409, 422)) throw error;
  }
}
