// SPDX-License-Identifier: MIT
// npm run bot: the bot as a server. Everything that it is told by its environment is read here.
import { readFileSync } from 'node:fs';
import { Probot } from 'probot';
import { CaFolder } from '../../ca/cli/ca-folder.js';
import { systemClock } from '../../common/clock.js';
import { CodedError } from '../../common/coded-error.js';
import { Trust } from '../../common/trust.js';
import { startServer } from '../server.js';
import { readServerSettings } from './server-settings.js';

try {
  const settings = readServerSettings(process.env, (file) => readFileSync(file, 'utf8'));
  const { appId, privateKey, webhookSecret, apiUrl } = settings;
  const probot = new Probot({ appId, privateKey, secret: webhookSecret, baseUrl: apiUrl, logFormat: 'json' });
  await probot.ready();
  const folder = new CaFolder(settings.caFolder);
  const authority = await folder.open(async () => settings.passphrase);
  const trust = Trust.fromPem(folder.bundle, settings.caFolder);
  const server = await startServer({
    ...settings,
    ...{ authority, trust, probot },
    log: probot.log,
    clock: systemClock,
    random: Math.random,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      probot.log.info({ signal }, 'finishing what was begun');
      void server.close().then(async () => {
        await authority.signer.close?.();
        process.exit(0);
      });
    });
  }
} catch (error) {
  if (!(error instanceof CodedError)) throw error;
  process.stderr.write(`${error.code}: ${error.message}\n${error.hint}\n`);
  process.exitCode = error.outcome === 'outside' ? 3 : 2;
}
