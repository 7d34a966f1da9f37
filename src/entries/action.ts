// SPDX-License-Identifier: MIT
import * as core from '@actions/core';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { exitOnSignals } from '../../common/process-terminal.js';
import type { RunnerContext } from '../cli/action-inputs.js';
import { runAction } from '../cli/action.js';

const env = Object.fromEntries(
  Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
);

const context: RunnerContext = {
  repository: env.GITHUB_REPOSITORY ?? '',
  apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
  refType: env.GITHUB_REF_TYPE ?? '',
  refName: env.GITHUB_REF_NAME ?? '',
  workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
  temp: env.RUNNER_TEMP ?? tmpdir(),
  event: readEvent(env.GITHUB_EVENT_PATH),
  env,
};

exitOnSignals();
void runAction({
  context,
  input: (name) => core.getInput(name, { trimWhitespace: false }),
  setOutput: (name, value) => core.setOutput(name, value),
  mask: (secret) => core.setSecret(secret),
  log: (text) => process.stdout.write(text),
  writeSummary: async (markdown) => {
    // Absent outside of a runner, and on servers older than the summary.
    if (env.GITHUB_STEP_SUMMARY !== undefined) await core.summary.addRaw(markdown).write();
  },
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
