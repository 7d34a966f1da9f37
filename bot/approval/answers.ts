// SPDX-License-Identifier: MIT
import { canBeRefused, notJudgedWords, whyNotJudged } from '../not-judged.js';
import type { Comment, Situation } from '../situation.js';
import type { Answer, Command } from '../standing.js';
import { judgeSign } from './approvals.js';
import { commandsIn, type Folded, type Said } from './fold-comments.js';
import { helpText } from './parse-commands.js';

/** An answer for every command but `/revoke`, which `revocationRequests` answers. */
export function answersTo(situation: Situation, folded: Folded): Answer[] {
  return folded.said
    .filter(({ spoken }) => spoken.name !== 'revoke')
    .map((said) => {
      const { comment, spoken } = said;
      return { at: comment.createdAt, by: comment.author, line: spoken.line, ...answerTo(situation, folded, said) };
    });
}

function answerTo(situation: Situation, folded: Folded, said: Said): Pick<Answer, 'accepted' | 'text'> {
  const { spoken } = said;
  if (!('command' in spoken)) return { accepted: false, text: spoken.problem };
  const why = folded.unheeded.get(said);
  if (why !== undefined) return { accepted: false, text: why };
  const answer = answerToHeeded(situation, folded, said, spoken.command);
  const left = whyNotJudged(situation);
  if (left === undefined || spoken.name === 'help') return answer;
  const now = `The pull request is ${notJudgedWords[left]}.`;
  if (spoken.name === 'refuse') return canBeRefused(left) ? answer : { accepted: false, text: now };
  // what was said counts once it is ours to judge again
  return { accepted: answer.accepted && spoken.name !== 'recheck', text: `${answer.text} ${now}` };
}

/** To each `/help`: all that is answered in an issue beside `/revoke`. */
export function answersToHelp(comments: readonly Comment[]): Answer[] {
  return commandsIn(comments)
    .filter(({ spoken }) => spoken.name === 'help')
    .map(({ comment, spoken }) => {
      return { at: comment.createdAt, by: comment.author, line: spoken.line, accepted: true, text: helpText };
    });
}

function answerToHeeded(
  situation: Situation,
  folded: Folded,
  said: Said,
  command: Command,
): Pick<Answer, 'accepted' | 'text'> {
  const head = situation.pullRequest.head.sha.slice(0, 12);
  switch (command.name) {
    case 'sign': {
      const verdict = judgeSign(situation, { ...command, comment: said.comment }, folded.replacement);
      if (typeof verdict === 'string') return { accepted: false, text: verdict };
      return { accepted: true, text: `The approval of ${head} counts.` };
    }
    case 'hold':
      return folded.hold?.said === said
        ? { accepted: true, text: `On hold: somebody who may approve lifts it with /sign ${head}.` }
        : { accepted: true, text: 'It was on hold; that is over, or another hold took its place.' };
    case 'refuse':
      return folded.refusal?.said === said
        ? { accepted: true, text: 'Refused.' }
        : { accepted: true, text: 'It was refused; a later command took that back.' };
    case 'replace':
      return folded.replacement?.said === said
        ? { accepted: true, text: `Noted why the key is replaced: ${command.why}.` }
        : { accepted: true, text: 'A later reason took its place.' };
    case 'help':
      return { accepted: true, text: helpText };
    default:
      return { accepted: true, text: 'Looked at again.' };
  }
}
