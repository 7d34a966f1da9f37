// SPDX-License-Identifier: MIT
import { Probot } from 'probot';
import { Bot } from '../../bot/bot.js';
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
      const bot = new Bot({ ...workshop, github: stage.github() });
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
