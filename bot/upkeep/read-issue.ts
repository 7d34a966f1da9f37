// SPDX-License-Identifier: MIT
import { readConversation } from '../github/conversation.js';
import { listOpenIssues } from '../github/issues.js';
import { keepComment } from '../github/sticky-comment.js';
import { land } from '../land.js';
import { readApprovers } from '../read-approvers.js';
import { readBase } from '../read-base.js';
import { revocationsIn } from '../view.js';
import { answersWords } from '../words/answers-words.js';
import type { Workshop } from '../workshop.js';
import { prepareRevocations } from './prepare-revocations.js';

/** An issue is a place to ask for a revocation: does what enough people ask for there, and answers. */
export async function readIssue(workshop: Workshop, number: number): Promise<void> {
  const { github, authority, waits } = workshop;
  const { comments, own } = await readConversation(github, number);
  const { settings, ...base } = await readBase(github);
  const approvers = await readApprovers(github, settings, [], comments);
  const { orders, answers } = await revocationsIn({ comments, approvers, base });
  if (answers.length === 0) return;
  if (orders.length > 0 && authority === undefined) waits?.({ kind: 'upkeep' });
  if (orders.length > 0 && authority !== undefined) {
    await land(workshop, async (now) => {
      const asked = await revocationsIn({ comments, approvers, base: now });
      return prepareRevocations(now, asked.orders, number, authority, github.clock.now());
    });
  }
  const after = await revocationsIn({ comments, approvers, base: await readBase(github) });
  await keepComment(github, number, { topic: 'answers', body: answersWords(after.answers) }, own);
}

/** For events that were lost. */
export async function readOpenIssues(workshop: Workshop): Promise<void> {
  for (const { number, comments } of await listOpenIssues(workshop.github)) {
    if (comments > 0) await readIssue(workshop, number);
  }
}
