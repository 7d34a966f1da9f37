// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { measure, measurePair, median } from './pair.js';
import { makeAuthority, makeDatabase, makeLedger, makeRequests } from './sample-authority.js';
import { printRows, type Row } from './table.js';

const program = `node ${resolve('dist/nextcloud-ca/index.js')}`;
const requests = 450;

/** Review and revocation lists, beside OpenSSL. */
export async function benchAuthority(work: string): Promise<void> {
  await makeAuthority(work);
  await makeRequests(work, requests);
  printRows([...reviewRows(work), ...crlRows(work)]);
  printOpening(work);
}

function reviewRows(work: string): Row[] {
  const real = resolve('../shared/data/requests');
  const own = reviewRow(work, `${requests} requests of our own`, 'requests/*/*.csr');
  if (existsSync(real)) return [own, reviewRow(work, 'the real requests', `${real}/*/*.csr`)];
  console.log('skipped: the real requests are not beside this checkout');
  return [own];
}

function reviewRow(work: string, what: string, files: string): Row {
  // a refusal is an answer, too; what was not read at all is none
  const review = (option: string): string =>
    `{ ${program} review ${option} --format json ${files} > verdicts.json || test $? = 1; }`;
  const deep = measure(review('--deep'), work);
  return {
    what: `\`review\` of ${what} in one process (with \`--deep\` ${deep.seconds.toFixed(1)} s)`,
    peer: 'a loop of `openssl req -verify -noout`',
    target: '≤ 0.4',
    result: measurePair(
      review(''),
      `for file in ${files}; do openssl req -verify -noout -in "$file" 2>> peer.txt; done`,
      work,
    ),
  };
}

/** How often: a million entries take ten seconds and more. */
const lists: readonly (readonly [count: number, runs: number])[] = [
  [1, 7],
  [1000, 7],
  [10_000, 7],
  [100_000, 7],
  [1_000_000, 1],
];

function crlRows(work: string): Row[] {
  return [
    ...lists.map(([count, runs]) => crlRow(work, count, runs, false)),
    // their certificates are no part of the list, but a ledger that is no import has them
    crlRow(work, 100_000, 5, true),
  ];
}

function crlRow(work: string, count: number, runs: number, withCertificates: boolean): Row {
  const name = `${count}${withCertificates ? '-certificates' : ''}`;
  makeLedger(join(work, name), count, withCertificates);
  makeDatabase(join(work, `${name}-peer`), count);
  const list = join(work, name, 'authority', 'nextcloud.crl');
  const result = measurePair(
    `${program} crl --repository ${name} --ca ca --passphrase-file passphrase`,
    `openssl ca -gencrl -config ${name}-peer/openssl.cnf -passin file:passphrase -out ${name}-peer/list.crl 2>&1`,
    work,
    runs,
  );
  sameEntries(work, list, `${name}-peer/list.crl`, count);
  const ledger = withCertificates ? ', its ledger with the certificates' : '';
  return {
    what: `\`crl\` of ${count.toLocaleString('en')} entries${ledger}`,
    peer: '`openssl ca -gencrl`',
    target: count === 100_000 && !withCertificates ? '≤ 1.0' : '',
    result,
  };
}

/** OpenSSL reads both lists, and finds the same in them. @throws where it does not */
function sameEntries(work: string, ours: string, peers: string, count: number): void {
  const text = (list: string): string => `openssl crl -noout -text -in ${list}`;
  measure(`test $(${text(ours)} | grep -c "Serial Number") = ${count}`, work);
  // the text of a million has 200 MB
  if (count > 100_000) return;
  const lines = `awk '/Serial Number/ { print entry; entry = "" } { entry = entry $0 } END { print entry }'`;
  const entries = (list: string): string =>
    `${text(list)} | sed '1,/Revoked Certificates/d; /Signature Algorithm/,$d' | ${lines} | sort | sha256sum`;
  measure(`test "$(${entries(ours)})" = "$(${entries(peers)})"`, work);
}

/** What both spend on the key before they begin. */
function printOpening(work: string): void {
  const script = `require('crypto').createPrivateKey({ key: require('fs').readFileSync('ca/intermediate.key'), passphrase: 'bench' })`;
  const seconds = (command: string): number =>
    median(Array.from({ length: 5 }, () => measure(command, work).processor));
  const ours = seconds(`node -e "${script}"`) - seconds('node -e 0');
  const peer = seconds('openssl pkey -noout -in ca/intermediate.key -passin file:passphrase');
  console.log(
    `\nThe opening of the key, 600,000 rounds of PBKDF2, is in all of them: ${ours.toFixed(2)} : ${peer.toFixed(2)} s of the processor.`,
  );
}
