// SPDX-License-Identifier: MIT
import { fileURLToPath } from 'node:url';
import type { Command, Terminal } from '../../common/command.js';
import { runProgram } from '../../common/program.js';

export interface Ran {
  /** exit status */
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command as the program would, with a terminal that keeps what was said. */
export async function runCommand(
  command: Command,
  words: readonly string[],
  world: Partial<Pick<Terminal, 'cwd' | 'env' | 'readInput'>> = {},
): Promise<Ran> {
  const said = { out: '', err: '' };
  const terminal: Terminal = {
    cwd: process.cwd(),
    env: {},
    isTerminal: false,
    packageRoot: fileURLToPath(new URL('../..', import.meta.url)),
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    readInput: async () => new Uint8Array(),
    ...world,
  };
  const table = { [command.name]: { summary: command.summary, load: async () => command } };
  const program = { name: 'program', version: '0', summary: 'A test.', commands: table };
  const status = await runProgram(program, [...command.name.split(' '), ...words], terminal);
  return { status, ...said };
}
