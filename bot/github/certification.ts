// SPDX-License-Identifier: MIT
import { certificatePath } from '../../ca/repository/repository.js';
import { hasStatus } from '../bot-error.js';
import type { Github } from './github.js';

/** Which commit was certified, and by which. */
export interface Certification {
  /** head of the pull request, as it was approved */
  readonly head: string;
  /** of the base branch: request, certificate and ledger */
  readonly commit: string;
}

/** A pull request has one certificate, and its file is not changed by many. */
const most = 30;

/**
 * Reads it from the message that `prepareIssue` wrote.
 * @param base any later commit of the base branch
 */
export async function readCertification(
  { octokit, repository }: Github,
  { base, app, pullRequest }: { readonly base: string; readonly app: string; readonly pullRequest: number },
): Promise<Certification | undefined> {
  try {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/commits', {
      ...repository,
      sha: base,
      path: certificatePath(app),
      per_page: most,
    });
    for (const { sha, commit } of data) {
      if (!commit.message.startsWith(`Certify ${app} (#${pullRequest})\n`)) continue;
      const head = /^Request-commit: ([0-9a-f]{40})$/m.exec(commit.message)?.[1];
      if (head !== undefined) return { head, commit: sha };
    }
    return undefined;
  } catch (error) {
    // a base branch that was moved since: it is read again at the next look
    if (hasStatus(error, 404, 409)) return undefined;
    throw error;
  }
}
