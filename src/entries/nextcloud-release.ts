#!/usr/bin/env node
// SPDX-License-Identifier: MIT
import { exitOnSignals, processTerminal } from '../../common/process-terminal.js';
import { runProgram } from '../../common/program.js';
import { version } from '../../common/version.js';
import { commands } from '../cli/commands.js';

const program = {
  name: 'nextcloud-release',
  version,
  summary: 'Releases Nextcloud apps: validate, code-sign, pack, publish, and prove that it is really there.',
  commands,
};

exitOnSignals();
void runProgram(program, process.argv.slice(2), processTerminal(process.env)).then((status) => {
  process.exitCode = status;
});
