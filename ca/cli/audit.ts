// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Arguments, Command, Terminal } from '../../common/command.js';
import { isOk } from '../../common/finding.js';
import { formatOption, parseFormat, renderFindings } from '../../common/render/format.js';
import { Trust } from '../../common/trust.js';
import { ledgerAnchors } from '../import/git-history.js';
import { audit as auditRepository } from '../ledger/audit.js';
import { caOption, openCaFolder, openStore, repositoryOption } from './repository-option.js';

export const audit: Command = {
  name: 'audit',
  usage: '--repository DIR [--ca CA_DIR | --trust PEM]',
  summary: 'Proves that ledger, certificates, requests and revocation list agree, or says what does not.',
  options: {
    repository: repositoryOption,
    ca: { ...caOption, help: `${caOption.help}; its bundle is trusted` },
    trust: { type: 'string', value: 'PEM', help: 'accepted issuers (default: the bundle that servers ship)' },
    format: formatOption,
  },
  positionals: [0, 0],
  run: async (args, terminal) => {
    const format = parseFormat(args.text('format'));
    const store = openStore(args, terminal);
    const findings = await auditRepository({
      store,
      paths: [...store.list('.crt'), ...store.list('.csr')],
      trust: readTrust(args, terminal),
      now: new Date(),
      anchors: ledgerAnchors(store.folder),
    });
    const ok = isOk(findings);
    terminal.out(renderFindings(format, findings, { ok, findings }));
    if (format === 'text') terminal.out(ok ? 'the books are right\n' : 'the books are not right\n');
    return ok ? 'fine' : 'refused';
  },
};

function readTrust(args: Arguments, terminal: Terminal): Trust {
  const file = args.text('trust');
  if (file !== undefined) return Trust.fromPem(readFileSync(resolve(terminal.cwd, file), 'latin1'), file);
  return args.text('ca') === undefined
    ? Trust.pinned()
    : Trust.fromPem(openCaFolder(args, terminal).bundle, 'root.crt');
}
