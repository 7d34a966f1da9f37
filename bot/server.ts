// SPDX-License-Identifier: MIT
import type { Probot } from 'probot';
import type { Authority } from '../ca/authority.js';
import type { Clock } from '../common/clock.js';
import type { Trust } from '../common/trust.js';
import { Bot } from './bot.js';
import { AppClient } from './github/app-client.js';
import { certificateRepository } from './github/certificate-repository.js';
import { errorFacts } from './error-facts.js';
import type { Intent } from './intent.js';
import type { RepositoryName } from './octokit.js';
import { probotApp } from './probot-app.js';
import { RefusedDeliveries } from './refused-deliveries.js';
import { startWebhookServer } from './webhook-server.js';
import type { Log } from './workshop.js';

const webhookPath = '/api/github/webhooks';

export interface ServerInputs {
  readonly appId: number;
  /** PEM, of the App */
  readonly privateKey: string;
  /** of GitHub's REST API */
  readonly apiUrl: string;
  /** 0 takes a free one */
  readonly port: number;
  /** default: loopback */
  readonly host?: string;
  readonly authority: Authority;
  readonly trust: Trust;
  /** default: the one that the App is installed on */
  readonly repository?: RepositoryName;
  readonly reconcileEveryMs: number;
  readonly clock: Clock;
  /** 0 (inclusive) to 1 (exclusive) */
  readonly random: () => number;
  readonly log: Log;
  /** of the same App */
  readonly probot: Probot;
}

export interface RunningServer {
  readonly port: number;
  readonly repository: RepositoryName;
  readonly bot: Bot;
  /** now, and not only when it is due; what fails is logged */
  reconcile(): Promise<void>;
  /** takes no more events, and resolves when everything that was begun has ended */
  close(): Promise<void>;
}

/**
 * The bot as a server: listens for webhooks, reconciles at the start and every so often.
 * @throws BotError where the App is not installed, or its key is wrong
 */
export async function startServer(inputs: ServerInputs): Promise<RunningServer> {
  const { log, authority, trust, random } = inputs;
  const app = new AppClient(inputs);
  const github = await certificateRepository(app, inputs.repository);
  const { repository } = github;
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;
  const startedAt = inputs.clock.now();
  let reconciledAt: Date | null = null;

  const later = (milliseconds: number, intent: Intent): void => {
    if (closed) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      void attempt(intent);
    }, milliseconds).unref();
    timers.add(timer);
  };
  const bot = new Bot({ github, authority, trust, log, random, later, elsewhere: (name) => app.in(name) });
  const attempt = async (intent: Intent): Promise<void> => {
    try {
      await bot.do(intent);
      if (intent.kind === 'reconcile') reconciledAt = inputs.clock.now();
    } catch (error) {
      log.error({ ...errorFacts(error), intent }, 'left for the next reconciliation');
    }
  };
  const reconcile = async (): Promise<void> => {
    await attempt({ kind: 'reconcile' });
    if (!closed) timers.add(setTimeout(() => void reconcile(), inputs.reconcileEveryMs).unref());
  };

  const { probot } = inputs;
  await probot.load(probotApp({ botOf: (name) => (isSame(name, repository) ? bot : undefined), log }));
  const refused = new RefusedDeliveries(log, inputs.clock);
  const server = await startWebhookServer({
    port: inputs.port,
    ...(inputs.host !== undefined && { host: inputs.host }),
    webhooks: await probot.getNodeMiddleware({ path: webhookPath, log: refused.logger(probot.log) }),
    health: () => ({ ok: !closed, repository: `${repository.owner}/${repository.repo}`, startedAt, reconciledAt }),
  });
  log.info({ port: server.port, repository, webhookPath }, 'listening');
  void reconcile();
  return {
    port: server.port,
    repository,
    bot,
    reconcile: () => attempt({ kind: 'reconcile' }),
    close: async () => {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      await server.close();
      await bot.idle();
    },
  };
}

/** Names of owners and repositories do not depend on case. */
function isSame(one: RepositoryName, other: RepositoryName): boolean {
  const text = ({ owner, repo }: RepositoryName): string => `${owner}/${repo}`.toLowerCase();
  return text(one) === text(other);
}
