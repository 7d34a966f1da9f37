// SPDX-License-Identifier: MIT
import { join, resolve } from 'node:path';
import type { Command } from '../../common/command.js';
import { rehearse as runRehearsal } from '../../sandbox/rehearsal.js';
import { Steps } from '../steps.js';
import { environmentOf } from './environment.js';
import { terminalProgress } from './terminal-progress.js';

export const rehearse: Command = {
  name: 'rehearse',
  usage: '[--app DIR] [--no-build] [--keep DIR]',
  summary: 'The whole circle on this machine: certificate, registration, release, install, revocation, refusal.',
  options: {
    app: { type: 'string', value: 'DIR', help: 'folder of an app (default: the example app)' },
    keep: {
      type: 'string',
      value: 'DIR',
      help: 'leave trust.pem, app.crt, archive.tar.gz, archive.sig, apps.json, nextcloud.crl here',
    },
    'no-build': { type: 'boolean', help: 'pack what is there' },
  },
  positionals: [0, 0],
  run: async (args, terminal) => {
    const app = args.text('app');
    const keep = args.text('keep');
    await runRehearsal(
      {
        appDir:
          app === undefined ? join(terminal.packageRoot, 'examples', 'hello_release') : resolve(terminal.cwd, app),
        build: !args.flag('no-build'),
        buildEnvironment: environmentOf(terminal),
        ...(keep !== undefined && { keep: resolve(terminal.cwd, keep) }),
      },
      { steps: new Steps(terminalProgress(terminal)), say: (line) => terminal.out(`${line}\n`) },
    );
    return 'fine';
  },
};
