// SPDX-License-Identifier: MIT
// npm run bench -- bot [--rate 50] [--pulls 300]: how long pull requests wait for their verdict.
// npm run bench -- bot --hour [--pulls 600]: the bot's memory over so many, each opened, judged and closed; about six events
// each, so that 600 are an hour of one event a second.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { GithubEvent } from '../../sandbox/github/events.js';
import type { Person } from '../bot/support/stage.js';
import { World } from '../bot/support/world.js';
import { inPortions } from '../../bot/github/in-portions.js';
import { createRequest } from '../../ca/request/create-request.js';
import { sharedKey } from '../support/test-keys.js';
import type { Memory, Start } from './bot-worker.js';

interface Prepared {
  readonly by: Person;
  readonly app: string;
  readonly branch: string;
  readonly head: string;
}

/** Whoever is not answered by then is said to be so. */
const patienceMs = 180_000;

/**
 * Pull requests that are all prepared are opened so many a second; GitHub and requesters are one process, the bot is
 * another. Time runs from the event to the check run's conclusion, both by GitHub's side.
 */
export async function measureBot(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rate: { type: 'string', default: '50' },
      pulls: { type: 'string' },
      hour: { type: 'boolean', default: false },
    },
  });
  const rate = Number(values.rate);
  const count = Number(values.pulls ?? (values.hour ? 600 : 300));
  const world = await World.open({
    clock: { now: () => new Date(), sleep },
    webhooks: { inFlight: 10_000, logged: 1 },
    unchecked: true,
  });
  const { stage } = world;
  const { app, appKey, webhookSecret } = stage.community;
  const bot = fork(fileURLToPath(new URL('bot-worker.js', import.meta.url)), { execArgv: ['--expose-gc'] });
  try {
    const start: Start = { appId: app.id, privateKey: appKey, secret: webhookSecret, apiUrl: stage.server.api };
    const { port } = await ask<{ port: number }>(bot, start);
    const prepared = await prepare(world, count);
    app.hook = { url: `http://127.0.0.1:${port}/api/github/webhooks`, secret: webhookSecret };
    const bench: Bench = { world, bot, prepared, watch: new Verdicts(stage.server.state.events) };
    if (values.hour) await measureMemory(bench);
    else await measureWaits(bench, rate);
  } finally {
    app.hook = undefined;
    bot.disconnect();
    await world.close();
  }
}

interface Bench {
  readonly world: World;
  readonly bot: ChildProcess;
  readonly prepared: readonly Prepared[];
  readonly watch: Verdicts;
}

async function measureWaits({ world, bot, prepared, watch }: Bench, rate: number): Promise<void> {
  const count = prepared.length;
  const before = await ask<Memory>(bot, 'memory');
  const started = performance.now();
  await offer(world, prepared, rate);
  await watch.all(count);
  const seconds = (watch.last - started) / 1000;
  await world.stage.server.webhooks.idle();
  const after = await ask<Memory>(bot, 'memory');
  const waits = [...watch.waits.values()].toSorted((a, b) => a - b);
  const cpu = after.cpu - before.cpu;
  console.log(`| offered | verdicts | p50 | p99 | served | bot’s processor time | bot’s memory before, after |`);
  console.log('|---|---|---|---|---|---|---|');
  console.log(
    `| ${rate}/s, ${count} pull requests | ${waits.length} | ${at(waits, 0.5)} s | ${at(waits, 0.99)} s | ${(waits.length / seconds).toFixed(1)}/s | ${cpu.toFixed(1)} s, ${((cpu / count) * 1000).toFixed(0)} ms each | ${megabytes(before)}, ${megabytes(after)} (${watch.told} events) |`,
  );
}

/** As fast as they are answered, so many under way at a time. */
const underWay = 8;
const samples = 6;

async function measureMemory({ world, bot, prepared, watch }: Bench): Promise<void> {
  console.log(`| pull requests | events | bot’s memory, after a collection |`);
  console.log('|---|---|---|');
  const sample = async (done: number): Promise<void> =>
    console.log(`| ${done} | ${watch.told} | ${megabytes(await ask<Memory>(bot, 'memory'))} |`);
  await sample(0);
  const portion = Math.ceil(prepared.length / samples);
  for (let from = 0; from < prepared.length; from += portion) {
    const part = prepared.slice(from, from + portion);
    await inPortions(part, underWay, async (one) => {
      const number = await open(world, one);
      await watch.verdictOn(one.head);
      await one.by.visitor.must('PATCH', `pulls/${number}`, { state: 'closed' });
    });
    await world.stage.server.webhooks.idle();
    await sample(from + part.length);
  }
}

/** A fork, a branch with a signed-off request, and a repository of the app, all but the pull request. */
async function prepare(world: World, count: number): Promise<Prepared[]> {
  const { stage } = world;
  const people = Array.from({ length: Math.min(20, count) }, (_, at) => stage.person(`requester-${at}`));
  const key = await sharedKey();
  const prepared: Prepared[] = [];
  for (let at = 0; at < count; at++) {
    const by = people[at % people.length] ?? stage.alice;
    const { login } = by.account;
    const app = `measured_${letters(at)}`;
    await world.appRepository(by, app);
    const head = await stage.commit(by, {
      repository: await stage.fork(by),
      branch: app,
      files: { [`${app}/${app}.csr`]: (await createRequest(key, app)).toPem() },
      message: `Request a certificate\n\nSigned-off-by: ${login} <${login}@users.noreply.github.com>`,
    });
    prepared.push({ by, app, branch: app, head });
  }
  return prepared;
}

/** By the clock, whether or not those before have been answered. */
async function offer(world: World, prepared: readonly Prepared[], rate: number): Promise<void> {
  const started = performance.now();
  const opened = prepared.map(async (one, index) => {
    await sleep(Math.max(0, started + (index * 1000) / rate - performance.now()));
    await open(world, one);
  });
  await Promise.all(opened);
}

/** @returns its number */
async function open(world: World, { by, app, branch }: Prepared): Promise<number> {
  const { number } = await by.visitor.must<{ number: number }>('POST', 'pulls', {
    title: `Request ${app}`,
    body: world.linkTo(by, app),
    head: `${by.account.login}:${branch}`,
    base: 'main',
  });
  return number;
}

/** When each head was told of, and when its check had its conclusion. */
class Verdicts {
  /** milliseconds, by head */
  readonly waits = new Map<string, number>();
  last = 0;
  /** events of whatever kind */
  told = 0;
  readonly #opened = new Map<string, number>();

  constructor(events: { subscribe(listener: (event: GithubEvent) => void): unknown }) {
    events.subscribe((event) => this.#see(event));
  }

  async all(count: number): Promise<void> {
    const end = performance.now() + patienceMs;
    while (this.waits.size < count && performance.now() < end) await sleep(50);
  }

  /** @throws Error where it did not come */
  async verdictOn(head: string): Promise<void> {
    const end = performance.now() + patienceMs;
    while (!this.waits.has(head)) {
      if (performance.now() > end) throw new Error(`no verdict on ${head}`);
      await sleep(20);
    }
  }

  #see(event: GithubEvent): void {
    this.told++;
    if (event.event === 'pull_request' && event.action === 'opened') {
      const { pull_request: pull } = event.facts() as { pull_request: { head: { sha: string } } };
      this.#opened.set(pull.head.sha, performance.now());
    }
    if (event.event !== 'check_run') return;
    const { check_run: run } = event.facts() as { check_run: { head_sha: string; conclusion: string | null } };
    const opened = this.#opened.get(run.head_sha);
    if (opened === undefined || run.conclusion === null || this.waits.has(run.head_sha)) return;
    this.last = performance.now();
    this.waits.set(run.head_sha, this.last - opened);
  }
}

async function ask<Answer>(bot: ChildProcess, what: object | string): Promise<Answer> {
  bot.send(what);
  const [answer] = (await once(bot, 'message')) as [Answer];
  return answer;
}

/** Seconds. */
function at(sorted: readonly number[], share: number): string {
  return ((sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN) / 1000).toFixed(2);
}

function megabytes({ rss, heapUsed }: Memory): string {
  return `${(rss / 1e6).toFixed(0)} MB (heap ${(heapUsed / 1e6).toFixed(0)})`;
}

/** Ids that nobody takes for each other. */
function letters(index: number): string {
  const all = 'bcdfghjklmnpqrstvwxz';
  const [a, b, c] = [index % 20, Math.trunc(index / 20) % 20, Math.trunc(index / 400) % 20];
  return [a, b, c, (a * 7 + b * 3 + c) % 20, (a + b * 7 + c * 3) % 20, (a * 3 + b + c * 7) % 20]
    .map((one) => all[one] ?? '')
    .join('');
}
