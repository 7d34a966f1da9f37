// SPDX-License-Identifier: MIT
import { createPrivateKey } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { commands } from '../../../ca/cli/commands.js';
import { needs } from '../../support/needs.js';
import { type Ran, runCommand } from '../../support/terminal.js';
import { openssl, testFolder, testKey } from '../support/authority.js';
import { encryptPrivateKey } from '../../../ca/key/encrypted-key.js';
import { createRequest } from '../../../ca/request/create-request.js';
import { policyForTests } from '../support/world.js';

const itOpenssl = needs('openssl', 'openssl') ? it : it.skip;
const { path: cwd, put } = testFolder();
const app = 'gardenplanner';
const signing = ['--repository', 'repo', '--ca', 'ca', '--passphrase-file', 'passphrase'];

async function ca(name: string, ...words: string[]): Promise<Ran> {
  return runCommand(await commands[name]!.load(), words, { cwd });
}

async function request(folder: string, id: string): Promise<string> {
  mkdirSync(join(cwd, folder, id), { recursive: true });
  const file = join(folder, id, `${id}.csr`);
  writeFileSync(join(cwd, file), (await createRequest(await testKey(), id)).toPem());
  return file;
}

beforeAll(async () => {
  put('passphrase', 'correct horse\n');
  mkdirSync(join(cwd, 'repo', 'authority'), { recursive: true });
  writeFileSync(join(cwd, 'repo', 'authority', 'policy.yml'), policyForTests);
  const made = await ca('init', 'ca', '--passphrase-file', 'passphrase', '--key-bits', '2048');
  expect(made).toMatchObject({ status: 0, err: '' });
  // 600,000 rounds for every command are half a second each: the tests' key is encrypted with fewer
  const file = join(cwd, 'ca/intermediate.key');
  const key = createPrivateKey({ key: readFileSync(file), passphrase: 'correct horse' });
  writeFileSync(file, encryptPrivateKey(key, { passphrase: 'correct horse', iterations: 1000 }));
});

describe('nextcloud-ca', () => {
  it('init makes the four files, the key for its owner alone, and never twice', async () => {
    expect(statSync(join(cwd, 'ca/intermediate.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(cwd, 'ca/ca.yml'), 'utf8')).toContain('profile: nextcloud-v1');
    expect(readFileSync(join(cwd, 'ca/root.crt'), 'utf8').match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    const before = readFileSync(join(cwd, 'ca/intermediate.key'), 'utf8');
    expect(await ca('init', 'ca', '--passphrase-file', 'passphrase')).toMatchObject({ status: 2 });
    expect(readFileSync(join(cwd, 'ca/intermediate.key'), 'utf8')).toBe(before);
  });

  it('has no way to take a passphrase as an argument', async () => {
    const without = await ca('crl', '--repository', 'repo', '--ca', 'ca');
    expect(without).toMatchObject({ status: 2, err: expect.stringContaining('--passphrase-file') });
    expect(await ca('crl', ...signing.slice(0, 4), '--passphrase', 'x')).toMatchObject({ status: 2 });
    put('wrong', 'wrong');
    const wrong = await ca('crl', ...signing.slice(0, 4), '--passphrase-file', 'wrong');
    expect(wrong).toMatchObject({ status: 2, err: expect.stringContaining('passphrase') });
  });

  itOpenssl('goes the whole way: review, issue, revoke, list, audit', async () => {
    const file = await request('repo', app);
    const review = await ca('review', file, '--repository', 'repo', '--format', 'json');
    expect(review.status).toBe(0);
    expect(JSON.parse(review.out)).toEqual([{ path: file, app, ok: true, hold: false, findings: [] }]);

    const issued = await ca('issue', app, ...signing, '--format', 'json');
    expect(issued.status).toBe(0);
    const { serial, file: certificate } = JSON.parse(issued.out) as { serial: string; file: string };
    const verify = ['verify', '-CAfile', join(cwd, 'ca/root.crt')];
    expect(openssl([...verify, join(cwd, 'repo', certificate)])).toMatchObject({ status: 0 });
    expect((await ca('issue', app, ...signing)).status).toBe(1);
    expect(await ca('audit', '--repository', 'repo', '--ca', 'ca')).toMatchObject({
      status: 0,
      out: 'the books are right\n',
    });

    const revoked = await ca('revoke', `0x${serial}`, '--reason', 'keyCompromise', ...signing);
    expect(revoked.status).toBe(0);
    expect(revoked.out).toContain(`revoked: ${app}, serial ${serial} (${BigInt(`0x${serial}`)})`);
    const crlCheck = [...verify, '-crl_check', '-CRLfile', join(cwd, 'repo/authority/nextcloud.crl')];
    expect(openssl([...crlCheck, join(cwd, 'repo', certificate)]).text).toContain('certificate revoked');

    const list = await ca('crl', ...signing, '--format', 'json');
    expect(JSON.parse(list.out)).toMatchObject({ number: '2', entries: 1, file: 'authority/nextcloud.crl' });
    const audit = await ca('audit', '--repository', 'repo', '--ca', 'ca', '--format', 'json');
    expect(JSON.parse(audit.out)).toMatchObject({
      ok: true,
      findings: [expect.objectContaining({ rule: 'certificate-revoked' })],
    });
    expect(await ca('audit', '--repository', 'repo')).toMatchObject({ status: 1 });
  });

  it('issues the other profile when it is asked to', async () => {
    await request('repo', 'starcatalogue');
    expect((await ca('issue', 'starcatalogue', ...signing, '--profile', 'code-signing')).status).toBe(0);
    const { text } = openssl(['x509', '-noout', '-text', '-in', join(cwd, 'repo/starcatalogue/starcatalogue.crt')]);
    expect(text).toContain('Code Signing');
    await request('repo', 'moonphases');
    expect((await ca('issue', 'moonphases', ...signing, '--profile', 'tls')).status).toBe(2);
  });

  it('holds until somebody decides, and records who', async () => {
    await request('repo', 'recipes');
    const held = await ca('review', 'repo/recipes/recipes.csr', '--repository', 'repo', '--format', 'json');
    expect(held.status).toBe(0);
    expect(JSON.parse(held.out)).toMatchObject([{ ok: true, hold: true }]);
    expect((await ca('issue', 'recipes', ...signing, '--reason', 'a name, by now')).status).toBe(1);
    expect(
      (await ca('issue', 'recipes', ...signing, '--reason', 'a name, by now', '--approved-by', 'ada')).status,
    ).toBe(0);
    expect(readFileSync(join(cwd, 'repo/authority/ledger.jsonl'), 'utf8')).toContain('"by":"ada"');
  });

  it('reviews files alone, several at once, and says how many it refuses', async () => {
    const one = await request('loose', 'cloudatlas');
    mkdirSync(join(cwd, 'loose/other'), { recursive: true });
    copyFileSync(join(cwd, one), join(cwd, 'loose/other/other.csr'));
    put('short.yml', policyForTests);
    const { status, out } = await ca('review', one, 'loose/other/other.csr', '--policy', 'short.yml', '--deep');
    expect(status).toBe(1);
    expect(out).toContain('[cn-app-id]');
    expect(out).toContain('2 requests: 1 can be signed, 0 need a decision, 1 are refused\n');
    expect(await ca('review', 'absent.csr')).toMatchObject({ status: 2 });
  });

  it.each([
    ['a reason that is none', ['revoke', app, '--reason', 'certificateHold', ...signing]],
    ['a date that is none', ['revoke', app, '--reason', 'superseded', '--date', 'tomorrow', ...signing]],
    ['a day that no month has', ['revoke', app, '--reason', 'superseded', '--date', '2026-02-30', ...signing]],
    ['a path for an id', ['issue', '../escape', ...signing]],
    ['a repository that is none', ['crl', '--repository', 'absent', ...signing.slice(2)]],
    ['an authority that is none', ['crl', '--repository', 'repo', '--ca', 'repo', ...signing.slice(4)]],
    ['a request that is none', ['issue', 'absent', ...signing]],
    ['a reason for a replacement that is none', ['issue', app, ...signing, '--replaces', 'because']],
  ])('refuses %s with status 2', async (_, [name = '', ...words]) => {
    expect(await ca(name, ...words)).toMatchObject({ status: 2, out: '' });
  });
});
