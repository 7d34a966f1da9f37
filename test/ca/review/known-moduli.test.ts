// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { createPrivateKey, generatePrimeSync } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { review } from '../../../ca/cli/review.js';
import { PemSigner } from '../../../ca/key/pem-signer.js';
import { FolderStore } from '../../../ca/repository/folder-store.js';
import { createRequest } from '../../../ca/request/create-request.js';
import { knownModuli } from '../../../ca/review/known-moduli.js';
import { needs } from '../../support/needs.js';
import { runCommand } from '../../support/terminal.js';
import { testCertificate, testFolder } from '../support/authority.js';
import { policyForTests } from '../support/world.js';

const itGit = needs('git', 'git') ? it : it.skip;
const { path: root } = testFolder();

function put(path: string, content: string): string {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
  return path;
}

const prime = (): bigint => generatePrimeSync(1024, { bigint: true, safe: false });

/** An RSA key of these primes. */
function keyOf(p: bigint, q: bigint): PemSigner {
  const power = (base: bigint, exponent: bigint, modulus: bigint): bigint => {
    let result = 1n;
    for (let [square, rest] = [base % modulus, exponent]; rest > 0n; rest >>= 1n, square = (square * square) % modulus)
      if (rest & 1n) result = (result * square) % modulus;
    return result;
  };
  const inverse = (value: bigint, modulus: bigint): bigint => {
    let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
    while (b !== 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
    return ((x % modulus) + modulus) % modulus;
  };
  const e = 65537n;
  const d = inverse(e, (p - 1n) * (q - 1n));
  const numbers = { n: p * q, e, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: power(q, p - 2n, p) };
  const key = Object.entries(numbers).map(([name, value]) => {
    const hex = value.toString(16);
    return [name, Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url')];
  });
  return new PemSigner(createPrivateKey({ format: 'jwk', key: { kty: 'RSA', ...Object.fromEntries(key) } }));
}

itGit('finds a prime that a key shares with any other that the repository ever held', async () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args]);
  const shared = prime();
  put('authority/policy.yml', policyForTests);
  put('starcatalogue/starcatalogue.csr', (await createRequest(keyOf(shared, prime()), 'starcatalogue')).toPem());
  put('moonphases/moonphases.crt', (await testCertificate('moonphases')).toPem());
  put('broken/broken.crt', 'no certificate');
  put('broken/broken.csr', 'no request');
  const file = put('gardenplanner.csr', (await createRequest(keyOf(shared, prime()), 'gardenplanner')).toPem());
  const deep = async () =>
    (await runCommand(review, [file, '--repository', '.', '--deep', '--format', 'json'], { cwd: root })).out;
  expect(await deep()).toContain('key-weak-shared');

  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'all');
  rmSync(join(root, 'starcatalogue'), { recursive: true });
  expect(await deep()).toContain('key-weak-shared');
  expect(await knownModuli(new FolderStore(root))).toHaveLength(3);

  rmSync(join(root, '.git'), { recursive: true });
  expect(await deep()).not.toContain('key-weak-shared');
});
