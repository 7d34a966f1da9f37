// SPDX-License-Identifier: MIT
import { type Finding, severities } from '../../common/finding.js';
import { printable } from '../../common/render/printable.js';
import type { Certification } from '../github/certification.js';
import type { Annotation, Verdict } from '../github/own-check-run.js';
import { notJudgedWords, whyNotJudged } from '../not-judged.js';
import type { View } from '../view.js';
import { certifiedWords } from './certified-words.js';
import { evidenceWords } from './evidence-words.js';
import { findingWords } from './finding-words.js';
import { fit } from './fit.js';
import { type State, stateOf } from './state.js';
import { code, count } from './text.js';

export type CheckOutput = Pick<Verdict, 'conclusion' | 'title' | 'summary' | 'text' | 'annotations'>;

/** `success` while people only have to decide: nothing is wrong, and the author has nothing to do. */
const conclusions: Readonly<Record<State, Verdict['conclusion']>> = {
  'needs-changes': 'action_required',
  ready: 'success',
  issue: 'success',
  signed: 'success',
  refused: 'failure',
  'nothing-to-do': 'neutral',
  'nothing-to-judge': 'neutral',
  'not-looked-at': 'neutral',
};

const levels = { error: 'failure', hold: 'warning', warning: 'warning', info: 'notice' } as const;

/**
 * The check run on the head commit: the authoritative verdict, with every finding, the quiet ones too, and the evidence,
 * which stands nowhere else where there is no comment.
 * @param certification of the pull request, where that is known
 */
export function checkOutput(view: View, certification?: Certification): CheckOutput {
  const { judgement, situation } = view;
  const state = stateOf(view);
  if (state === 'signed') return certifiedOutput(view, certification);
  const title = titleOf(state, view);
  const summary = `Commit ${code(situation.pullRequest.head.sha.slice(0, 12))}: ${sentenceCase(title)}.`;
  // of what is closed or goes elsewhere the app's repository was not looked at: what the rules say of that is not so
  if (state === 'not-looked-at' && whyNotJudged(situation) !== 'draft') {
    return { conclusion: conclusions[state], title, summary, annotations: [] };
  }
  const text = [
    isJudged(state, view) ? evidenceWords(view) : undefined,
    ...findingWords(judgement.findings, situation),
  ];
  const asked = judgement.appId === undefined ? '' : ` for ${code(judgement.appId, 80)}`;
  return {
    conclusion: conclusions[state],
    title,
    summary: `Commit ${code(situation.pullRequest.head.sha.slice(0, 12))}${asked}: ${sentenceCase(title)}.`,
    ...(text.some((part) => part !== undefined) && { text: fit(text) }),
    annotations: annotationsOf(judgement.findings, view),
  };
}

/** There is a request, and somebody may approve it: of one that was closed nothing was looked up. */
function isJudged(state: State, { judgement, situation }: View): boolean {
  const isShown = state !== 'nothing-to-judge' && state !== 'not-looked-at';
  return isShown && situation.pullRequest.open && judgement.appId !== undefined;
}

/** What the rules would say of it now is no matter any more: of what is certified they say that it is. */
function certifiedOutput({ judgement, situation: { pullRequest } }: View, certification?: Certification): CheckOutput {
  const { sha } = pullRequest.head;
  const isOther = certification !== undefined && certification.head !== sha;
  const title = isOther ? 'An earlier commit was certified, not this one' : 'Certified';
  const asked = judgement.appId === undefined ? '' : ` for ${code(judgement.appId, 80)}`;
  return {
    conclusion: isOther ? 'neutral' : conclusions.signed,
    title,
    summary: `Commit ${code(sha.slice(0, 12))}${asked}: ${sentenceCase(title)}.`,
    ...(certification !== undefined && { text: fit([certifiedWords(certification, pullRequest)]) }),
    annotations: [],
  };
}

/** The look ended early: said, since a check that never comes looks like one that is on its way. */
export function failureOutput(errorCode: string): CheckOutput {
  return {
    conclusion: 'failure',
    title: 'Could not be judged',
    summary: `Something failed on the way (${code(errorCode, 60)}); this is no verdict on the request. The bot tries again by itself; \`/recheck\` makes it try now.`,
    annotations: [],
  };
}

function titleOf(state: State, { judgement, decision, situation }: View): string {
  const numbers = severities
    .filter((severity) => severity !== 'info')
    .map(
      (severity) => [severity, judgement.findings.filter((finding) => finding.severity === severity).length] as const,
    );
  const [errors = 0, holds = 0, warnings = 0] = numbers.map(([, number]) => number);
  const also = warnings > 0 ? `, ${count(warnings, 'warning')}` : '';
  switch (state) {
    case 'needs-changes':
      return errors === 0 ? `It cannot be certified as it is${also}` : `${count(errors, 'thing')} to change${also}`;
    case 'ready':
      return `${holds > 0 ? `${count(holds, 'question')} for a person to decide` : 'Waits for approval'}${also}`;
    case 'issue':
      return 'Approved';
    case 'signed':
      return 'Certified';
    case 'refused':
      return decision.kind === 'refused' ? 'Refused by a maintainer' : 'Refused';
    case 'nothing-to-do':
      return 'Nothing to do: this key is certified';
    case 'nothing-to-judge':
      return 'No certificate request';
    case 'not-looked-at':
      return titleCase(notJudgedWords[whyNotJudged(situation) ?? 'draft']);
  }
}

/** On the lines of files that the pull request leaves behind; what has no such place stands in the text alone. */
function annotationsOf(findings: readonly Finding[], { situation }: View): Annotation[] {
  const there = new Set(situation.changes.filter(({ status }) => status !== 'deleted').map(({ path }) => path));
  return findings.flatMap(({ rule, severity, message, fix, file, line = 1, column }) => {
    if (file === undefined || !there.has(file)) return [];
    const text = [message, ...(fix === undefined ? [] : [fix])].map(printable).join('\n');
    return [
      {
        path: file,
        line,
        ...(column !== undefined && { column }),
        level: levels[severity],
        title: rule,
        message: text,
      },
    ];
  });
}

function titleCase(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}`;
}

function sentenceCase(title: string): string {
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
