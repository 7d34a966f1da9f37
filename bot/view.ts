// SPDX-License-Identifier: MIT
import { oldKeyOf } from './approval/old-key-proof.js';
import { keysInQuestion, type RevocationRequests, revocationRequests } from './approval/revocation-requests.js';
import { saidByPeople } from './approval/said-by-people.js';
import { standing } from './approval/standing.js';
import { decide } from './decide.js';
import { judge } from './judge.js';
import type { Judgement } from './judgement.js';
import type { Situation } from './situation.js';
import type { Decision, Standing } from './standing.js';

/** One moment of a pull request, and everything that follows from it. */
export interface View {
  readonly situation: Situation;
  readonly judgement: Judgement;
  readonly standing: Standing;
  readonly decision: Decision;
  /** of whatever app: they can be asked for anywhere */
  readonly revocations: RevocationRequests;
}

/** The same situation always gives the same view: nobody is asked, and nothing is done. */
export async function viewOf(situation: Situation): Promise<View> {
  const judgement = judge(situation);
  const people = standing(situation, judgement, { oldKey: await oldKeyOf(situation, judgement) });
  return {
    situation,
    judgement,
    standing: people,
    decision: decide(situation, judgement, people),
    revocations: await revocationsIn({ ...situation, comments: saidByPeople(situation) }),
  };
}

type Thread = Pick<Situation, 'comments' | 'approvers' | 'base'>;

/** What a thread asks to revoke, and the answers to that. */
export async function revocationsIn({ comments, approvers, base }: Thread): Promise<RevocationRequests> {
  const keys = await keysInQuestion(base.repository, comments);
  return revocationRequests({ comments, approvers, ledger: base.repository.ledger, keys });
}
