// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import type { CertificateRecord } from '../../ca/ledger/certificate-record.js';
import { solePusher } from '../check-memory.js';
import type { Judgement } from '../judgement.js';
import type { Situation } from '../situation.js';
import type { Standing } from '../standing.js';
import { answersTo } from './answers.js';
import { countApprovals, firstCheck } from './approvals.js';
import { earlierRequester } from './earlier-requester.js';
import { foldComments, type Folded } from './fold-comments.js';
import { isSignedIn, replacementChallenge } from './old-key-proof.js';
import { saidByPeople } from './said-by-people.js';

/**
 * What the people say about a pull request, all in all.
 * @param oldKey public key of the certificate that is to be replaced: `oldKeyOf` reads it
 */
export function standing(
  situation: Situation,
  judgement: Judgement,
  { oldKey }: { readonly oldKey?: KeyObject | undefined } = {},
): Standing {
  const folded = foldComments(situation, judgement);
  const proof = proofOf(situation, judgement, folded, oldKey);
  const { approvals, discounted } = countApprovals(situation, folded.signs, folded.replacement);
  const two = whyTwo(situation, judgement, folded, proof);
  const deciders = new Set(approvals.map(({ by }) => by.id));
  const hasReason =
    approvals.some(({ reason }) => reason !== '') ||
    (folded.replacement !== undefined && deciders.has(folded.replacement.by.id));
  return {
    answers: answersTo(situation, folded),
    approvals,
    discounted,
    needed: two.length > 0 ? 2 : 1,
    because: two.length > 0 ? `two people have to approve: ${two.join('; ')}` : 'one person has to approve',
    lacksReason: judgement.hold && !hasReason,
    heldBy: folded.hold?.by,
    refusal: folded.refusal && { by: folded.refusal.by, reason: folded.refusal.reason },
    replacement: folded.replacement && {
      why: folded.replacement.why,
      reason: folded.replacement.reason,
      by: folded.replacement.by,
      proof,
    },
  };
}

type Proof = NonNullable<Standing['replacement']>['proof'];

/** The certificate that a pull request wants to replace. */
export function replacedBy({ purpose }: Judgement): CertificateRecord | undefined {
  return purpose.kind === 'replacement' || purpose.kind === 'rename' ? purpose.current : undefined;
}

function proofOf(situation: Situation, judgement: Judgement, { replacers }: Folded, oldKey?: KeyObject): Proof {
  const current = replacedBy(judgement);
  if (current === undefined) return undefined;
  const challenge = replacementChallenge(situation, judgement);
  const bodies = saidByPeople(situation).map(({ body }) => body);
  if (challenge !== undefined && oldKey !== undefined && isSignedIn(bodies, challenge, oldKey)) return 'old-key';
  const earlier = earlierRequester(situation.base.repository.ledger, current);
  if (earlier === undefined) return undefined;
  // whoever opened the pull request and pushed its head said so by that; others speak of a head that they can have seen
  const { author } = situation.pullRequest;
  if (author.id === earlier && solePusher(situation.headPushers) === earlier) return 'earlier-requester';
  const first = firstCheck(situation);
  const spoke = replacers.some(({ by, at }) => by.id === earlier && first !== undefined && at > first);
  return spoke ? 'earlier-requester' : undefined;
}

/** Why one approval is not enough. */
function whyTwo(situation: Situation, judgement: Judgement, { replacement }: Folded, proof: Proof): string[] {
  const { purpose, appId = '' } = judgement;
  const replaces = replacedBy(judgement) !== undefined;
  const reasons: string[] = [];
  if (replaces && purpose.kind === 'rename') reasons.push('an app that has a certificate gets another id');
  else if (purpose.kind === 'rename' && situation.base.repository.ledger.certificatesOf(appId).length > 0) {
    reasons.push('the new id was certified before');
  } else if (purpose.kind === 'replacement' && purpose.revoked !== undefined && proof === undefined) {
    reasons.push('the id was certified before, and whoever asked for that does not stand for this request');
  } else if (replaces && proof === undefined) {
    reasons.push('neither the old key nor whoever asked for its certificate stands for the replacement');
  }
  if (replaces && replacement?.why === 'take-over') reasons.push('the app goes to somebody else');
  const pusher = solePusher(situation.headPushers);
  if (pusher === undefined || situation.earlierPushers === 'many') reasons.push('nobody knows who pushed the head');
  return reasons;
}
