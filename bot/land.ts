// SPDX-License-Identifier: MIT
import { BotError } from './bot-error.js';
import { BaseBranch } from './github/base-branch.js';
import { repositoryFacts } from './github/repository-facts.js';
import type { PreparedCommit } from './issue/prepared-commit.js';
import { type Base, readBase } from './read-base.js';
import type { Workshop } from './workshop.js';

/** Races are lost a few times, not for ever: each time somebody else has won one. */
const maxRounds = 30;
const longestPauseMs = 4000;

/**
 * Prepares a commit over the base branch and puts it there; where somebody else was quicker, it is prepared anew over
 * what is there then.
 * @returns the commit; undefined where there is nothing to do
 * @throws BotError `left-undone` where every race was lost
 */
export async function land(
  workshop: Workshop,
  prepare: (base: Base) => Promise<PreparedCommit | undefined>,
): Promise<string | undefined> {
  for (let round = 0; round < maxRounds; round++) {
    const prepared = await prepare(await readBase(workshop.github));
    if (prepared === undefined) return undefined;
    const commit = await put(workshop, prepared);
    if (commit !== undefined) return commit;
    await pause(workshop, round);
  }
  throw new BotError('left-undone', 'Others were quicker every time.', {
    hint: 'Nothing was changed; the next reconciliation tries again.',
  });
}

/** Puts a commit in place, and says so in the log; undefined: the race was lost. */
export async function put({ github, log }: Workshop, prepared: PreparedCommit): Promise<string | undefined> {
  const { defaultBranch } = await repositoryFacts(github);
  const committed = await new BaseBranch(github, defaultBranch).commit(prepared);
  const [title = ''] = prepared.message.split('\n', 1);
  log.info({ before: prepared.before, ...committed }, title);
  return committed.kind === 'done' ? committed.commit : undefined;
}

/** Full jitter: replicas that met once shall not meet again. */
export async function pause({ github, random }: Workshop, round: number): Promise<void> {
  await github.clock.sleep(random() * Math.min(longestPauseMs, 100 * 2 ** round));
}
