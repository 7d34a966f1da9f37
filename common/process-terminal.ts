// SPDX-License-Identifier: MIT
import { readFileSync, realpathSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Terminal } from './command.js';

/** The process as a terminal. For the programs' entries, whose bundles lie two folders below the package's root. */
export function processTerminal(env: Terminal['env']): Terminal {
  return {
    cwd: process.cwd(),
    env,
    isTerminal: process.stderr.isTTY,
    packageRoot: resolve(dirname(realpathSync(process.argv[1] ?? '.')), '..', '..'),
    out: (text) => writeAll(1, text),
    err: (text) => writeAll(2, text),
    readInput: async () => readFileSync(0),
  };
}

/** An end by signal is an end all the same: what is half done is cleaned up by the listeners of `exit`. */
export function exitOnSignals(): void {
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => process.exit(status));
  }
}

/** Synchronous and whole: `process.exit` may follow at once, and a pipe takes what it can. */
function writeAll(descriptor: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text, 'utf8');
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') continue;
      if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return;
      throw error;
    }
  }
}
