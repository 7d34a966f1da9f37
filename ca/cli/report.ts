// SPDX-License-Identifier: MIT
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from '../../common/command.js';
import { reportPage } from '../report/report-page.js';
import { Repository } from '../repository/repository.js';
import { openStore, repositoryOption } from './repository-option.js';

export const report: Command = {
  name: 'report',
  usage: '--repository DIR --out FILE.html',
  summary: 'Writes one page to look at: what ends when, what was issued, revoked, replaced, and what is announced.',
  options: {
    repository: repositoryOption,
    out: { type: 'string', value: 'FILE', help: 'the page, HTML' },
  },
  positionals: [0, 0],
  run: async (args, terminal) => {
    const out = args.required('out');
    const { ledger, policy } = await Repository.open(openStore(args, terminal));
    writeFileSync(resolve(terminal.cwd, out), reportPage(ledger, new Date(), policy.renewalDays));
    terminal.out(`${out}\n`);
    return 'fine';
  },
};
