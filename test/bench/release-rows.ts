// SPDX-License-Identifier: MIT
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { initAuthority } from '../../ca/init-authority.js';
import { issueCertificate } from '../../ca/issue/issue-certificate.js';
import { profiles } from '../../ca/issue/profile.js';
import { generateRsaKey } from '../../ca/key/encrypted-key.js';
import { PemSigner } from '../../ca/key/pem-signer.js';
import { createRequest } from '../../ca/request/create-request.js';
import { randomSerial } from '../../ca/x509/serial.js';
import { measure, measurePair, median } from './pair.js';
import { makeSampleTree } from './sample-tree.js';
import { printRows, type Row } from './table.js';

const files = 8000;
const bytes = 60_000_000;
const documents = 1000;
const root = process.cwd();
const program = `node ${resolve(root, 'dist/nextcloud-release/index.js')}`;
const keyAndCertificate = '--key bench.key --certificate bench.crt';

/** Packing, signing and validating an app, beside the programs that did it before. */
export async function benchRelease(work: string): Promise<void> {
  await prepare(work);
  const nothing = median(Array.from({ length: 7 }, () => measure('node -e 0', work).seconds));
  const rows: Row[] = [
    {
      what: `\`package\` of ${files} files, ${bytes / 1e6} MB: choose, validate, hash, code-sign, tar, gzip -9, verify, and \`sign-archive\``,
      peer: '`tar --sort=name \\| gzip -9` alone',
      target: '≤ 1.0, < 300 MB',
      result: measurePair(
        `${program} package bench -o ours.tar.gz ${keyAndCertificate} --no-build 2>&1 && ${program} sign-archive ours.tar.gz --key bench.key`,
        'tar --sort=name -cf - bench | gzip -9 > peer.tar.gz',
        work,
      ),
    },
    {
      what: `\`sign\` of the same tree, less the ${nothing.toFixed(2)} s of \`node -e 0\``,
      peer: '`sha512sum` over the files',
      target: '≤ 1.3',
      result: measurePair(
        `${program} sign bench ${keyAndCertificate} 2>&1`,
        'cd bench && xargs -a ../files.txt sha512sum > ../sums.txt',
        work,
        9,
        nothing,
      ),
    },
    {
      what: '`sign` of the same tree, start-up included',
      peer: 'the same in PHP with phpseclib 2',
      target: '≤ 0.9',
      result: measurePair(
        `${program} sign bench ${keyAndCertificate} 2>&1`,
        `php ${resolve(root, 'test/interop/php/sign.php')} bench bench.key bench.crt > php.json`,
        work,
        9,
      ),
    },
    {
      what: `\`validate\` of ${documents} info.xml in one process`,
      peer: 'a loop of `xmllint --noout --schema`',
      target: '≤ 1.0',
      result: measurePair(
        `${program} validate --format json xml/*.xml > verdicts.json`,
        `for file in xml/*.xml; do xmllint --noout --schema ${resolve(root, 'schema/info.xsd')} "$file" 2>/dev/null; done`,
        work,
        3,
      ),
    },
  ];
  printRows(rows);
}

async function prepare(work: string): Promise<void> {
  const paths = makeSampleTree(join(work, 'bench'), files, bytes);
  writeFileSync(join(work, 'files.txt'), `${paths.join('\n')}\n`);
  const authority = await initAuthority({ keyBits: 2048 });
  const key = await generateRsaKey(4096);
  const certificate = await issueCertificate({
    request: await createRequest(new PemSigner(key), 'bench'),
    appId: 'bench',
    profile: profiles['nextcloud-v1'],
    issuer: authority.intermediate,
    signer: authority.signer,
    serial: randomSerial(() => false),
    notBefore: new Date(),
  });
  writeFileSync(join(work, 'bench.key'), key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  writeFileSync(join(work, 'bench.crt'), certificate.toPem());
  mkdirSync(join(work, 'xml'));
  const info = readFileSync(join(work, 'bench', 'appinfo', 'info.xml'), 'utf8');
  for (let index = 0; index < documents; index++) {
    writeFileSync(join(work, 'xml', `${String(index).padStart(4, '0')}.xml`), info.replace('1.0.0', `1.0.${index}`));
  }
}
