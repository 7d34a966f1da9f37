// SPDX-License-Identifier: MIT
import { hasStatus } from '../bot-error.js';
import type { Comment } from '../situation.js';
import { accountOf } from './account.js';
import { cutText } from './cut-text.js';
import { readEdited } from './edited-texts.js';
import type { Github } from './github.js';
import { ensureLabel, type IssueLabel } from './labels.js';
import { markerOf } from './sticky-comment.js';

/** An issue that is open once, and is edited in place. */
export interface KeptIssue {
  /** which of ours it is, e.g. `expiry 2027-03`: hidden in its text */
  readonly topic: string;
  readonly title: string;
  /** Markdown */
  readonly body: string;
  readonly label: IssueLabel;
}

/** An issue of our App. */
export interface OwnIssue {
  readonly number: number;
  readonly open: boolean;
  readonly title: string;
  readonly body: string;
}

/** Those of ours under a label, oldest first. */
export async function readOwnIssues(
  github: Github,
  label: IssueLabel,
  state: 'open' | 'all' = 'open',
): Promise<OwnIssue[]> {
  const { octokit, repository, ourselves } = github;
  const all = await octokit.paginate('GET /repos/{owner}/{repo}/issues', {
    ...repository,
    labels: label,
    state,
    per_page: 100,
  });
  return all
    .filter(({ user, pull_request: shown }) => shown === undefined && accountOf(user)?.login === ourselves.login)
    .map(({ number, state: now, title, body }) => ({ number, open: now === 'open', title, body: body ?? '' }))
    .sort((one, other) => one.number - other.number);
}

/**
 * Sees to it that exactly this issue is open. Replicas may both open one; each looks again afterwards, so that whoever was
 * last sees both, and of all that there are the one with the lowest number stays: all replicas choose the same one. That
 * is enough, since an issue of ours mentions nobody; what does is said under a claim.
 * @returns its number, and whether it came into being just now
 */
export async function keepIssue(
  github: Github,
  issue: KeptIssue,
): Promise<{ readonly number: number; readonly isNew: boolean }> {
  const body = cutText(`${markerOf(issue.topic)}\n${issue.body}`);
  const known = await settle(github, issue, body);
  if (known !== undefined) return { number: known, isNew: false };
  await ensureLabel(github, issue.label);
  const { octokit, repository } = github;
  const { data } = await octokit.request('POST /repos/{owner}/{repo}/issues', {
    ...repository,
    title: issue.title,
    body,
    labels: [issue.label],
  });
  // another replica may have done the same meanwhile: the first stays
  const first = await settle(github, issue, body);
  return { number: first ?? data.number, isNew: first === undefined || first === data.number };
}

export async function closeIssue(
  { octokit, repository }: Github,
  number: number,
  reason: 'completed' | 'not_planned' = 'completed',
): Promise<void> {
  await octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
    ...repository,
    issue_number: number,
    state: 'closed',
    state_reason: reason,
  });
}

/** Makes one right issue of those that are open; undefined: there is none to make it of. */
async function settle(github: Github, { topic, title, label }: KeptIssue, body: string): Promise<number | undefined> {
  const marker = markerOf(topic);
  const there = (await readOwnIssues(github, label)).filter((issue) => issue.body.startsWith(marker));
  const [first, ...others] = there;
  for (const { number } of others) await closeIssue(github, number, 'not_planned');
  if (first === undefined) return undefined;
  if (first.title !== title || first.body.replaceAll('\r\n', '\n').trim() !== body.trim()) {
    const { octokit, repository } = github;
    await octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
      ...repository,
      issue_number: first.number,
      title,
      body,
    });
  }
  return first.number;
}

/** A command begins a line. */
const mayHoldCommand = (body: string): boolean => /^\//m.test(body);

/** The text that an issue opens with; undefined where there is no such issue. */
export async function readOpening(github: Github, number: number): Promise<Comment | undefined> {
  const { octokit, repository } = github;
  try {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
      ...repository,
      issue_number: number,
    });
    const { user, created_at: created, node_id: id } = data;
    const body = data.body ?? '';
    // `updated_at` changes with every comment
    const edited = mayHoldCommand(body) && (await readEdited(github, [id])).has(id);
    return { id: number, kind: 'issue', author: accountOf(user), body, createdAt: new Date(created), edited };
  } catch (error) {
    if (hasStatus(error, 404, 410)) return undefined;
    throw error;
  }
}

/**
 * Open issues of whomever in which there may be a command, latest first: a hundred are enough for what was asked since the
 * last time.
 */
export async function listOpenIssues({ octokit, repository }: Github): Promise<number[]> {
  const { data } = await octokit.request('GET /repos/{owner}/{repo}/issues', {
    ...repository,
    state: 'open',
    sort: 'updated',
    direction: 'desc',
    per_page: 100,
  });
  return data
    .filter(({ pull_request: shown, comments, body }) => {
      return shown === undefined && (comments > 0 || mayHoldCommand(body ?? ''));
    })
    .map(({ number }) => number);
}
