// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Certificate } from '../../common/certificate.js';
import type { Command } from '../../common/command.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { InputError } from '../../common/input-error.js';
import { encodePem } from '../../common/pem.js';
import { Trust } from '../../common/trust.js';
import { AuthorityError } from '../authority-error.js';
import { isGitCheckout, pastFiles } from '../import/git-history.js';
import { importHistory, pastCertificate, type PastCertificate, type PastRequest } from '../import/import-history.js';
import { readIssuedTable } from '../import/issued-table.js';
import type { FolderStore } from '../repository/folder-store.js';
import { crlPath, ledgerPath, Repository } from '../repository/repository.js';
import { RequestFile } from '../review/request-file.js';
import { keyHash } from '../review/review-subject.js';
import { isJson, jsonOption, openStore, repositoryOption } from './repository-option.js';

export const importCommand: Command = {
  name: 'import',
  usage: '--repository DIR [--issued TSV] [--crl FILE...] [--trust PEM] [--partial]',
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
    trust: { type: 'string', value: 'PEM', help: 'accepted issuers (default: the bundle that servers ship)' },
    partial: { type: 'boolean', help: 'the tree is a sample: apps may be absent' },
    format: jsonOption,
  },
  positionals: [0, 0],
  run: async (args, terminal) => {
    const json = isJson(args);
    const store = openStore(args, terminal);
    const read = (path: string): Buffer => readFileSync(resolve(terminal.cwd, path));
    const trustFile = args.text('trust');
    const trust =
      trustFile === undefined ? Trust.pinned() : Trust.fromPem(read(trustFile).toString('latin1'), trustFile);
    const table = args.text('issued');
    const crls = args
      .texts('crl')
      .map((path) => trustedCrl(CertificateRevocationList.from(read(path), path), trust, path));
    const history = isGitCheckout(store.folder) ? pastFiles(store.folder, '*.crt', '*.csr') : [];
    const tree = await Promise.all(
      store.list('.crt').map(async (path) => ({ path, bytes: (await store.read(path)) ?? new Uint8Array() })),
    );
    const files = [...history.filter(({ path }) => path.endsWith('.crt')), ...tree];
    const { certificates, passedOver } = readCertificates(files, trust);
    const entries = importHistory({
      certificates: [
        ...(table === undefined ? [] : readIssuedTable(read(table).toString('utf8'), table)),
        ...certificates,
      ],
      requests: readRequests(history),
      crls,
      partial: args.flag('partial'),
    });
    await store.locked(() => write(store, entries, crls));
    const count = (kind: string): number => entries.filter((entry) => entry.kind === kind).length;
    const summary = { certificates: count('issue'), revocations: count('revoke'), crls: count('crl'), passedOver };
    terminal.out(
      json
        ? `${JSON.stringify(summary, null, 2)}\n`
        : `${ledgerPath}: ${summary.certificates} certificates, ${summary.revocations} revocations, ${summary.crls} lists\n`,
    );
    if (!json) for (const { path, why } of passedOver) terminal.out(`passed over: ${path}: ${why}\n`);
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

interface PassedOver {
  readonly path: string;
  readonly why: string;
}

function readCertificates(
  files: readonly { path: string; bytes: Uint8Array }[],
  trust: Trust,
): { certificates: PastCertificate[]; passedOver: PassedOver[] } {
  const certificates: PastCertificate[] = [];
  const passedOver = new Map<string, PassedOver>();
  for (const { path, bytes } of files) {
    const app = path.split('/').at(-2) ?? path.replace(/\.crt$/, '');
    try {
      const certificate = Certificate.fromPem(Buffer.from(bytes).toString('latin1'), path);
      if (trust.issuerOf(certificate) !== undefined) certificates.push(pastCertificate(app, certificate));
      else passedOver.set(path, { path, why: 'no trusted authority signed it' });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      passedOver.set(path, { path, why: 'it is no certificate' });
    }
  }
  return { certificates, passedOver: [...passedOver.values()] };
}

/** Who committed the first request with a key, and when. */
function readRequests(history: ReturnType<typeof pastFiles>): Map<string, PastRequest> {
  const requests = new Map<string, PastRequest>();
  for (const { path, bytes, at, author } of history) {
    const request = path.endsWith('.csr') ? new RequestFile(path, bytes).request : undefined;
    const key = request && keyHash(request.spki);
    if (key !== undefined && !requests.has(key)) requests.set(key, { at, by: author });
  }
  return requests;
}

function trustedCrl(crl: CertificateRevocationList, trust: Trust, file: string): CertificateRevocationList {
  if (trust.issuers.some((issuer) => issuer.subject.equals(crl.issuer) && crl.isSignedBy(issuer))) return crl;
  throw new AuthorityError('bad-crl', `${file} is not signed by a trusted authority.`, {
    hint: 'Give the list of this authority, and its bundle with --trust.',
    file,
  });
}
