// SPDX-License-Identifier: MIT
// The bot without a server, as an Action in a workflow of the certificate repository. Its environment is read here.
import * as core from '@actions/core';
import { readFileSync } from 'node:fs';
import { systemClock } from '../../common/clock.js';
import { exitOnSignals } from '../../common/process-terminal.js';
import { runAction } from './run-action.js';

const { env } = process;

exitOnSignals();
void runAction({
  context: {
    repository: env.GITHUB_REPOSITORY ?? '',
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
    eventName: env.GITHUB_EVENT_NAME ?? '',
    event: readEvent(env.GITHUB_EVENT_PATH),
  },
  input: (name) => core.getInput(name, { trimWhitespace: false }),
  setOutput: (name, value) => core.setOutput(name, value),
  mask: (secret) => core.setSecret(secret),
  log: (text) => process.stdout.write(text),
  writeSummary: async (markdown) => {
    // Absent outside of a runner, and on servers older than the summary.
    if (env.GITHUB_STEP_SUMMARY !== undefined) await core.summary.addRaw(markdown).write();
  },
  clock: systemClock,
  random: Math.random,
}).then((status) => {
  process.exitCode = status;
});

function readEvent(path: string | undefined): unknown {
  if (path === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}
