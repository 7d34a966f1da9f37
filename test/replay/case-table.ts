// SPDX-License-Identifier: MIT
import { appOf, type Case } from './recorded-history.js';
import type { Outcome } from './replayed-repository.js';

/** The rules that say what reviewers said, by the kind of their reason. What is not in here is for people. */
const rulesFor: Readonly<Record<string, readonly string[]>> = {
  appid_charset: ['id-format', 'path-case', 'path-characters'],
  appid_confusing: ['id-confusing'],
  appid_contains_nextcloud: ['id-product', 'id-reserved'],
  appid_generic: ['id-generic', 'id-confusing'],
  appid_mismatch: ['info-xml-id'],
  appid_placeholder: ['id-reserved'],
  appid_taken: ['replacement', 'path-case'],
  appid_too_long: ['id-format'],
  cn_mismatch: ['cn-app-id', 'cn-one'],
  commit_hygiene: ['extra-files'],
  crt_touched: ['certificate-touched'],
  csr_malformed: ['request-pem', 'request-text-around', 'request-der'],
  dco: ['sign-off'],
  duplicate_pr: ['duplicate'],
  key_size: ['key-size'],
  multiple_requests: ['several-requests'],
  no_public_source: ['repository-unreachable', 'info-xml-absent'],
  ownership_confirm: ['replacement', 'repository-relation'],
  ownership_transfer: ['replacement', 'repository-relation'],
  path_wrong: ['request-path', 'request-missing'],
  private_key_leaked: ['leaked-key', 'leaked-key-beside'],
  rename: ['rename'],
  renewal_compromise: ['replacement', 'revoked-before'],
  renewal_lost_key: ['replacement', 'revoked-before'],
  renewal_other: ['replacement', 'revoked-before', 'renewal'],
  repo_inaccessible: ['repository-unreachable'],
  repo_link_missing: ['repository-link'],
  trademark: ['id-product'],
  wrong_file_type: ['request-wrong-kind', 'request-missing'],
};

const day = 86_400_000;

/** A blob further away in time is another pull request’s. */
const farthest = 60 * day;

/** What reviewers said of the pull requests that can be told in the recorded history, and which rule says it now. */
export function replayCases(outcomes: readonly Outcome[], cases: readonly Case[]): string[] {
  const run = matched(outcomes, cases);
  const byHand = cases.filter((one) => !run.has(one));
  const kinds = [...new Set([...run.keys()].flatMap(({ reviewer_reasons }) => reviewer_reasons))].toSorted();
  const handKinds = [...new Set(byHand.flatMap(({ reviewer_reasons }) => reviewer_reasons))].toSorted();
  const people = kinds.filter((kind) => rulesFor[kind] === undefined);
  return [
    `${cases.length} pull requests with what reviewers said; ${run.size} of them have a blob among those above. The record has`,
    'neither dates nor blobs of pull requests: one is told by its app, and by the date at which its number was given, between',
    'those of pull requests whose app has one blob. It was merged, so faults that were mended before are not in its blob, and',
    'sign-off, link and info.xml are the replay’s.',
    '',
    '| reason | cases run | found at the first look, by | not in what is recorded |',
    '|---|---|---|---|',
    ...kinds.filter((kind) => rulesFor[kind] !== undefined).map((kind) => rowOf(kind, run)),
    '',
    `Nothing was asked in ${[...run.keys()].filter(({ reviewer_reasons }) => reviewer_reasons.length === 0).length} of the cases run.`,
    '',
    'Work for people, no rule looks for it:',
    ...people.map((kind) => `- ${kind}: ${numbers(withReason([...run.keys()], kind))}`),
    '',
    'Judged by hand, not run: no blob of these can be told, and no rule was held against them.',
    '',
    '| reason | cases |',
    '|---|---|',
    ...handKinds.map((kind) => `| ${kind} | ${numbers(withReason(byHand, kind))} |`),
    `| nothing was asked | ${numbers(byHand.filter(({ reviewer_reasons }) => reviewer_reasons.length === 0))} |`,
  ];
}

function rowOf(kind: string, run: ReadonlyMap<Case, Outcome>): string {
  const found = new Map<string, Case[]>();
  const silent: Case[] = [];
  const all = withReason([...run.keys()], kind);
  for (const one of all) {
    const said = new Set(run.get(one)?.judgement.findings.map(({ rule }) => rule));
    const rule = rulesFor[kind]?.find((each) => said.has(each));
    if (rule === undefined) silent.push(one);
    else found.set(rule, [...(found.get(rule) ?? []), one]);
  }
  const by = [...found].map(([rule, cases]) => `\`${rule}\` ${numbers(cases)}`).join('; ');
  const left = silent.length === 0 ? '' : `${numbers(silent)}: ${(rulesFor[kind] ?? []).join(', ')}`;
  return `| ${kind} | ${all.length} | ${by} | ${left} |`;
}

function withReason(cases: readonly Case[], kind: string): Case[] {
  return cases.filter(({ reviewer_reasons }) => reviewer_reasons.includes(kind));
}

function numbers(cases: readonly Case[]): string {
  return `${cases.length} (${cases.map(({ pr }) => `#${pr}`).join(', ')})`;
}

/** The replayed pull request that a case is, as far as the record tells; merged ones only, the others left no blob. */
function matched(outcomes: readonly Outcome[], cases: readonly Case[]): Map<Case, Outcome> {
  const apps = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const app = appOf(outcome.past);
    apps.set(app, [...(apps.get(app) ?? []), outcome]);
  }
  const merged = cases.filter(({ state, in_git_merge: inGit }) => state === 'merged' || inGit);
  const anchors = merged.flatMap(({ pr, app_id: app }) => {
    const [only, another] = apps.get(app ?? '') ?? [];
    return only === undefined || another !== undefined ? [] : [{ pr, time: timeOf(only) }];
  });
  const found = new Map<Case, Outcome>();
  for (const one of merged) {
    const own = apps.get(one.app_id ?? '') ?? [];
    const when = dateOf(one.pr, anchors);
    if (when === undefined) continue;
    const away = (outcome: Outcome): number => Math.abs(timeOf(outcome) - when);
    const [nearest] = own.filter((outcome) => away(outcome) <= farthest).toSorted((a, b) => away(a) - away(b));
    if (nearest !== undefined) found.set(one, nearest);
  }
  return found;
}

interface Anchor {
  readonly pr: number;
  readonly time: number;
}

/** When a number was given: on a line between the nearest ones that are known. */
function dateOf(pr: number, anchors: readonly Anchor[]): number | undefined {
  const below = anchors.filter((anchor) => anchor.pr <= pr).toSorted((a, b) => b.pr - a.pr)[0];
  const above = anchors.filter((anchor) => anchor.pr >= pr).toSorted((a, b) => a.pr - b.pr)[0];
  if (below === undefined || above === undefined) return (below ?? above)?.time;
  if (below.pr === above.pr) return below.time;
  return below.time + ((above.time - below.time) * (pr - below.pr)) / (above.pr - below.pr);
}

function timeOf({ past }: Outcome): number {
  return Date.parse(past.date);
}
