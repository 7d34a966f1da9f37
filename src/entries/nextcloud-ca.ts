#!/usr/bin/env node
// SPDX-License-Identifier: MIT
import { commands } from '../../ca/cli/commands.js';
import { exitOnSignals, processTerminal } from '../../common/process-terminal.js';
import { runProgram } from '../../common/program.js';
import { version } from '../../common/version.js';

const program = {
  name: 'nextcloud-ca',
  version,
  summary: 'The authority that certifies Nextcloud apps: review, issue, revoke, and prove that the books are right.',
  commands,
};

exitOnSignals();
void runProgram(program, process.argv.slice(2), processTerminal(process.env)).then((status) => {
  process.exitCode = status;
});
