// SPDX-License-Identifier: MIT
import type { Clock } from '../../common/clock.js';
import { Bot } from '../bot.js';
import { BotError } from '../bot-error.js';
import type { Github } from '../github/github.js';
import { readPullRequest } from '../github/pull-request-reader.js';
import { look } from '../look.js';
import { readBase } from '../read-base.js';
import type { Log, Workshop } from '../workshop.js';
import { Deferred } from './deferred.js';
import type { JobInputs, Task } from './job-inputs.js';
import { knownApp } from './known-app.js';

/** GitHub marks a pull request as merged within seconds, and after a minute the bot closes it: see `show.ts`. */
const patienceMs = 90_000;

/** As many jobs as may queue in a concurrency group (GitHub documentation, "Concurrency"); the next run tells of the rest. */
const maxWaiting = 100;

export interface JobWorld {
  readonly clock: Clock;
  /** 0 (inclusive) to 1 (exclusive) */
  readonly random: () => number;
  readonly log: Log;
}

/** What a job came to. */
export interface JobResult {
  /** heads of pull requests that wait for the CA's key */
  readonly waiting: readonly { readonly number: number; readonly head: string }[];
  /** something else waits for it: a job in the mode `reconcile` does that */
  readonly upkeep: boolean;
  /** in the mode `issue`: the pull request has its certificate */
  readonly issued: boolean | undefined;
  /** why not all could be done */
  readonly error: unknown;
}

/**
 * One run of the bot without a server. What it could not do is in the result, beside what it did: one pull request that
 * fails keeps none of the others from their certificates.
 * @throws BotError where nothing could be begun
 */
export async function runJob(inputs: JobInputs, world: JobWorld): Promise<JobResult> {
  const { repository, trust, task } = inputs;
  const app = await knownApp({ ...inputs, ...world });
  const github = await app.in(repository);
  if (github === undefined) {
    throw new BotError('no-repository', `The App is not installed on ${repository.owner}/${repository.repo}.`, {
      hint: 'Install it there, or name the repository that it is installed on: the input repository.',
    });
  }
  const waiting = new Map<number, string>();
  let upkeep = false;
  const deferred = new Deferred(world.clock);
  const workshop: Workshop = {
    ...world,
    github,
    trust,
    authority: task.mode === 'review' ? undefined : task.authority,
    elsewhere: (name) => app.in(name),
    later: deferred.later,
    waits: (what) => {
      if (what.kind === 'upkeep') upkeep = true;
      else waiting.set(what.number, what.head);
    },
  };
  const error = await doAll(workshop, task, deferred);
  return {
    waiting: [...waiting].slice(0, maxWaiting).map(([number, head]) => ({ number, head })),
    upkeep,
    issued: task.mode === 'issue' ? await isIssued(github, task.number).catch(() => undefined) : undefined,
    error,
  };
}

/** @returns why not all was done; undefined: it was */
async function doAll(workshop: Workshop, task: Task, deferred: Deferred): Promise<unknown> {
  const { log } = workshop;
  const bot = new Bot(workshop);
  try {
    if (task.mode === 'issue') await issue(workshop, task);
    else await bot.do(task.mode === 'review' ? task.intent : { kind: 'reconcile' });
    const left = await deferred.finish(async (intent) => {
      if (task.mode !== 'issue') await bot.do(intent);
      else await look(workshop, task.number, undefined, task.head);
    }, patienceMs);
    if (left > 0) log.info({ left }, 'left for the next reconciliation');
    return undefined;
  } catch (error) {
    return error;
  }
}

/** The head was named by a job that anybody's event can start: it says where to look, and nothing of what is found. */
async function issue(workshop: Workshop, { number, head }: Extract<Task, { mode: 'issue' }>): Promise<void> {
  const shown = await readPullRequest(workshop.github, number);
  if (shown === undefined) {
    throw new BotError('not-found', `There is no pull request #${number}.`, { hint: 'Look at the input number.' });
  }
  if (shown.pullRequest.head.sha !== head) {
    throw new BotError('head-moved', `The head of pull request #${number} is not ${head} any more.`, {
      hint: 'Nothing was signed: the push that moved it is looked at for itself, and needs its own approval.',
    });
  }
  await look(workshop, number, undefined, head);
}

async function isIssued(github: Github, number: number): Promise<boolean> {
  return (await readBase(github)).repository.ledger.issuedFor(number) !== undefined;
}
