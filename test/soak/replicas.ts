// SPDX-License-Identifier: MIT
import { Octokit } from '@octokit/rest';
import { Probot } from 'probot';
import { Bot } from '../../bot/bot.js';
import { GithubCaches } from '../../bot/github/caches.js';
import type { Github } from '../../bot/github/github.js';
import { retrying } from '../../bot/github/retrying.js';
import { probotApp } from '../../bot/probot-app.js';
import { startWebhookServer } from '../../bot/webhook-server.js';
import type { Workshop } from '../../bot/workshop.js';
import type { Stage } from '../bot/support/stage.js';

/** Several bots that know nothing of each other, behind one address that gives each event to the next of them. */
export interface Replicas {
  readonly bots: readonly Bot[];
  close(): Promise<void>;
}

const path = '/api/github/webhooks';

/** @param workshop of one replica: each gets its own view of GitHub, with its own memory */
export async function startReplicas(
  stage: Stage,
  workshop: Omit<Workshop, 'github'>,
  count: number,
): Promise<Replicas> {
  const { app, appKey, webhookSecret } = stage.community;
  const replicas = await Promise.all(
    Array.from({ length: count }, async () => {
      const bot = new Bot({ ...workshop, github: lasting(stage) });
      const identity = { appId: app.id, privateKey: appKey, secret: webhookSecret, baseUrl: stage.server.api };
      const probot = new Probot({ ...identity, logLevel: 'fatal' });
      await probot.load(probotApp({ botOf: () => bot }));
      return { bot, take: await probot.getNodeMiddleware({ path }) };
    }),
  );
  let next = 0;
  const server = await startWebhookServer({
    port: 0,
    webhooks: async (request, response) => {
      const replica = replicas[next++ % replicas.length];
      return replica !== undefined && (await (replica.take(request, response) as Promise<boolean>));
    },
    health: () => ({ ok: true }),
  });
  app.hook = { url: `http://127.0.0.1:${server.port}${path}`, secret: webhookSecret };
  const bots = replicas.map(({ bot }) => bot);
  return {
    bots,
    close: async () => {
      app.hook = undefined;
      await server.close();
      await Promise.all(bots.map((bot) => bot.idle()));
    },
  };
}

/** A token lasts an hour, which a fast clock makes a minute: as the App's own client does, one that is about to end is renewed. */
function lasting(stage: Stage): Github {
  const { state, api: baseUrl } = stage.server;
  const { clock, community } = stage;
  let held = state.addInstallationToken(community.installation);
  const current = (): string => {
    const left = held.actor.expiresAt.getTime() - clock.now().getTime();
    if (left < 30 * 60_000) held = state.addInstallationToken(community.installation);
    return held.token;
  };
  const Client = Octokit.plugin(retrying({ clock, random: Math.random }));
  const octokit = new Client({ baseUrl, log: quiet });
  octokit.hook.wrap('request', (request, options) => {
    options.headers.authorization = `token ${current()}`;
    return request(options);
  });
  // what is remembered gets old by the real clock: by the fast one, all that are open would be listed anew every second
  return { ...stage.github(new GithubCaches()), octokit };
}

const nothing = (): void => undefined;
const quiet = { debug: nothing, info: nothing, warn: nothing, error: nothing };
