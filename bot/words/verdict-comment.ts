// SPDX-License-Identifier: MIT
import type { Finding } from '../../common/finding.js';
import { markerOf } from '../github/sticky-comment.js';
import { notJudgedWords, whyNotJudged } from '../not-judged.js';
import type { View } from '../view.js';
import { answersWords } from './answers-words.js';
import { evidenceWords } from './evidence-words.js';
import { findingWords, isQuiet } from './finding-words.js';
import { fit } from './fit.js';
import { greetingWords } from './greeting-words.js';
import { leakedKeyWords, leakWords } from './leaked-key-words.js';
import { nothingToDoWords } from './nothing-to-do-words.js';
import { peopleWords } from './people-words.js';
import { refusedWords } from './refused-words.js';
import { replacementWords } from './replacement-words.js';
import { stateOf } from './state.js';
import { code, count } from './text.js';

/**
 * The one comment of the bot, in Markdown: what it says of the head commit, and of what people said. Everything that
 * comes from strangers is escaped. Undefined where there is nothing to say.
 */
export function verdictComment(view: View): string | undefined {
  const { situation, judgement, standing, revocations, decision } = view;
  const state = stateOf(view);
  const answers = [...standing.answers, ...revocations.answers].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const answered = answers.length === 0 ? undefined : `### What people said\n\n${answersWords(answers)}`;
  if (state === 'nothing-to-judge') return answered && fit([answered]);
  if (state === 'not-looked-at') {
    const told = [...leakWords(view), answered].filter((part) => part !== undefined);
    // what was said before it came to this is not so any more
    const isSaid = situation.ownComments.some(({ body }) => body.startsWith(markerOf(verdictTopic)));
    return told.length > 0 || isSaid ? fit([headline(view, []), ...told, footer]) : undefined;
  }
  const findings = judgement.findings.filter((finding) => !isQuiet(finding));
  const isSaying =
    findings.length > 0 || answered !== undefined || state !== 'ready' || situation.isFirstTime || hasSpoken(view);
  if (!isSaying) return undefined;
  const isOpen = state === 'ready' || state === 'issue' || state === 'needs-changes';
  const replacement = isOpen ? replacementWords(view) : undefined;
  // it has a part of its own
  const told = replacement === undefined ? findings : findings.filter(({ rule }) => rule !== 'replacement');
  return fit([
    headline(view, findings),
    isOpen && situation.isFirstTime ? greetingWords(situation) : undefined,
    decision.kind === 'refused' ? refusedWords(decision) : undefined,
    leakedKeyWords(judgement),
    ...(state === 'refused' ? [] : findingWords(told, situation)),
    replacement,
    nothingToDoWords(judgement, situation.base.repository.policy.renewalDays),
    isOpen && judgement.ok ? peopleWords(view) : undefined,
    isOpen && judgement.ok ? evidenceWords(view) : undefined,
    answered,
    footer,
  ]);
}

/** Of the comment, for whoever looks for it among ours. */
export const verdictTopic = 'verdict';

const footer =
  'I am a program. This comment changes with every push, and with what is said here; `/recheck` makes me look again, `/help` lists the commands.';

function hasSpoken({ standing: { approvals, discounted, heldBy } }: View): boolean {
  return approvals.length > 0 || discounted.length > 0 || heldBy !== undefined;
}

/** The commit, and the state in one sentence. */
function headline(view: View, findings: readonly Finding[]): string {
  const { situation, judgement } = view;
  const commit = `Commit ${code(situation.pullRequest.head.sha.slice(0, 12))}`;
  const title =
    judgement.appId === undefined ? '## Certificate request' : `## Certificate for ${code(judgement.appId, 80)}`;
  return `${title}\n\n${commit}: ${sentence(view, findings)}`;
}

function sentence(view: View, findings: readonly Finding[]): string {
  const { situation } = view;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  switch (stateOf(view)) {
    case 'needs-changes':
      return errors === 0
        ? 'it cannot be certified as it is.'
        : `${count(errors, 'thing')} to change before it can be certified.`;
    case 'ready':
      return view.judgement.hold
        ? 'nothing to change; a person has to decide.'
        : 'nothing to change; it waits for an approval.';
    case 'issue':
      return 'approved; the certificate is on its way.';
    case 'signed':
      return 'certified.';
    case 'refused':
      return 'refused.';
    case 'not-looked-at':
      return `${notJudgedWords[whyNotJudged(situation) ?? 'draft']}.`;
    default:
      return 'the certificate is there already.';
  }
}
