// SPDX-License-Identifier: MIT
import type { Authority } from '../../../ca/authority.js';
import { profiles } from '../../../ca/issue/profile.js';
import type { PemSigner } from '../../../ca/key/pem-signer.js';
import { Ledger } from '../../../ca/ledger/ledger.js';
import { ledgerPath } from '../../../ca/repository/repository.js';
import { createRequest } from '../../../ca/request/create-request.js';
import { Trust } from '../../../common/trust.js';
import type { Clock } from '../../../common/clock.js';
import { Bot } from '../../../bot/bot.js';
import type { Intent } from '../../../bot/intent.js';
import type { Workshop } from '../../../bot/workshop.js';
import { sharedKey, testAuthority } from '../../support/test-keys.js';
import { type Person, Stage, type StageOptions } from './stage.js';

/** A second passes whenever somebody asks for the time: no two things happen at once, as among people. */
export class BusyClock implements Clock {
  #time: number;
  constructor(start = '2026-11-21T12:00:00Z') {
    this.#time = Date.parse(start);
  }
  now(): Date {
    this.#time += 1000;
    return new Date(this.#time);
  }
  sleep(milliseconds: number): Promise<void> {
    this.#time += milliseconds;
    return Promise.resolve();
  }
}

const policy = 'key:\n  minimum-bits: 2048\n';
const settings = 'approvers:\n  permission: maintain\n';

export interface WorldOptions extends StageOptions {
  /** more files that are in the repository at the beginning */
  readonly files?: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly by?: Person;
  readonly key?: PemSigner;
  readonly body?: string;
  readonly signOff?: boolean;
  /** of the app's repository; default: one that the store refuses, which is a warning */
  readonly infoXml?: string;
  /** default: APP/APP.csr with a request; these take its place or stand beside it */
  readonly files?: Readonly<Record<string, string | undefined>>;
}

/** A local GitHub, an authority, and the bot between them, told of events by nobody but the test. */
export class World {
  bot: Bot;
  /** what it would do a while later */
  readonly waiting: Intent[] = [];

  private constructor(
    readonly stage: Stage,
    readonly authority: Authority,
    public workshop: Workshop,
  ) {
    this.bot = new Bot(workshop);
  }

  /** `OWNER/NAME` */
  get repository(): string {
    const { owner, repo } = this.workshop.github.repository;
    return `${owner}/${repo}`;
  }

  /** The same bot with another authority. */
  useAuthority(authority: Authority): void {
    this.workshop = { ...this.workshop, authority };
    this.bot = new Bot(this.workshop);
  }

  /** Another replica, or the same after it died: it remembers nothing. */
  restart(): void {
    this.workshop = { ...this.workshop, github: this.stage.github() };
    this.bot = new Bot(this.workshop);
  }

  static async open({ files = {}, ...options }: WorldOptions = {}): Promise<World> {
    const stage = await Stage.open({ clock: new BusyClock(), ...options });
    await stage.seed({ 'authority/policy.yml': policy, 'authority/bot.yml': settings, ...files });
    const { intermediate, signer } = await testAuthority();
    const authority = { issuer: intermediate, signer, profile: profiles['nextcloud-v1'] };
    const workshop: Workshop = {
      github: stage.github(),
      authority,
      trust: new Trust([intermediate]),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      random: () => 0.5,
      later: (_, intent) => void world.waiting.push(intent),
      elsewhere: async (repository) => stage.elsewhere(repository),
    };
    const world: World = new World(stage, authority, workshop);
    return world;
  }

  async close(): Promise<void> {
    await this.bot.idle();
    await this.stage.close();
  }

  /** A pull request by alice, or whoever, for a certificate, with a repository of the app that she has. */
  async request(app: string, asked: Asked = {}): Promise<{ number: number; head: string; fork: string }> {
    const { by = this.stage.alice, key = await sharedKey(), signOff = true, files = {} } = asked;
    const request = await createRequest(key, app);
    const { login } = by.account;
    if (asked.body === undefined) await this.appRepository(by, app, asked.infoXml);
    const body = asked.body ?? this.linkTo(by, app);
    const trailer = signOff ? `\n\nSigned-off-by: ${login} <${login}@users.noreply.github.com>` : '';
    return this.stage.pullRequest(
      by,
      { [`${app}/${app}.csr`]: request.toPem(), ...files },
      {
        branch: `certificate-${app}`,
        title: `Request ${app}`,
        body,
        message: `Request a certificate for ${app}${trailer}`,
      },
    );
  }

  async appRepository(by: Person, app: string, infoXml?: string): Promise<void> {
    const short = `<?xml version="1.0"?>\n<info><id>${app}</id><name>${app}</name><version>1.0.0</version></info>\n`;
    const info = infoXml ?? short;
    await this.stage.repository(by, `${by.account.login}/${app}`, { 'appinfo/info.xml': info });
  }

  /** Address of somebody's repository on this GitHub. */
  linkTo(by: Person, app: string): string {
    return `${this.stage.server.web}/${by.account.login}/${app}`;
  }

  /** The event that tells of a push, then whatever it led to. */
  async pushed(number: number, head: string, by: Person): Promise<void> {
    await this.bot.do({ kind: 'look', pullRequest: number, pushed: { head, by: by.account.id } });
  }

  look(number: number): Promise<void> {
    return this.bot.do({ kind: 'look', pullRequest: number });
  }

  async labels(number: number): Promise<string[]> {
    const { labels } = await this.stage.maintainer.visitor.must<{ labels: { name: string }[] }>(
      'GET',
      `issues/${number}`,
    );
    return labels.map(({ name }) => name).toSorted();
  }

  /** Our comments there. */
  async ownComments(number: number): Promise<string[]> {
    const all = await this.stage.maintainer.visitor.must<{ body: string; user: { login: string } }[]>(
      'GET',
      `issues/${number}/comments?per_page=100`,
    );
    return all.filter(({ user }) => user.login === this.workshop.github.ourselves.login).map(({ body }) => body);
  }

  async pull(number: number): Promise<{ state: string; merged: boolean; head: { sha: string } }> {
    return this.stage.maintainer.visitor.must('GET', `pulls/${number}`);
  }

  /** A file of the base branch; undefined where there is none. */
  async file(path: string): Promise<string | undefined> {
    const reply = await this.stage.maintainer.visitor.request<{ content?: string }>('GET', `contents/${path}`);
    return reply.body.content === undefined ? undefined : Buffer.from(reply.body.content, 'base64').toString('utf8');
  }

  async ledger(): Promise<Ledger> {
    return Ledger.parse(Buffer.from((await this.file(ledgerPath)) ?? ''));
  }
}
