// SPDX-License-Identifier: MIT
import { type ReplacementReason, replacementReasons } from '../ca/issue/replacement.js';
import type { Judgement } from './judgement.js';
import { canBeRefused, whyNotJudged } from './not-judged.js';
import type { Situation } from './situation.js';
import type { Decision, Standing } from './standing.js';

/** Reasons stand in a public ledger, once for every line that they explain. */
const maxReason = 1_000;

/**
 * What is to be done with a pull request now: the same answer for the same facts, whoever asks, however often.
 * `ready` is what people have to do before anything is issued, all of it at once.
 */
export function decide(situation: Situation, judgement: Judgement, standing: Standing): Decision {
  const { pullRequest, base } = situation;
  if (base.repository.ledger.issuedFor(pullRequest.number) !== undefined) return { kind: 'signed' };
  const why = whyNotJudged(situation);
  if (standing.refusal !== undefined && canBeRefused(why)) return { kind: 'refused', ...standing.refusal };
  if (why !== undefined) return { kind: 'none' };
  const { ok, request, purpose } = judgement;
  const nothingToIssue = request?.key === undefined || purpose.kind === 'unknown' || purpose.kind === 'nothing-to-do';
  if (!ok || nothingToIssue) return { kind: 'needs-changes' };
  const missing = missingFor(situation, judgement, standing);
  if (missing.length > 0) return { kind: 'ready', missing };
  return {
    kind: 'issue',
    approvals: standing.approvals,
    reason: reasonOf(standing),
    replacement: replacementOf(judgement, standing),
  };
}

/** Why a key is replaced; a rename says so by its files. */
function replacementOf({ purpose }: Judgement, { replacement }: Standing): ReplacementReason | undefined {
  if (purpose.kind === 'rename') return replacement?.why ?? 'rename';
  return purpose.kind === 'replacement' ? replacement?.why : undefined;
}

/** What people have to do, a sentence each. */
function missingFor(situation: Situation, judgement: Judgement, standing: Standing): string[] {
  const { approvals, needed, because, heldBy, lacksReason } = standing;
  const head = situation.pullRequest.head.sha.slice(0, 12);
  const missing: string[] = [];
  if (situation.truncated) {
    missing.push('GitHub does not show all of this pull request: open a new one with a single commit.');
  }
  if (heldBy !== undefined) {
    missing.push(`It is on hold by ${heldBy.login}: somebody who may approve lifts that with /sign ${head}.`);
  }
  const { purpose } = judgement;
  const isAlive = purpose.kind === 'replacement' && purpose.revoked === undefined;
  if (isAlive && replacementOf(judgement, standing) === undefined) {
    const words = replacementReasons.filter((why) => why !== 'rename');
    missing.push(`Say why the key is replaced: /replace WHY REASON, where WHY is ${oneOf(words)}.`);
  }
  if (approvals.length < needed) {
    const have = approvals.length === 0 ? '' : ` There is one, by ${approvals.map(({ by }) => by.login).join(', ')}.`;
    missing.push(`Approve the commit ${head}: ${because}.${have}`);
  }
  if (lacksReason) {
    missing.push(
      `A person decides, and writes the reason beside the approval: in the review, or behind /sign ${head}.`,
    );
  }
  return missing;
}

function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** Who wrote what, in one line for the ledger. */
function reasonOf({ approvals, replacement }: Standing): string | undefined {
  const reasons = approvals.filter(({ reason }) => reason !== '').map(({ by, reason }) => `${by.login}: ${reason}`);
  const why = replacement && `${replacement.why}, says ${replacement.by.login}: ${replacement.reason}`;
  const all = [...(why === undefined ? [] : [why]), ...reasons].join('; ');
  return all === '' ? undefined : all.slice(0, maxReason);
}
