// SPDX-License-Identifier: MIT
import type { ReplacementReason } from '../../ca/issue/replacement.js';
import type { Judgement } from '../judgement.js';
import type { Account, Comment, Situation } from '../situation.js';
import type { Command } from '../standing.js';
import { inOrder, type Sign } from './approvals.js';
import { earlierRequester } from './earlier-requester.js';
import { mayApprove, whyNotApprover } from './eligibility.js';
import { parseCommands, type Spoken } from './parse-commands.js';
import { saidByPeople, sourceOf } from './said-by-people.js';

/** A command, or what looks like one, and the comment or review of a person that it stands in. */
export interface Said {
  readonly comment: Comment & { readonly author: Account };
  readonly spoken: Spoken;
}

interface Word {
  readonly by: Account;
  readonly at: Date;
  /** see `sourceOf` */
  readonly source: string;
  readonly said?: Said;
}

export interface Replacement extends Word {
  readonly why: ReplacementReason;
  readonly reason: string;
}

/** What all commands come to, in the order in which they were given. */
export interface Folded {
  readonly said: readonly Said[];
  readonly signs: readonly Sign[];
  readonly hold: Word | undefined;
  readonly refusal: (Word & { readonly reason: string }) | undefined;
  readonly replacement: Replacement | undefined;
  /** everybody who said why the key is replaced, and had a say */
  readonly replacers: readonly Word[];
  /** why a command was not heeded, in a sentence */
  readonly unheeded: ReadonlyMap<Said, string>;
}

export function foldComments(situation: Situation, judgement: Judgement): Folded {
  const said = commandsIn(saidByPeople(situation)).filter((one) => !isStrangersRecheck(situation, one));
  const unheeded = new Map<Said, string>();
  const signs: Sign[] = [];
  const replacers: Word[] = [];
  let hold = changesRequested(situation);
  let refusal: Folded['refusal'];
  let replacement: Replacement | undefined;
  for (const one of said) {
    const { comment, spoken } = one;
    if (!('command' in spoken)) continue;
    const { command } = spoken;
    const word: Word = { by: comment.author, at: comment.createdAt, source: sourceOf(comment), said: one };
    const why = whyUnheeded(situation, judgement, command, comment);
    if (why !== undefined) unheeded.set(one, why);
    else if (command.name === 'hold') hold = hold !== undefined && hold.at > word.at ? hold : word;
    else if (command.name === 'refuse') refusal = { ...word, reason: command.reason };
    else if (command.name === 'replace') {
      replacers.push(word);
      // the same once more changes nothing that was approved
      const at = replacement?.why === command.why ? replacement.at : word.at;
      replacement = { ...word, at, why: command.why, reason: command.reason };
    }
    if (command.name === 'sign') {
      signs.push({ comment, sha: command.sha, reason: command.reason });
      if (comment.edited || whyNotApprover(situation, comment.author) !== undefined) continue;
      // whoever requests changes does not lift that in the same breath
      if (hold !== undefined && hold.at <= word.at && hold.source !== word.source) hold = undefined;
      refusal = undefined;
    }
  }
  return { said, signs, hold, refusal, replacement, replacers, unheeded };
}

/** Bots and accounts that are gone give no commands. */
export function commandsIn(comments: readonly Comment[]): Said[] {
  return comments
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.id - b.id)
    .filter((comment): comment is Said['comment'] => comment.author !== undefined && !comment.author.isBot)
    .flatMap((comment) => parseCommands(comment.body).map((spoken) => ({ comment, spoken })));
}

/**
 * Changes that somebody who may approve asks for at this very head hold it like a `/hold`, the last of several: a review
 * that only comments, as an answer in a thread is, takes nothing back.
 */
function changesRequested(situation: Situation): Word | undefined {
  const decisive = inOrder(situation.reviews).filter(({ state }) => state !== 'COMMENTED');
  const latest = new Map(decisive.map((review) => [review.author?.id, review]));
  const asked = decisive.findLast(
    (review) =>
      review.state === 'CHANGES_REQUESTED' &&
      review.commit === situation.pullRequest.head.sha &&
      review === latest.get(review.author?.id) &&
      review.author !== undefined &&
      mayApprove(situation, review.author),
  );
  return asked?.author && { by: asked.author, at: asked.submittedAt, source: `review ${asked.id}` };
}

/**
 * An outsider's `/recheck` is not even answered: each answer is an edit of our comment, and nobody shall make us write by
 * saying nothing.
 */
function isStrangersRecheck(situation: Situation, { spoken, comment: { author } }: Said): boolean {
  if (spoken.name !== 'recheck') return false;
  return author.id !== situation.pullRequest.author.id && !mayApprove(situation, author);
}

const edited = 'It was edited: write it again, in a new comment.';

function whyUnheeded(
  situation: Situation,
  judgement: Judgement,
  command: Command,
  { author, edited: isEdited }: Said['comment'],
): string | undefined {
  const approver = mayApprove(situation, author);
  switch (command.name) {
    case 'hold':
      return approver ? undefined : 'Only those who may approve can do that. To stop it, make it a draft or close it.';
    case 'refuse':
      if (!approver) return 'Only those who may approve can do that.';
      return isEdited ? edited : undefined;
    case 'replace':
      return whyNoReplacement(situation, judgement, command.why, author) ?? (isEdited ? edited : undefined);
    default:
      return undefined;
  }
}

function whyNoReplacement(
  situation: Situation,
  { purpose }: Judgement,
  why: ReplacementReason,
  author: Account,
): string | undefined {
  if (purpose.kind === 'unknown') return 'What the pull request is for is not known yet; the reason counts once it is.';
  if (purpose.kind !== 'replacement' && purpose.kind !== 'rename') return 'The pull request replaces no key.';
  if (purpose.kind === 'replacement' && why === 'rename') {
    return 'A rename takes the request of the old id out of the repository; this pull request does not.';
  }
  const { author: opener } = situation.pullRequest;
  const earlier = purpose.current && earlierRequester(situation.base.repository.ledger, purpose.current);
  if (author.id === opener.id || author.id === earlier || mayApprove(situation, author)) return undefined;
  return 'Only whoever opened the pull request, asked for the certificate before, or may approve can say that.';
}
