// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CaFolder } from '../../ca/cli/ca-folder.js';
import type { RevocationReason } from '../../ca/crl/revocation-reason.js';
import { initAuthority } from '../../ca/init-authority.js';
import { Ledger } from '../../ca/ledger/ledger.js';
import { type LedgerEntry, timeText } from '../../ca/ledger/ledger-line.js';
import { PemSigner } from '../../ca/key/pem-signer.js';
import { createRequest } from '../../ca/request/create-request.js';
import { millKeys } from './mill-keys.js';

export const passphrase = 'bench';
const batch = 10_000;
const reasons: readonly RevocationReason[] = ['unspecified', 'keyCompromise', 'superseded', 'cessationOfOperation'];

/** `ca/` with an RSA-4096 key under PBES2, and its passphrase in `passphrase`. */
export async function makeAuthority(work: string): Promise<void> {
  const authority = await initAuthority();
  CaFolder.create(join(work, 'ca'), authority, { encrypted: authority.encryptKey({ passphrase }) });
  writeFileSync(join(work, 'passphrase'), `${passphrase}\n`);
}

/** `requests/` with requests of RSA-4096 keys, as they lie in a certificate repository. @returns the apps */
export async function makeRequests(work: string, count: number): Promise<string[]> {
  const apps: string[] = [];
  for (const [at, key] of millKeys(count).entries()) {
    const app = `bench_${at}_app`;
    const request = await createRequest(new PemSigner(key), app);
    mkdirSync(join(work, 'requests', app), { recursive: true });
    writeFileSync(join(work, 'requests', app, `${app}.csr`), request.toPem());
    apps.push(app);
  }
  return apps;
}

interface Sample {
  readonly serial: string;
  readonly app: string;
  readonly reason: RevocationReason;
  readonly date: Date;
}

/** Always the same; 16 octets, as this authority gives them out. */
function sample(at: number): Sample {
  const digest = createHash('sha256').update(`serial ${at}`).digest('hex');
  const date = new Date(Date.UTC(2017 + (at % 9), at % 12, 1 + (at % 28), at % 24, at % 60, (at * 7) % 60));
  const reason = reasons[at % reasons.length] ?? 'unspecified';
  return { serial: `4${digest.slice(0, 31)}`, app: `app_${at}`, reason, date };
}

/** A repository whose ledger has so many revocations, as an import makes it, with or without their certificates. */
export function makeLedger(repository: string, count: number, withCertificates = false): void {
  mkdirSync(join(repository, 'authority'), { recursive: true });
  const file = join(repository, 'authority', 'ledger.jsonl');
  const ledger = new Ledger();
  const write = (entries: LedgerEntry[]): void => appendFileSync(file, ledger.append(entries, new Date()));
  write([{ kind: 'import', partial: true, certificates: withCertificates ? count : 0, revocations: count }]);
  for (let from = 0; from < count; from += batch) {
    const samples = Array.from({ length: Math.min(batch, count - from) }, (_, at) => sample(from + at));
    if (withCertificates) write(samples.map(issued));
    write(
      samples.map(({ date, ...rest }) => ({ kind: 'revoke', ...rest, date: timeText(date), imported: true as const })),
    );
  }
}

function issued({ serial, app }: Sample): LedgerEntry {
  const [key, fingerprint] = ['key', 'certificate'].map((of) =>
    createHash('sha256')
      .update(of + app)
      .digest('hex'),
  );
  const [notBefore, notAfter] = ['2016-06-01T00:00:00Z', '2030-01-01T00:00:00Z'];
  return {
    kind: 'issue',
    serial,
    app,
    key: key ?? '',
    fingerprint: fingerprint ?? '',
    notBefore,
    notAfter,
    imported: true,
  };
}

/** The same for `openssl ca`: its database, and a configuration beside it. */
export function makeDatabase(folder: string, count: number): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.txt'), '');
  for (let from = 0; from < count; from += batch) {
    const lines = Array.from({ length: Math.min(batch, count - from) }, (_, at) => {
      const { serial, app, reason, date } = sample(from + at);
      const why = reason === 'unspecified' ? '' : `,${reason}`;
      return `R\t300101000000Z\t${timeText(date).slice(2).replace(/[-:T]/g, '')}${why}\t${serial.toUpperCase()}\tunknown\t/CN=${app}\n`;
    });
    appendFileSync(join(folder, 'index.txt'), lines.join(''));
  }
  writeFileSync(join(folder, 'crlnumber'), '01\n');
  writeFileSync(
    join(folder, 'openssl.cnf'),
    `[ca]
default_ca = authority
[authority]
database = ${folder}/index.txt
crlnumber = ${folder}/crlnumber
certificate = ca/intermediate.crt
private_key = ca/intermediate.key
default_md = sha256
default_crl_days = 365
crl_extensions = extensions
[extensions]
authorityKeyIdentifier = keyid:always
`,
  );
}
