// SPDX-License-Identifier: MIT
import { productOfOthers } from '../ca/review/other-moduli.js';
import { RequestFile } from '../ca/review/request-file.js';
import { review } from '../ca/review/review.js';
import { requestPath } from '../ca/repository/repository.js';
import { type Finding, inReadingOrder, isOk, isOnHold } from '../common/finding.js';
import { applyRules } from '../common/rule.js';
import type { Judgement } from './judgement.js';
import { burntKeys } from './rules/burnt-keys.js';
import { closesIssues } from './rules/closing-words.js';
import { isPlainId } from './rules/path-of.js';
import { pullRequestRules } from './rules/pull-request-rules.js';
import { type PullRequestSubject, pullRequestSubject } from './rules/pull-request-subject.js';
import type { ToldRequest } from './rules/told-request.js';
import type { Situation } from './situation.js';

/** More requests in one pull request are not reviewed one by one: it is refused for having them. */
const maxReviews = 10;

/** What the review of a request says again where a rule about the pull request has said it, and knows more. */
const saidBefore: Readonly<Record<string, readonly string[]>> = {
  'leaked-key': ['request-private-key'],
  'leaked-key-unreadable': ['request-private-key'],
  'path-characters': ['id-format', 'id-confusing'],
  'path-case': ['id-format', 'id-confusing'],
};

/** All that is to be said of a pull request, at the first look: the same situation always gets the same judgement. */
export function judge(situation: Situation): Judgement {
  const subject = pullRequestSubject(situation);
  const { request, appId, key, purpose } = subject;
  const found = applyRules(pullRequestRules, subject);
  const reviews = subject.requests.slice(0, maxReviews).flatMap((told) => reviewOf(told, situation));
  const findings = inReadingOrder(
    [...found, ...reviews.filter((finding) => !isSaid(finding, found))].map((finding) => forThisApp(finding, appId)),
  );
  return {
    findings,
    ok: isOk(findings),
    hold: isOnHold(findings),
    purpose,
    appId,
    request: request?.file && { file: request.file, blob: request.change.blob ?? '', key },
    foreignHistory: hasForeignHistory(subject),
    leakedKeys: burntKeys(subject),
  };
}

/** The review sees the file where it belongs: that it lies elsewhere is said by `request-path`, once. */
function reviewOf({ file, appId, change }: ToldRequest, { base, certifiedModuli, now }: Situation): Finding[] {
  if (file === undefined) return [];
  const path = requestPath(appId);
  const { ledger: knowledge, policy } = base.repository;
  const input = { file: new RequestFile(path, file.bytes), policy, now, repository: { path, knowledge } };
  const others = certifiedModuli;
  const deep = others && { otherModuli: (modulus: bigint) => productOfOthers(modulus, others) };
  return review({ ...input, ...(deep && { deep }) }).findings.map((finding) => ({ ...finding, file: change.path }));
}

function isSaid({ rule, file }: Finding, found: readonly Finding[]): boolean {
  return found.some((other) => other.file === file && (saidBefore[other.rule] ?? []).includes(rule));
}

function forThisApp(finding: Finding, appId: string | undefined): Finding {
  if (finding.fix === undefined || appId === undefined || !isPlainId(appId)) return finding;
  return { ...finding, fix: finding.fix.replaceAll('APP_ID', appId) };
}

/**
 * True unless every commit does nothing but add or change the request as a file, or take away the one that it takes the
 * place of, and no words of it close an issue: only such a history may become part of the base branch’s.
 */
function hasForeignHistory({ situation, appId, purpose }: PullRequestSubject): boolean {
  if (appId === undefined || situation.truncated) return true;
  const { pullRequest, commits } = situation;
  const texts = [pullRequest.title, pullRequest.body, ...commits.map(({ message }) => message)];
  if (texts.some(closesIssues)) return true;
  const own = requestPath(appId);
  const gone = purpose.kind === 'rename' ? requestPath(purpose.from) : undefined;
  return commits.some(
    ({ parents, changes }) =>
      // a root of its own: another history altogether
      parents.length === 0 ||
      changes.some(({ path, status, mode = '100644', blob = '' }) => {
        if (status === 'deleted') return path !== gone;
        return path !== own || !mode.startsWith('100') || !situation.blobs.has(blob);
      }),
  );
}
