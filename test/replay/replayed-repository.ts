// SPDX-License-Identifier: MIT
import { Bot } from '../../bot/bot.js';
import { gather } from '../../bot/gather.js';
import { GithubCaches } from '../../bot/github/caches.js';
import type { Judgement } from '../../bot/judgement.js';
import type { Decision } from '../../bot/standing.js';
import { viewOf } from '../../bot/view.js';
import type { Clock } from '../../common/clock.js';
import type { Person } from '../bot/support/stage.js';
import { World } from '../bot/support/world.js';
import { appOf, type PastRequest } from './recorded-history.js';

/** What became of a request of the past as a pull request of today. */
export interface Outcome {
  readonly past: PastRequest;
  readonly number: number;
  /** at the first look, before any person said a word */
  readonly judgement: Judgement;
  /** after the last look */
  readonly decision: Decision;
}

/** The default policy: what the past signed with shorter keys shows up as refused. The clock is today’s. */
const files = {
  'authority/policy.yml': 'key:\n  minimum-bits: 4096\n',
  'authority/bot.yml': 'approvers:\n  permission: maintain\n',
};

/** The bot's token is good for an hour of the clock. */
const renewEvery = 100;

/** Today’s time, of which nobody needs much: GitHub tells whole seconds, so people are waited for, and nothing else is. */
class HurriedClock implements Clock {
  #time = Date.now();
  now(): Date {
    this.#time += 20;
    return new Date(this.#time);
  }
  sleep(milliseconds: number): Promise<void> {
    this.#time += milliseconds;
    return Promise.resolve();
  }
}

/** A certificate repository in which the past happens once more, one pull request after another. */
export class ReplayedRepository {
  readonly #requesters = new Map<string, Person>();
  readonly #caches = new GithubCaches(() => this.world.stage.clock.now().getTime());
  #count = 0;

  private constructor(readonly world: World) {}

  /** @param apps that will be asked for: a run of libxml2 judges fifty info.xml in nearly the time that it takes for one */
  static async open(apps: readonly string[]): Promise<ReplayedRepository> {
    const replayed = new ReplayedRepository(await World.open({ clock: new HurriedClock(), files, unchecked: true }));
    const { infoXml: judge } = replayed.#caches;
    await Promise.all([...new Set(apps)].map((app) => judge.verdictOn(Buffer.from(infoXml(app)))));
    return replayed;
  }

  close(): Promise<void> {
    return this.world.close();
  }

  /** The pull request, the looks at it, and what people did with it then. */
  async replay(past: PastRequest, pem: string): Promise<Outcome> {
    const { world } = this;
    if (this.#count++ % renewEvery === 0) this.#renew();
    const by = await this.#requesterOf(appOf(past));
    const { number, head } = await this.#open(past, pem, by);
    await world.pushed(number, head, by);
    const first = await this.#view(number);
    let { decision } = first;
    if (past.certified.length > 0 && first.judgement.ok) {
      await this.#approve(number, head, first.judgement, by);
      const { merged } = await world.pull(number);
      decision = merged ? { kind: 'signed' } : (await this.#view(number)).decision;
    }
    if (decision.kind !== 'signed') await by.visitor.must('PATCH', `pulls/${number}`, { state: 'closed' });
    return { past, number, judgement: first.judgement, decision };
  }

  #renew(): void {
    const { world } = this;
    world.workshop = { ...world.workshop, github: world.stage.github(this.#caches) };
    world.bot = new Bot(world.workshop);
  }

  /** One account an app, and a repository of the app that it owns. */
  async #requesterOf(app: string): Promise<Person> {
    const known = this.#requesters.get(app);
    if (known !== undefined) return known;
    const by = this.world.stage.person(`requester-${this.#requesters.size + 1}`);
    this.#requesters.set(app, by);
    await this.world.stage.repository(by, `${by.account.login}/${app}`, { 'appinfo/info.xml': infoXml(app) });
    return by;
  }

  async #open({ path }: PastRequest, pem: string, by: Person): Promise<{ number: number; head: string }> {
    const { stage } = this.world;
    const { login } = by.account;
    const app = path.split('/')[0] ?? '';
    const branch = `certificate-${stage.clock.now().getTime()}`;
    const head = await stage.commit(by, {
      repository: await stage.fork(by),
      branch,
      parents: [stage.main],
      files: { [path]: pem },
      message: `Request a certificate\n\nSigned-off-by: ${login} <${login}@users.noreply.github.com>`,
    });
    const { number } = await by.visitor.must<{ number: number }>('POST', 'pulls', {
      title: `Request ${app}`,
      body: this.world.linkTo(by, app),
      head: `${login}:${branch}`,
      base: 'main',
    });
    return { number, head };
  }

  /** As the maintainers did: two of them here, since some requests need two, with a reason, since some need one. */
  async #approve(number: number, head: string, { purpose }: Judgement, by: Person): Promise<void> {
    const { world } = this;
    const { clock, maintainer, second } = world.stage;
    await clock.sleep(2000);
    if (purpose.kind === 'replacement') {
      const body = '/replace other The recorded history does not say why.';
      await by.visitor.must('POST', `issues/${number}/comments`, { body });
      await clock.sleep(2000);
    }
    for (const { visitor } of [maintainer, second]) {
      const body = 'The maintainers of the time certified it.';
      await visitor.must('POST', `pulls/${number}/reviews`, { event: 'APPROVE', commit_id: head, body });
    }
    await world.look(number);
  }

  async #view(number: number): Promise<{ judgement: Judgement; decision: Decision }> {
    const situation = await gather(this.world.workshop.github, number);
    if (situation === undefined) throw new Error(`there is no pull request #${number}`);
    return viewOf(situation);
  }
}

function infoXml(app: string): string {
  return `<?xml version="1.0"?>\n<info><id>${app}</id><name>${app}</name><version>1.0.0</version></info>\n`;
}
