// SPDX-License-Identifier: MIT
import { answersToHelp } from '../approval/answers.js';
import { readConversation } from '../github/conversation.js';
import { listOpenIssues, readOpening } from '../github/issues.js';
import { keepComment } from '../github/sticky-comment.js';
import { land } from '../land.js';
import { readApprovers } from '../read-approvers.js';
import { readBase } from '../read-base.js';
import { tellOfRevocations } from '../tell-holders.js';
import { revocationsIn } from '../view.js';
import { answersWords } from '../words/answers-words.js';
import type { Workshop } from '../workshop.js';
import { prepareRevocations } from './prepare-revocations.js';

/** People go on writing while it is read, but not for ever. */
const maxRounds = 10;

/**
 * An issue is a place to ask for a revocation: does what enough people ask for there, and answers.
 *
 * Replicas may read one issue at once. Whoever is second to move the base branch prepares anew, over a ledger in which
 * the revocation stands, and finds nothing to do. Of two answers the older comment stays; and since whoever wrote one
 * reads all of it again, the last who writes has seen everything, so that no answer to half of it is left.
 */
export async function readIssue(workshop: Workshop, number: number): Promise<void> {
  for (let round = 0; round < maxRounds; round++) if (!(await readOnce(workshop, number))) return;
  workshop.log.warn({ issue: number, rounds: maxRounds }, 'not settled: left to the reconciliation');
}

/** @returns whether something was written, so that there may be more by now */
async function readOnce(workshop: Workshop, number: number): Promise<boolean> {
  const { github, authority, waits } = workshop;
  const opening = await readOpening(github, number);
  if (opening === undefined) return false;
  const { comments: later, own } = await readConversation(github, number);
  const comments = [opening, ...later];
  const { settings, ...base } = await readBase(github);
  const approvers = await readApprovers(github, settings, [], comments);
  const { orders, answers } = await revocationsIn({ comments, approvers, base });
  const help = answersToHelp(comments);
  if (answers.length + help.length === 0) return false;
  if (orders.length > 0 && authority === undefined) waits?.({ kind: 'upkeep' });
  if (orders.length > 0 && authority !== undefined) {
    await land(workshop, async (now) => {
      const asked = await revocationsIn({ comments, approvers, base: now });
      return prepareRevocations(now, asked.orders, number, authority, github.clock.now());
    });
  }
  const done = await readBase(github);
  const after = await revocationsIn({ comments, approvers, base: done });
  await tellOfRevocations(workshop, done, number);
  const all = [...after.answers, ...help].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return keepComment(github, number, { topic: 'answers', body: answersWords(all) }, own);
}

/** For events that were lost. */
export async function readOpenIssues(workshop: Workshop): Promise<void> {
  for (const number of await listOpenIssues(workshop.github)) await readIssue(workshop, number);
}
