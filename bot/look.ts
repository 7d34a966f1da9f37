// SPDX-License-Identifier: MIT
import { errorFacts } from './error-facts.js';
import { EarlierReading, gather } from './gather.js';
import type { Pushed } from './intent.js';
import { prepareBurntKeys } from './issue/prepare-burnt-keys.js';
import { prepareIssue } from './issue/prepare-issue.js';
import type { PreparedCommit } from './issue/prepared-commit.js';
import { pause, put } from './land.js';
import { show, showFailure } from './show.js';
import { prepareRevocations } from './upkeep/prepare-revocations.js';
import { type View, viewOf } from './view.js';
import { awaitsKey } from './waiting.js';
import type { Workshop } from './workshop.js';

/** Each round ends with something that was done or lost to somebody else; there are not many things to do. */
const maxRounds = 30;

/**
 * Looks at a pull request, and does what follows from what is there, until a look finds nothing more to do. Everything
 * it writes is written again by nobody who finds it there, so any number of these may run at once, stop anywhere, and
 * begin again.
 * @param only the head that is meant; of a pull request with another one nothing is done
 * @throws CodedError where GitHub fails; the check run says so as well where that can still be written
 */
export async function look(workshop: Workshop, number: number, pushed?: Pushed, only?: string): Promise<void> {
  const earlier = new EarlierReading();
  try {
    for (let round = 0; round < maxRounds; round++) {
      const situation = await gather(workshop.github, number, pushed, earlier);
      if (situation === undefined || (only !== undefined && situation.pullRequest.head.sha !== only)) return;
      const done = await act(workshop, await viewOf(situation));
      if (done === 'settled') return;
      if (done === 'lost') await pause(workshop, round);
    }
    workshop.log.warn({ pullRequest: number, rounds: maxRounds }, 'not settled: left to the reconciliation');
  } catch (error) {
    await tellOfFailure(workshop, number, error);
    throw error;
  }
}

/** `settled`: all is as it has to be. `changed`: something was done, and the state has to be looked at anew. */
async function act(workshop: Workshop, view: View): Promise<'settled' | 'changed' | 'lost'> {
  const prepared = await prepare(workshop, view);
  if (prepared !== undefined) return (await put(workshop, prepared)) === undefined ? 'lost' : 'changed';
  return (await show(workshop, view)) ? 'changed' : 'settled';
}

/**
 * What has to be on the base branch before anything is said: first the keys that burnt, since one may be this request's
 * own, and the revocations that were asked for here.
 */
async function prepare({ authority, waits }: Workshop, view: View): Promise<PreparedCommit | undefined> {
  const { situation, judgement, decision, revocations } = view;
  const { base, pullRequest, now } = situation;
  const burnt = await prepareBurntKeys(situation, judgement, authority);
  if (authority === undefined && awaitsKey(view)) {
    waits?.({ kind: 'pull-request', number: pullRequest.number, head: pullRequest.head.sha });
  }
  if (burnt !== undefined || authority === undefined) return burnt;
  const revoked = await prepareRevocations(base, revocations.orders, pullRequest.number, authority, now);
  if (revoked !== undefined) return revoked;
  const { appId, request } = judgement;
  if (decision.kind !== 'issue' || appId === undefined || request === undefined) return undefined;
  return (await prepareIssue(situation, { ...judgement, appId, request }, decision, authority)).commit;
}

/** Silence is the one thing that nobody can tell from waiting. */
async function tellOfFailure(workshop: Workshop, number: number, error: unknown): Promise<void> {
  const facts = errorFacts(error);
  workshop.log.error({ ...facts, pullRequest: number }, 'the look ended early');
  try {
    await showFailure(workshop, number, String(facts.code));
  } catch (another) {
    workshop.log.error(
      { ...errorFacts(another), pullRequest: number },
      'and that could not be said on the pull request',
    );
  }
}
