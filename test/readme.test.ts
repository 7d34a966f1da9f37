// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { commands as ofAuthority } from '../ca/cli/commands.js';
import { parseCommandLine } from '../common/command.js';
import { commands as ofRelease } from '../src/cli/commands.js';
import { needs } from './support/needs.js';
import type { Ended } from './support/program.js';

const itBash = needs('bash', 'bash') ? it : it.skip;
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```(console|bash)\n([\s\S]*?)^```$/gm)];
const recipe = blocks.find(([, language]) => language === 'bash')?.[2] ?? '';

/** Every line that runs one of the programs, put together where it goes on in the next line. */
const called = blocks.flatMap(([, , block = '']) =>
  [...block.replace(/\\\n\s*/g, '').matchAll(/node dist\/(nextcloud-[a-z]+)\/index\.js ([^#>&\n]*)/g)].map(
    ([line, program = '', rest = '']) => [line.trim(), program, rest] as const,
  ),
);

it('shows both programs at work', () => {
  expect(new Set(called.map(([, program]) => program))).toEqual(new Set(['nextcloud-release', 'nextcloud-ca']));
});

it.each(called)('%s can be typed like that', async (_, program, rest) => {
  const table = program === 'nextcloud-ca' ? ofAuthority : ofRelease;
  const words = rest.trim().split(/\s+/);
  const name = [words.slice(0, 2).join(' '), words[0] ?? ''].find((candidate) => Object.hasOwn(table, candidate)) ?? '';
  const command = await table[name]!.load();
  expect(() => parseCommandLine(program, command, words.slice(name.split(' ').length))).not.toThrow();
});

itBash(
  'has a recipe for the sandbox that ends with a release in the store, run as it stands but for the ports',
  async () => {
    const [store, web] = await freePorts();
    const script = recipe.replaceAll(':8080/', `:${store}/`).replaceAll('--port 8080', `--port ${store}`);
    const { status, out, err } = await bash(script.replaceAll(':8000/', `:${web}/`).replaceAll('(8000,', `(${web},`));
    expect({ status, err }).toEqual({ status: 0, err: expect.not.stringContaining('error') });
    expect(out).toContain(
      `released hello_release 1.0.0: http://127.0.0.1:${web}/hello_release.tar.gz (store: created)`,
    );
    expect(out).toContain('hello_release: registered\n');
  },
  120_000,
);

/** Stops at the first line that fails, and then leaves neither what it began nor its folder behind. */
function bash(script: string): Promise<Ended> {
  const kept = `trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$T"' EXIT\n${script}`;
  const child = spawn('bash', ['-euo', 'pipefail', '-c', kept], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 100_000,
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, out, err })));
}

async function freePorts(): Promise<number[]> {
  const servers = [createServer(), createServer()];
  for (const server of servers) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  for (const server of servers) await new Promise((resolve) => server.close(resolve));
  return ports;
}
