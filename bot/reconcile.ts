// SPDX-License-Identifier: MIT
import { BotError } from './bot-error.js';
import { errorFacts } from './error-facts.js';
import { inPortions } from './github/in-portions.js';
import { listLatelyClosed } from './github/closed-pull-requests.js';
import { isLabel, type StateLabel } from './github/labels.js';
import { listOpen } from './github/open-pull-requests.js';
import { readBase } from './read-base.js';
import { warnOfTeams } from './warn-of-teams.js';
import { upkeep } from './upkeep/upkeep.js';
import type { Workshop } from './workshop.js';

/** GitHub asks to be asked one after the other; a few at a time are no burden. */
const atATime = 4;

/**
 * Does what missed events left undone: every open pull request is looked at, and every one that was signed and not seen
 * to its end; then what has its day. What fails is left for the next time, and keeps nothing else waiting.
 * @param look at a pull request, in line with the looks that events ask for
 * @throws BotError `left-undone` where something failed
 */
export async function reconcile(workshop: Workshop, look: (number: number) => Promise<void>): Promise<void> {
  const { github, log } = workshop;
  const failed: string[] = [];
  const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      failed.push(what);
      log.error({ ...errorFacts(error), what }, 'the reconciliation left something undone');
    }
  };
  const open = await listOpen(github);
  const numbers = open.map(({ number }) => number);
  // settings or a ledger that cannot be read: those that are open are told so all the same
  await attempt('pull requests that were closed', async () => void numbers.push(...(await unfinished(workshop))));
  await inPortions(numbers, atATime, (number) => attempt(`pull request ${number}`, () => look(number)));
  await attempt('the teams that may approve', () => warnOfTeams(workshop));
  for (const [what, work] of upkeep(workshop)) await attempt(what, work);
  log.info({ pullRequests: numbers.length, failed: failed.length }, 'reconciled');
  if (failed.length === 0) return;
  throw new BotError('left-undone', `Not all could be done: ${failed.join(', ')}.`, {
    hint: 'The log says why; the next reconciliation tries again.',
  });
}

/** Closed, and not brought to its end: issued without the label that is set last, or not, with one that comes off then. */
async function unfinished({ github }: Workshop): Promise<number[]> {
  const { ledger } = (await readBase(github)).repository;
  return (await listLatelyClosed(github))
    .filter(({ number, labels }) => {
      const has = (label: StateLabel): boolean => labels.some((name) => isLabel(name, label));
      if (ledger.issuedFor(number) !== undefined) return !has('signed');
      return has('needs changes') || has('ready to approve') || has('replaces a certificate');
    })
    .map(({ number }) => number);
}
