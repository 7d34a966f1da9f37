// SPDX-License-Identifier: MIT
// npm run bot: the bot as a server. Everything that it is told by its environment is read here.
import { readFileSync } from 'node:fs';
import { Probot } from 'probot';
import { CaFolder } from '../../ca/cli/ca-folder.js';
import { systemClock } from '../../common/clock.js';
import { CodedError } from '../../common/coded-error.js';
import { exitStatus } from '../../common/outcome.js';
import { Trust } from '../../common/trust.js';
import { BotError } from '../bot-error.js';
import { startServer } from '../server.js';
import { knownApp } from './known-app.js';
import { readServerSettings } from './server-settings.js';

try {
  const settings = readServerSettings(process.env, (file) => readFileSync(file, 'utf8'));
  const { appId, privateKey, webhookSecret, apiUrl } = settings;
  const world = { clock: systemClock, random: Math.random };
  const folder = new CaFolder(settings.caFolder);
  const authority = await folder.open(async () => settings.passphrase);
  const trust = Trust.fromPem(folder.bundle, settings.caFolder);
  await knownApp(
    { appId, privateKey, apiUrl, ...world },
    'See whether GHE_HOST and GHE_PROTOCOL name your server, and whether this machine can reach it.',
  );
  const { logLevel } = settings;
  const log = { logLevel, logFormat: 'json', logLevelInString: true } as const;
  const app = { appId, privateKey, secret: webhookSecret, baseUrl: apiUrl };
  const logger = new Probot({ ...app, ...log });
  await logger.ready();
  // its own lines hold whole events, with traces; what there is to say of them is said here
  const probot = new Probot({ ...app, log: logger.log.child({}, { level: 'silent' }) });
  await probot.ready();
  const server = await startServer({ ...settings, ...world, authority, trust, probot, log: logger.log });
  process.on('SIGUSR2', (signal) => {
    logger.log.info({ signal }, 'reconciling, as told');
    void server.reconcile();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      logger.log.info({ signal }, 'finishing what was begun');
      void server.close().then(async () => {
        await authority.signer.close?.();
        // the log is a stream: what is in it is written in the next turn
        setImmediate(() => process.exit(exitStatus.fine));
      });
    });
  }
} catch (error) {
  const told = noAddress(error) ?? error;
  if (!(told instanceof CodedError)) throw told;
  process.stderr.write(`${String(told.code)}: ${told.message}\n${told.hint}\n`);
  process.exitCode = exitStatus[told.outcome];
}

/** Where the server cannot listen: no such address, or one that somebody else has. */
function noAddress(cause: unknown): BotError | undefined {
  const { syscall, code, message } = cause as { syscall?: unknown; code?: unknown; message?: unknown };
  if (syscall === 'getaddrinfo' || code === 'EADDRNOTAVAIL') {
    return new BotError('bad-environment', `The variable HOST: this machine has no such address: ${String(message)}.`, {
      hint: 'Give an address of this machine: 127.0.0.1, or 0.0.0.0 for all of them.',
      cause,
    });
  }
  if (syscall !== 'listen') return undefined;
  return new BotError('bad-environment', `The variable PORT: it is not to be had: ${String(message)}.`, {
    hint: 'Name another one with PORT, or end what listens there.',
    cause,
  });
}
