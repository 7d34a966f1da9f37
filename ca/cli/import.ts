// SPDX-License-Identifier: MIT
import type { Arguments, Command, Terminal } from '../../common/command.js';
import type { CertificateRevocationList } from '../../common/crl.js';
import { encodePem } from '../../common/pem.js';
import { renderJson } from '../../common/render/json.js';
import { printable } from '../../common/render/printable.js';
import type { Trust } from '../../common/trust.js';
import { AuthorityError } from '../authority-error.js';
import { isGitCheckout, pastFiles } from '../import/git-history.js';
import { importHistory } from '../import/import-history.js';
import { readIssuedTable } from '../import/issued-table.js';
import { pastCertificates, pastLists, pastRequests } from '../import/past.js';
import type { FolderStore } from '../repository/folder-store.js';
import { crlPath, ledgerPath, Repository } from '../repository/repository.js';
import {
  isJson,
  jsonOption,
  openStore,
  readBytes,
  readTrust,
  repositoryOption,
  trustOption,
} from './repository-option.js';

export const importCommand: Command = {
  name: 'import',
  usage: '--repository DIR [--issued TSV] [--crl FILE...] [--trust FILE] [--partial]',
  summary:
    'Builds the ledger from what was there before: certificates, git history, a table of what was issued, lists.',
  options: {
    repository: repositoryOption,
    issued: { type: 'string', value: 'TSV', help: 'table of everything that was ever issued' },
    crl: {
      type: 'string',
      value: 'FILE',
      multiple: true,
      help: 'a revocation list of the past; may be given more than once',
    },
    trust: trustOption,
    partial: { type: 'boolean', help: 'the tree is a sample: apps may be absent' },
    format: jsonOption,
  },
  positionals: [0, 0],
  run: async (args, terminal) => {
    const json = isJson(args);
    const store = openStore(args, terminal);
    const trust = readTrust(args, terminal);
    const table = args.text('issued');
    const crls = await listsOf(args, terminal, store, trust);
    const history = isGitCheckout(store.folder) ? pastFiles(store.folder, '*.crt', '*.csr') : [];
    const tree = await Promise.all(
      store.list('.crt').map(async (path) => ({ path, bytes: (await store.read(path)) ?? new Uint8Array() })),
    );
    const files = [...history.filter(({ path }) => path.endsWith('.crt')), ...tree];
    const { certificates, passedOver } = pastCertificates(files, trust);
    const entries = importHistory({
      certificates: [
        ...(table === undefined ? [] : readIssuedTable(readBytes(terminal, table).toString('utf8'), table)),
        ...certificates,
      ],
      requests: pastRequests(history),
      crls,
      partial: args.flag('partial'),
    });
    await store.locked(() => write(store, entries, crls));
    const count = (kind: string): number => entries.filter((entry) => entry.kind === kind).length;
    const summary = { certificates: count('issue'), revocations: count('revoke'), crls: count('crl'), passedOver };
    terminal.out(
      json
        ? renderJson(summary)
        : `${ledgerPath}: ${summary.certificates} certificates, ${summary.revocations} revocations, ${summary.crls} lists\n`,
    );
    if (!json) for (const { path, why } of passedOver) terminal.out(`passed over: ${printable(path)}: ${why}\n`);
    return 'fine';
  },
};

async function write(
  store: FolderStore,
  entries: Parameters<Repository['record']>[0],
  crls: readonly CertificateRevocationList[],
): Promise<void> {
  const repository = await Repository.open(store);
  if (repository.ledger.length > 0) {
    throw new AuthorityError('already-there', `${ledgerPath} is there already; nothing was written.`, {
      hint: 'A ledger is begun once. Give the repository as it was before.',
      file: ledgerPath,
    });
  }
  const newest = crls.toSorted((a, b) => Number((a.number ?? 0n) - (b.number ?? 0n))).at(-1);
  if (newest !== undefined) await store.replace(crlPath, Buffer.from(encodePem('X509 CRL', newest.der), 'latin1'));
  await repository.record(entries, new Date());
}

/** Those that were given, and the one that lies in the repository. */
async function listsOf(
  args: Arguments,
  terminal: Terminal,
  store: FolderStore,
  trust: Trust,
): Promise<CertificateRevocationList[]> {
  const inPlace = await store.read(crlPath);
  const files = [
    ...args.texts('crl').map((path) => ({ path, bytes: readBytes(terminal, path) })),
    ...(inPlace === undefined ? [] : [{ path: crlPath, bytes: inPlace }]),
  ];
  if (files.length === 0) {
    terminal.err(
      'No revocation list was given: nothing counts as revoked, and the first list will have the number 1.\n',
    );
  }
  return pastLists(files, trust);
}
