// SPDX-License-Identifier: MIT
// npm run sandbox:github -- --port N --seed DIR --webhook URL [--repository OWNER/NAME]
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { serveGithub, type ServeInputs } from '../serve-github.js';

const usage = 'npm run sandbox:github -- [--port N] [--seed DIR] [--webhook URL] [--repository OWNER/NAME]';

function readInputs(): ServeInputs {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      seed: { type: 'string' },
      webhook: { type: 'string' },
      repository: { type: 'string', default: 'nextcloud/app-certificate-requests' },
    },
  });
  const { seed, webhook, repository } = values;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is no port number`);
  if (seed !== undefined && !statSync(seed).isDirectory()) throw new Error(`--seed ${seed} is no folder`);
  if (webhook !== undefined && new URL(webhook).protocol !== 'http:')
    throw new Error('--webhook takes an http: address');
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw new Error(`--repository ${repository} is not OWNER/NAME`);
  return { port, seed, webhook, repository };
}

try {
  const served = await serveGithub(readInputs(), (text) => process.stderr.write(text));
  process.stdout.write(`${JSON.stringify(served.announcement)}\n`);
  const stop = () =>
    void served.close().catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exitCode = 1;
    });
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nusage: ${usage}\n`);
  process.exitCode = 2;
}
