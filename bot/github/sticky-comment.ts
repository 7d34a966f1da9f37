// SPDX-License-Identifier: MIT
import { hasStatus } from '../bot-error.js';
import { type OwnComment, readConversation } from './conversation.js';
import { cutText } from './cut-text.js';
import type { Github } from './github.js';

/** A comment that is there once, and is edited in place. */
export interface StickyComment {
  /** which of ours it is, e.g. `verdict`: stands in it where nobody sees it, and in nobody else's comment it counts */
  readonly topic: string;
  /** Markdown; undefined: there is nothing to say, and no comment */
  readonly body: string | undefined;
}

/**
 * Sees to it that exactly this comment of ours stands there.
 * @param own our comments there, as they were read a moment ago
 * @returns false where all was as it has to be
 */
export async function keepComment(
  github: Github,
  number: number,
  { topic, body }: StickyComment,
  own: readonly OwnComment[],
): Promise<boolean> {
  const marker = markerOf(topic);
  const wanted = body === undefined ? undefined : cutText(`${marker}\n${body}`);
  const changed = await settle(github, wanted, withMarker(own, marker));
  if (changed !== 'absent' || wanted === undefined) return changed === 'changed';
  const { octokit, repository } = github;
  await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    ...repository,
    issue_number: number,
    body: wanted,
  });
  // another replica may have done the same meanwhile: the first stays
  const { own: now } = await readConversation(github, number);
  await settle(github, wanted, withMarker(now, marker));
  return true;
}

/** Invisible in Markdown. */
export function markerOf(topic: string): string {
  return `<!-- nextcloud-ca: ${topic} -->`;
}

function withMarker(own: readonly OwnComment[], marker: string): OwnComment[] {
  return own.filter(({ body }) => body.startsWith(marker)).sort((one, other) => one.id - other.id);
}

/** Makes one right comment of those that are there; `absent`: there was none to make it of. */
async function settle(
  github: Github,
  wanted: string | undefined,
  there: readonly OwnComment[],
): Promise<'settled' | 'changed' | 'absent'> {
  const [first, ...others] = there;
  for (const { id } of wanted === undefined ? there : others) await remove(github, id);
  if (first === undefined) return 'absent';
  if (wanted === undefined) return 'changed';
  if (isSame(first.body, wanted)) return others.length > 0 ? 'changed' : 'settled';
  return (await edit(github, first.id, wanted)) ? 'changed' : 'absent';
}

/** GitHub keeps a text's line ends as a browser sent them, and may trim it. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();
  return plain(one) === plain(other);
}

async function edit({ octokit, repository }: Github, id: number, body: string): Promise<boolean> {
  try {
    await octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      ...repository,
      comment_id: id,
      body,
    });
    return true;
  } catch (error) {
    if (hasStatus(error, 404, 410)) return false;
    throw error;
  }
}

async function remove({ octokit, repository }: Github, id: number): Promise<void> {
  try {
    await octokit.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      ...repository,
      comment_id: id,
    });
  } catch (error) {
    if (!hasStatus(error, 404, 410)) throw error;
  }
}
