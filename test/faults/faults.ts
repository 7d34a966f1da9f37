// SPDX-License-Identifier: MIT
// npm run faults -- [--count 200]: a process that issues and revokes is killed at a random moment, again and again. After
// each time the next run has to find everything that was said to be done, and the books have to be right.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Certificate } from '../../common/certificate.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { Trust } from '../../common/trust.js';
import { initAuthority } from '../../ca/init-authority.js';
import { generateRsaKey } from '../../ca/key/encrypted-key.js';
import { PemSigner } from '../../ca/key/pem-signer.js';
import { audit } from '../../ca/ledger/audit.js';
import { FolderStore } from '../../ca/repository/folder-store.js';
import { recover } from '../../ca/repository/recover.js';
import { crlPath, Repository } from '../../ca/repository/repository.js';
import { createRequest } from '../../ca/request/create-request.js';
// so that it is compiled, too
import type {} from './authority-worker.js';

const { values } = parseArgs({ options: { count: { type: 'string', default: '200' } } });
const count = Number(values.count);
const work = mkdtempSync(join(tmpdir(), 'nextcloud-ca-faults-'));
const folder = join(work, 'repository');
const worker = fileURLToPath(new URL('authority-worker.js', import.meta.url));
const said = { issued: new Set<string>(), revoked: new Set<string>() };

try {
  const { bundle, intermediate } = await prepare();
  let inMiddle = 0;
  // how long all of it takes here and now: each kill comes at a random moment of that
  let usual = (await workUntil()) ?? 0;
  for (let killed = 0; killed < count;) {
    const took = await workUntil(Math.random() * usual);
    // it was quicker than usual
    if (took !== undefined) usual = took;
    else killed++;
    inMiddle += (await check(intermediate, Trust.fromPem(bundle))) ? 1 : 0;
    if (process.stderr.isTTY) process.stderr.write(`\r${killed} of ${count}`);
  }
  console.log(
    `killed ${count} times, ${inMiddle} of them in the middle of something: ${said.issued.size} issuances and ${said.revoked.size} revocations that were said to be done are there, no serial was used twice, every audit is clean`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function prepare() {
  const authority = await initAuthority({ keyBits: 2048 });
  writeFileSync(join(work, 'ca.key'), authority.encryptKey({ passphrase: 'faults', iterations: 1000 }));
  writeFileSync(join(work, 'ca.crt'), authority.intermediate.toPem());
  mkdirSync(join(folder, 'authority'), { recursive: true });
  writeFileSync(join(folder, 'authority', 'policy.yml'), 'key:\n  minimum-bits: 2048\n');
  return authority;
}

/** Fresh requests, with keys of their own: a revoked app's request would be an old key. */
async function addRequests(howMany: number): Promise<void> {
  for (let at = 0; at < howMany; at++) {
    const app = `app_${Date.now().toString(36)}_${at}x`;
    mkdirSync(join(folder, app));
    const request = await createRequest(new PemSigner(await generateRsaKey(2048)), app);
    writeFileSync(join(folder, app, `${app}.csr`), request.toPem());
  }
}

/**
 * Three issuances and three revocations in a process of their own, killed so long after they began.
 * @returns milliseconds, where they came to their end
 */
async function workUntil(kill = Infinity): Promise<number | undefined> {
  await addRequests(3);
  const child = spawn(process.execPath, [worker, folder, join(work, 'ca.key'), join(work, 'ca.crt')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  let began = 0;
  await new Promise<void>((done) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      // the clock starts when the work does: start-up has nothing that could break
      if (text === '') {
        began = performance.now();
        if (kill < Infinity) setTimeout(() => child.kill('SIGKILL'), kill);
      }
      text += chunk;
    });
    child.on('close', () => done());
  });
  if (text === '') throw new Error('the worker never began');
  for (const [, kind, serial = ''] of text.matchAll(/^(issued|revoked) ([0-9a-f]+)$/gm)) {
    said[kind === 'issued' ? 'issued' : 'revoked'].add(serial);
  }
  return text.endsWith('finished\n') ? performance.now() - began : undefined;
}

/** What the next run does first; then everything that was said to be done has to be there. */
async function check(issuer: Certificate, trust: Trust): Promise<boolean> {
  const store = new FolderStore(folder);
  const now = new Date();
  const { repository, repaired } = await store.locked(async () => {
    const opened = await Repository.openToWrite(store);
    return { repository: opened, repaired: (await recover(opened, issuer, now)).length > 0 };
  });
  const { ledger } = repository;
  const paths = [...store.list('.crt'), ...store.list('.csr')];
  const findings = (await audit({ store, paths, trust, now })).filter(({ severity }) => severity !== 'info');
  if (findings.length > 0) throw new Error(`the audit is not clean: ${JSON.stringify(findings)}`);
  const reserved = ledger.lines.flatMap((line) => (line.kind === 'reserve' ? [line.serial] : []));
  if (new Set(reserved).size !== reserved.length) throw new Error('a serial was used twice');
  const bytes = await store.read(crlPath);
  const list = bytes && CertificateRevocationList.from(bytes);
  for (const serial of said.issued) {
    if (ledger.certificatesOfSerial(BigInt(`0x${serial}`)).length !== 1)
      throw new Error(`the certificate ${serial} is lost`);
  }
  for (const serial of said.revoked) {
    if (list?.isRevoked(BigInt(`0x${serial}`)) !== true) throw new Error(`the revocation of ${serial} is lost`);
  }
  return repaired;
}
