// SPDX-License-Identifier: MIT
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { commands } from '../../../ca/cli/commands.js';
import { encryptPrivateKey, generateRsaKey } from '../../../ca/key/encrypted-key.js';
import { PemSigner } from '../../../ca/key/pem-signer.js';
import { importHistory, pastCertificate } from '../../../ca/import/import-history.js';
import { Ledger } from '../../../ca/ledger/ledger.js';
import { FolderStore } from '../../../ca/repository/folder-store.js';
import { Repository } from '../../../ca/repository/repository.js';
import { createRequest } from '../../../ca/request/create-request.js';
import { keyHash } from '../../../ca/review/review-subject.js';
import { serialText } from '../../../ca/x509/serial.js';
import { type Ran, runCommand } from '../../support/terminal.js';
import { testCertificate, testFolder } from '../support/authority.js';

const { path: cwd, put } = testFolder();
const repository = join(cwd, 'repo');
const ledgerFile = join(repository, 'authority/ledger.jsonl');
const app = 'weather_maps';
const key = await generateRsaKey(4096);
const hash = keyHash(createPublicKey(key).export({ type: 'spki', format: 'der' }));
const secret = key.export({ type: 'pkcs8', format: 'pem' }).toString();
const reason = 'it was in a public repository';

const run = async (name: string, ...words: string[]): Promise<Ran> =>
  runCommand(await commands[name]!.load(), words, { cwd });
const block = async (...words: string[]): Promise<Ran> =>
  run('block-key', ...words, '--reason', reason, '--repository', 'repo');
const ledgerText = (): string => (existsSync(ledgerFile) ? readFileSync(ledgerFile, 'utf8') : '');

beforeAll(async () => {
  put('app.csr', (await createRequest(new PemSigner(key), app)).toPem());
  put('pkcs8.key', secret);
  put('pkcs1.key', key.export({ type: 'pkcs1', format: 'pem' }).toString());
  put('crlf.key', secret.replaceAll('\n', '\r\n'));
  put('spki.pub', createPublicKey(key).export({ type: 'spki', format: 'pem' }));
  put('pkcs1.pub', createPublicKey(key).export({ type: 'pkcs1', format: 'pem' }));
  put('app.crt', (await testCertificate('garden')).toPem());
});

beforeEach(() => {
  mkdirSync(join(repository, 'authority'), { recursive: true });
  writeFileSync(ledgerFile, '');
});

describe('nextcloud-ca block-key', () => {
  it.each([
    ['app.csr', 'request'],
    ['pkcs8.key', 'private key'],
    ['pkcs1.key', 'private key'],
    ['crlf.key', 'private key'],
    ['spki.pub', 'public key'],
    ['pkcs1.pub', 'public key'],
  ])('takes %s, and no review lets the key through again', async (file, kind) => {
    const done = await block(file, '--format', 'json');
    expect(done).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse(done.out)).toEqual([{ file, kind, key: hash, blocked: 'now', reason }]);
    mkdirSync(join(repository, app), { recursive: true });
    writeFileSync(join(repository, app, `${app}.csr`), readFileSync(join(cwd, 'app.csr')));
    const review = await run('review', `repo/${app}/${app}.csr`, '--repository', 'repo');
    expect(review).toMatchObject({ status: 1, out: expect.stringContaining('[key-blocked]') });
    expect(review.out).toContain(reason);
    const lines = secret.split('\n').filter((line) => line !== '' && !line.startsWith('-----'));
    expect(lines.filter((line) => (done.out + ledgerText()).includes(line))).toEqual([]);
  });

  it('takes a certificate that nobody recorded, and several files, each key once', async () => {
    const certificate = await testCertificate('garden');
    const { status, out } = await block('app.csr', 'pkcs8.key', 'app.crt');
    expect(status).toBe(0);
    expect(out.split('\n')).toEqual([
      `blocked: ${hash}, the key of the request app.csr: ${reason}`,
      `blocked: ${hash}, the key of the private key pkcs8.key: ${reason}`,
      `blocked: ${keyHash(certificate.spki)}, the key of the certificate app.crt: ${reason}`,
      '',
    ]);
    expect(Ledger.parse(readFileSync(ledgerFile)).lines.map(({ kind }) => kind)).toEqual(['block-key', 'block-key']);
  });

  it('changes nothing the second time, and keeps the first reason', async () => {
    await block('app.csr');
    const before = ledgerText();
    const again = await run('block-key', 'spki.pub', '--reason', 'another', '--repository', 'repo');
    expect(again).toMatchObject({ status: 0, out: expect.stringContaining(`blocked already: ${hash}`) });
    expect(again.out).toContain(reason);
    expect(ledgerText()).toBe(before);
  });

  it('leaves no certificate valid: a certified key is refused, with the command that revokes it', async () => {
    const certificate = await testCertificate('garden');
    const store = new FolderStore(repository);
    const past = { requests: new Map(), crls: [], partial: false };
    const certificates = [pastCertificate('garden', certificate)];
    await (await Repository.open(store)).record(importHistory({ ...past, certificates }), new Date());
    const before = ledgerText();
    const { status, out, err } = await block('app.csr', 'app.crt');
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain(`revoke 0x${serialText(certificate.serial)} --reason keyCompromise`);
    expect(ledgerText()).toBe(before);
  });

  it('shows nothing that the runner of a workflow would obey', async () => {
    put('##[error]x.csr', readFileSync(join(cwd, 'app.csr')));
    for (const format of ['text', 'json']) {
      const { status, out } = await block('##[error]x.csr', '--format', format);
      expect(status).toBe(0);
      expect(out).not.toContain('##[');
    }
  });

  const encrypted = (): string => encryptPrivateKey(key, { passphrase: 'x', iterations: 1000 });
  const old = (): string =>
    key.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'x' }).toString();
  it.each<[what: string, words: string, make: () => string | Uint8Array]>([
    ['an encrypted private key', 'is encrypted', encrypted],
    ['one in the form before PKCS#8', 'is encrypted', old],
    ['a list', 'holds no key', () => '-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n'],
    ['an empty file', 'holds no key', () => ''],
    ['a key as DER', 'holds no key', () => key.export({ type: 'pkcs8', format: 'der' })],
    ['half a key', 'holds no key', () => secret.slice(0, 900)],
    ['a key with a changed octet', 'cannot be read', () => secret.replace(/\nM/, '\nN')],
    [
      'a private key that is called a request',
      'cannot be read',
      () => secret.replaceAll('PRIVATE KEY', 'CERTIFICATE REQUEST'),
    ],
    ['what is not base64', 'is not base64', () => secret.replace(/\nM/, '\n?')],
    ['two megabytes', 'has 2000000 bytes', () => 'A'.repeat(2_000_000)],
  ])('refuses %s, writes nothing, and shows nothing of it', async (_, words, make) => {
    put('given.pem', make());
    const { status, out, err } = await block('app.csr', 'given.pem');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain('given.pem');
    expect(err).toContain(words);
    expect(err).toContain('fix: ');
    expect(err).not.toMatch(/[A-Za-z0-9+/]{40}/);
    expect(ledgerText()).toBe('');
  });

  it.each([
    ['no reason', ['app.csr', '--repository', 'repo']],
    ['an empty reason', ['app.csr', '--reason', ' ', '--repository', 'repo']],
    ['a reason of two lines', ['app.csr', '--reason', 'a\nb', '--repository', 'repo']],
    ['no file', ['--reason', 'a', '--repository', 'repo']],
    ['a file that is absent', ['absent', '--reason', 'a', '--repository', 'repo']],
    ['a repository that is absent', ['app.csr', '--reason', 'a', '--repository', 'absent']],
  ])('wants everything to be said: %s', async (_, words) => {
    expect(await run('block-key', ...words)).toMatchObject({ status: 2, out: '' });
    expect(ledgerText()).toBe('');
  });

  it('takes a key that the authority would not certify anyway', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    put('ec.key', privateKey.export({ type: 'sec1', format: 'pem' }));
    const { status, out } = await block('ec.key');
    expect(status).toBe(0);
    expect(out).toContain(keyHash(publicKey.export({ type: 'spki', format: 'der' })));
  });
});
