// SPDX-License-Identifier: MIT
// npm run sandbox:github -- --port N --seed DIR --webhook URL [--repository OWNER/NAME]
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { serveGithub, type ServeInputs } from '../serve-github.js';

const usage = 'npm run sandbox:github -- [--port N] [--seed DIR] [--webhook URL] [--repository OWNER/NAME]';

const help = `usage: ${usage}

A GitHub on loopback, with one repository, its organisation, the team "signers" in that, and an App that is installed
there. One JSON document on standard output says how to reach it, with the tokens of its people: "maintainer" and
"second" are in the team, "requester" and "outsider" may read.

  --port N                 where it listens (default: 0, a free one)
  --seed DIR               folder whose content is the default branch (default: a README)
  --webhook URL            http: address that the App is told of events at (default: nowhere)
  --repository OWNER/NAME  (default: nextcloud/app-certificate-requests)
  --help                   this text
`;

/** @returns undefined where only help is asked for */
function readInputs(): ServeInputs | undefined {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      seed: { type: 'string' },
      webhook: { type: 'string' },
      repository: { type: 'string', default: 'nextcloud/app-certificate-requests' },
    },
  });
  if (values.help) return undefined;
  const { seed, webhook, repository } = values;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is no port number`);
  if (seed !== undefined && !statSync(seed).isDirectory()) throw new Error(`--seed ${seed} is no folder`);
  if (webhook !== undefined && new URL(webhook).protocol !== 'http:')
    throw new Error('--webhook takes an http: address');
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw new Error(`--repository ${repository} is not OWNER/NAME`);
  return { port, seed, webhook, repository };
}

async function serve(inputs: ServeInputs): Promise<void> {
  const served = await serveGithub(inputs, (text) => process.stderr.write(text));
  process.stdout.write(`${JSON.stringify(served.announcement)}\n`);
  const stop = () =>
    void served.close().catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exitCode = 1;
    });
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  const inputs = readInputs();
  if (inputs === undefined) process.stdout.write(help);
  else await serve(inputs);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nusage: ${usage}\n`);
  process.exitCode = 2;
}
