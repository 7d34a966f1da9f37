// SPDX-License-Identifier: MIT
// The bot's server as a process of its own, started by bot-rows.ts: told who it is, says where it listens, and how much
// memory it has when it is asked.
import { Probot } from 'probot';
import { startServer } from '../../bot/server.js';
import { profiles } from '../../ca/issue/profile.js';
import { systemClock } from '../../common/clock.js';
import { Trust } from '../../common/trust.js';
import { testAuthority } from '../support/test-keys.js';

/** What it is told first. */
export interface Start {
  readonly appId: number;
  /** PEM */
  readonly privateKey: string;
  readonly secret: string;
  readonly apiUrl: string;
}

/** What it says of itself, whenever it is told anything more. */
export interface Memory {
  /** bytes, after a collection */
  readonly rss: number;
  readonly heapUsed: number;
  /** seconds of processor time so far */
  readonly cpu: number;
}

process.once('message', (start: Start) => void begin(start));
process.once('disconnect', () => process.exit());

async function begin({ secret, ...identity }: Start): Promise<void> {
  const { intermediate, signer } = await testAuthority();
  const { port } = await startServer({
    ...identity,
    port: 0,
    authority: { issuer: intermediate, signer, profile: profiles['nextcloud-v1'] },
    trust: new Trust([intermediate]),
    reconcileEveryMs: 60 * 60_000,
    clock: systemClock,
    random: Math.random,
    log: { info: () => undefined, warn: () => undefined, error: (facts, what) => console.error(what, facts) },
    probot: new Probot({ ...identity, secret, baseUrl: identity.apiUrl, logLevel: 'fatal' }),
  });
  process.on('message', () => {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const memory: Memory = { rss, heapUsed, cpu: (user + system) / 1e6 };
    process.send?.(memory);
  });
  process.send?.({ port });
}
