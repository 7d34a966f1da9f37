// SPDX-License-Identifier: MIT
import type { Arguments, Command, Terminal } from '../../common/command.js';
import { isOk } from '../../common/finding.js';
import { formatOption, parseFormat, renderFindings } from '../../common/render/format.js';
import { Trust } from '../../common/trust.js';
import { ledgerAnchors } from '../import/git-history.js';
import { audit as auditRepository } from '../ledger/audit.js';
import { caOption, openCaFolder, openStore, readTrust, repositoryOption, trustOption } from './repository-option.js';

export const audit: Command = {
  name: 'audit',
  usage: '--repository DIR [--ca CA_DIR | --trust FILE]',
  summary: 'Proves that ledger, certificates, requests and revocation list agree, or says what does not.',
  options: {
    repository: repositoryOption,
    ca: { ...caOption, help: `${caOption.help}; its bundle is trusted` },
    trust: trustOption,
    format: formatOption,
  },
  positionals: [0, 0],
  run: async (args, terminal) => {
    const format = parseFormat(args.text('format'));
    const store = openStore(args, terminal);
    const findings = await auditRepository({
      store,
      paths: [...store.list('.crt'), ...store.list('.csr')],
      trust: trustOf(args, terminal),
      now: new Date(),
      anchors: ledgerAnchors(store.folder),
    });
    const ok = isOk(findings);
    terminal.out(renderFindings(format, findings, { ok, findings }));
    if (format === 'text') terminal.out(ok ? 'the books are right\n' : 'the books are not right\n');
    return ok ? 'fine' : 'refused';
  },
};

function trustOf(args: Arguments, terminal: Terminal): Trust {
  return args.text('ca') === undefined || args.text('trust') !== undefined
    ? readTrust(args, terminal)
    : Trust.fromPem(openCaFolder(args, terminal).bundle, 'root.crt');
}
