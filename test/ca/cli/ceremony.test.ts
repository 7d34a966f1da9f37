// SPDX-License-Identifier: MIT
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { commands } from '../../../ca/cli/commands.js';
import { createRequest } from '../../../ca/request/create-request.js';
import { Certificate } from '../../../common/certificate.js';
import { Trust } from '../../../common/trust.js';
import { runCommand } from '../../support/terminal.js';
import { testFolder, testKey } from '../support/authority.js';
import { policyForTests } from '../support/world.js';

const { path: cwd, put } = testFolder();
const read = (path: string): string => readFileSync(join(cwd, path), 'latin1');
const ca = async (name: string, ...words: string[]) => runCommand(await commands[name]!.load(), words, { cwd });
const bits = ['--key-bits', '2048'];

it('goes on after the key of the authority leaked: another intermediate, and every certificate anew', async () => {
  put('secret', 'correct horse\n');
  put('root-secret', 'battery staple\n');
  const secret = ['--passphrase-file', 'secret'];
  const rootKey = ['--root-key', 'root.key', '--root-passphrase-file', 'root-secret'];
  expect(await ca('init', 'ca', ...secret, ...rootKey, ...bits)).toMatchObject({ status: 0, err: '' });
  expect(statSync(join(cwd, 'root.key')).mode & 0o777).toBe(0o600);
  expect(await ca('init', 'other', ...secret, ...rootKey, ...bits)).toMatchObject({
    status: 2,
    err: expect.stringContaining('--root'),
  });

  mkdirSync(join(cwd, 'repo/authority'), { recursive: true });
  mkdirSync(join(cwd, 'repo/gardenplanner'));
  writeFileSync(join(cwd, 'repo/authority/policy.yml'), policyForTests);
  const request = await createRequest(await testKey(), 'gardenplanner');
  writeFileSync(join(cwd, 'repo/gardenplanner/gardenplanner.csr'), request.toPem());
  const issue = ['gardenplanner', '--repository', 'repo', ...secret];
  expect((await ca('issue', ...issue, '--ca', 'ca')).status).toBe(0);
  expect((await ca('crl', '--repository', 'repo', '--ca', 'ca', ...secret)).status).toBe(0);
  const old = Certificate.fromPem(read('repo/gardenplanner/gardenplanner.crt'));
  expect((await ca('issue', ...issue, '--ca', 'ca')).status).toBe(1);

  const wrong = ['--root-key', 'root.key', '--root-passphrase-file', 'secret'];
  expect((await ca('init', 'ca2', '--root', 'ca/root.crt', ...wrong, ...secret, ...bits)).status).toBe(2);
  expect((await ca('init', 'ca2', '--root', 'ca/intermediate.crt', ...rootKey, ...secret, ...bits)).status).toBe(2);
  expect((await ca('init', 'ca2', '--root', 'ca/root.crt', ...secret, ...bits)).status).toBe(2);
  expect((await ca('init', 'ca2', '--root', 'ca/root.crt', ...rootKey, ...secret, ...bits)).status).toBe(0);

  // the wrong folder by mistake would certify, and replace the list, in the name of somebody whom no server trusts
  const ledger = read('repo/authority/ledger.jsonl');
  for (const [name, ...words] of [
    ['issue', ...issue],
    ['crl', '--repository', 'repo', ...secret],
  ] as const) {
    expect(await ca(name, ...words, '--ca', 'ca2')).toMatchObject({ err: expect.stringContaining('--successor') });
  }
  expect(read('repo/authority/ledger.jsonl')).toBe(ledger);
  expect((await ca('crl', '--successor', '--repository', 'repo', '--ca', 'ca2', ...secret)).status).toBe(0);
  expect(await ca('issue', ...issue, '--ca', 'ca2')).toMatchObject({ status: 0 });
  const certificate = Certificate.fromPem(read('repo/gardenplanner/gardenplanner.crt'));
  expect(Buffer.compare(certificate.spki, old.spki)).toBe(0);
  const successor = Trust.fromPem(read('ca2/root.crt'));
  expect([certificate, old].map((one) => successor.issuerOf(one) !== undefined)).toEqual([true, false]);
  expect(await ca('audit', '--repository', 'repo', '--ca', 'ca2')).toMatchObject({ out: 'the books are right\n' });
});
