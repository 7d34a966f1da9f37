// SPDX-License-Identifier: MIT
import type { Ledger } from '../../ca/ledger/ledger.js';
import { neverSigned, stricter } from '../corpus/requests.js';
import type { Outcome } from './replayed-repository.js';

/** Why the bot refuses what was signed, by rule. */
const explained: Readonly<Record<string, string | undefined>> = {
  ...stricter,
  'request-path': stricter.path,
};

/** What the recorded history does not hold, and the replay supplies. */
const supplied = [
  'Supplied by the replay, since the recorded history has none of it: one requester an app, a sign-off on every commit,',
  'a link to a repository that the requester owns, in it an appinfo/info.xml with the id of the request’s folder; for what',
  'was certified, two approvals with a written reason, and "/replace other" where the key is replaced. The clock is',
  'today’s, the policy is the default one. What is refused here is not in the ledger of what comes after it.',
];

/** What the bot says of each request, beside what was done with it then. */
export function historyTable(outcomes: readonly Outcome[], ledger: Ledger): string[] {
  const certified = outcomes.filter(({ past }) => past.certified.length > 0);
  const never = outcomes.filter(({ past }) => past.certified.length === 0);
  const here = certified.filter((outcome) => isSigned(outcome, ledger));
  const refused = certified.filter((outcome) => !isSigned(outcome, ledger));
  const held = here.filter(({ judgement }) => judgement.hold);
  return [
    ...supplied,
    '',
    `| ${outcomes.length} requests in their order, each a pull request | count |`,
    '|---|---|',
    `| certified there, and here | ${here.length} |`,
    `| … of which after a decision of people | ${held.length} |`,
    ...[...byRule(held, 'hold')].map(([rule, all]) => `| … … \`${rule}\` | ${all.length} |`),
    `| certified there, refused here | ${refused.length} |`,
    ...[...byRule(refused, 'error')].map(([rule, all]) => `| … by \`${rule}\` | ${all.length} |`),
    `| never certified there | ${never.length} |`,
    '',
    'Certified there, refused here:',
    ...refused.map((outcome) => `- ${nameOf(outcome)}: ${whyNot(outcome)}`),
    '',
    'Never certified there, and what the bot says at the first look:',
    ...never.map((outcome) => `- ${nameOf(outcome)}: ${whyNever(outcome)}`),
  ];
}

/** Requests that nobody can say why the bot treats otherwise than the people did; and certificates that are not as they should be. */
export function unexplained(outcomes: readonly Outcome[], ledger: Ledger): string[] {
  const refused = outcomes.filter((outcome) => outcome.past.certified.length > 0 && !isSigned(outcome, ledger));
  const lines = refused
    .filter(
      ({ judgement }) => judgement.ok || rulesOf(judgement, 'error').some((rule) => explained[rule] === undefined),
    )
    .map((outcome) => `${nameOf(outcome)}: ${whyNot(outcome)}`);
  const never = outcomes.filter(({ past }) => past.certified.length === 0);
  const signed = never.filter((outcome) => isSigned(outcome, ledger));
  const clean = never.filter(
    ({ judgement, past }) => judgement.ok && !judgement.hold && neverSigned[past.blob] === undefined,
  );
  return [
    ...lines,
    ...signed.map((outcome) => `${nameOf(outcome)}: never certified, and certified here`),
    ...clean.map((outcome) => `${nameOf(outcome)}: never certified, and nothing is wrong with it`),
  ];
}

function isSigned({ number }: Outcome, ledger: Ledger): boolean {
  return ledger.issuedFor(number) !== undefined;
}

function whyNot({ judgement, decision }: Outcome): string {
  const errors = judgement.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    return errors.map(({ rule, message }) => `${message} [${rule}: ${explained[rule] ?? 'not explained'}]`).join(' ');
  }
  return decision.kind === 'ready' ? decision.missing.join(' ') : `${judgement.purpose.kind}, ${decision.kind}`;
}

function whyNever({ judgement, past }: Outcome): string {
  const heard = judgement.findings.filter(({ severity }) => severity === 'error' || severity === 'hold');
  const said = heard.map(({ rule, severity, message }) => `${severity}: ${message} [${rule}]`).join(' ');
  const why = neverSigned[past.blob];
  return [said === '' ? 'ready to approve' : said, ...(why === undefined ? [] : [`(${why})`])].join(' ');
}

export function rulesOf({ findings }: Outcome['judgement'], severity: string): string[] {
  return [...new Set(findings.filter((finding) => finding.severity === severity).map(({ rule }) => rule))];
}

/** A request with several findings stands under each of their rules. */
function byRule(outcomes: readonly Outcome[], severity: string): Map<string, Outcome[]> {
  const rules = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    for (const rule of rulesOf(outcome.judgement, severity)) rules.set(rule, [...(rules.get(rule) ?? []), outcome]);
  }
  return rules;
}

function nameOf({ past }: Outcome): string {
  return `${past.date} ${past.path}`;
}
