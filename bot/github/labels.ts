// SPDX-License-Identifier: MIT
import { hasStatus } from '../bot-error.js';
import type { Github } from './github.js';

interface LabelLook {
  /** red, green, blue, in hex */
  readonly color: string;
  readonly description: string;
}

/** The labels that the bot sets and takes away, and no others. */
export const stateLabels = {
  'needs changes': { color: 'd93f0b', description: 'the author has to do something, see the comment' },
  'ready to approve': { color: '0e8a16', description: 'no fault was found: people have to decide' },
  'replaces a certificate': { color: 'fbca04', description: 'the app is certified already, with another key' },
  signed: { color: '1d76db', description: 'the certificate was issued' },
  refused: { color: '6a737d', description: 'it was decided not to certify this' },
} as const satisfies Readonly<Record<string, LabelLook>>;

/** Of issues that the bot keeps. */
export const issueLabels = {
  expiry: { color: 'fbca04', description: 'certificates that end soon' },
  alarm: { color: 'b60205', description: 'something is wrong with the certificates, the ledger or the CRL' },
} as const satisfies Readonly<Record<string, LabelLook>>;

export type StateLabel = keyof typeof stateLabels;
export type IssueLabel = keyof typeof issueLabels;

const looks: Readonly<Record<string, LabelLook>> = { ...stateLabels, ...issueLabels };

/** GitHub takes a label's name in any case for the same, and shows it as whoever made it wrote it. */
export function isLabel(name: string, label: StateLabel): boolean {
  return name.toLowerCase() === label;
}

/**
 * Takes the others of our labels away, then sets these; those of people stay. In this order, since who finds `signed` there
 * looks no further.
 * @param current names of the labels that are there
 * @returns false where all was as it has to be
 */
export async function keepLabels(
  github: Github,
  number: number,
  current: readonly string[],
  wanted: readonly StateLabel[],
): Promise<boolean> {
  const isOurs = (name: string): boolean => Object.hasOwn(stateLabels, name.toLowerCase());
  const missing = wanted.filter((label) => !current.some((name) => isLabel(name, label)));
  const surplus = current.filter((name) => isOurs(name) && !wanted.some((label) => isLabel(name, label)));
  const { octokit, repository } = github;
  for (const name of surplus) {
    try {
      await octokit.request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', {
        ...repository,
        issue_number: number,
        name,
      });
    } catch (error) {
      if (!hasStatus(error, 404)) throw error;
    }
  }
  for (const name of missing) await ensureLabel(github, name);
  if (missing.length > 0) {
    await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
      ...repository,
      issue_number: number,
      labels: missing,
    });
  }
  return missing.length + surplus.length > 0;
}

/** The repository has this label, with its colour and description; asked once a process. */
export async function ensureLabel(github: Github, name: StateLabel | IssueLabel): Promise<void> {
  await github.caches.labels.get(name, async () => {
    const { octokit, repository } = github;
    try {
      await octokit.request('GET /repos/{owner}/{repo}/labels/{name}', { ...repository, name });
    } catch (error) {
      if (!hasStatus(error, 404)) throw error;
      await createLabel(github, name);
    }
    return true;
  });
}

async function createLabel({ octokit, repository }: Github, name: string): Promise<void> {
  try {
    await octokit.request('POST /repos/{owner}/{repo}/labels', { ...repository, name, ...looks[name] });
  } catch (error) {
    // another replica was quicker
    if (!hasStatus(error, 422)) throw error;
  }
}
