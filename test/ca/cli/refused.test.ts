// SPDX-License-Identifier: MIT
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { commands } from '../../../ca/cli/commands.js';
import { encryptPrivateKey, generateRsaKey } from '../../../ca/key/encrypted-key.js';
import { PemSigner } from '../../../ca/key/pem-signer.js';
import { initAuthority } from '../../../ca/init-authority.js';
import { createRequest } from '../../../ca/request/create-request.js';
import { name } from '../../../ca/x509/name.js';
import { signStructure } from '../../../ca/x509/signed-structure.js';
import {
  bitString,
  explicit,
  integer,
  nullValue,
  oid,
  sequence,
  setOf,
  utf8String,
} from '../../../common/der-writer.js';
import { encodePem } from '../../../common/pem.js';
import { runCommand } from '../../support/terminal.js';
import { testCertificate, testFolder } from '../support/authority.js';

const { path: cwd, put } = testFolder();
const repository = join(cwd, 'repo');
const app = 'weather_maps';
const privateKey = await generateRsaKey(4096);
const key = new PemSigner(privateKey);
const good = await createRequest(key, app);
const ca = async (command: string, ...words: string[]) => runCommand(await commands[command]!.load(), words, { cwd });
const issue = (id: string, ...more: string[]) =>
  ca('issue', id, '--repository', 'repo', '--ca', 'ca', '--passphrase-file', 'secret', '--format', 'json', ...more);

beforeAll(async () => {
  put('secret', 'correct horse\n');
  const authority = await initAuthority({ keyBits: 2048 });
  mkdirSync(join(cwd, 'ca'));
  put('ca/ca.yml', 'profile: nextcloud-v1\n');
  put('ca/intermediate.crt', authority.intermediate.toPem());
  put('ca/root.crt', authority.bundle);
  put('ca/intermediate.key', authority.encryptKey({ passphrase: 'correct horse', iterations: 1000 }));
});

beforeEach(() => {
  rmSync(repository, { recursive: true, force: true });
  mkdirSync(repository);
});

function putRequest(content: string | Uint8Array, id = app): void {
  mkdirSync(join(repository, id), { recursive: true });
  writeFileSync(join(repository, id, `${id}.csr`), content);
}

/** Every folder and every file of the repository with its content: locks, drafts and ledgers too. */
function everything(): Record<string, string> {
  const entries = readdirSync(repository, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path, entry.isDirectory() ? 'a folder' : readFileSync(path, 'latin1')] as const;
  });
  return Object.fromEntries(entries);
}

const cn = (text: string): Uint8Array => sequence(oid('2.5.4.3'), utf8String(text));
const unit = sequence(oid('2.5.4.11'), utf8String('Unit'));
const pem = (der: Uint8Array): string => encodePem('CERTIFICATE REQUEST', der);

async function requestOf(subject: Uint8Array, { signer = key, version = 0 } = {}): Promise<string> {
  const spki = signer.publicKey.export({ type: 'spki', format: 'der' });
  const info = sequence(integer(version), subject, spki, explicit(0, new Uint8Array()));
  return pem(await signStructure(info, signer));
}

const forApp = async (options: { signer?: PemSigner; version?: number }): Promise<string> =>
  requestOf(name([['CN', app]]), options);

/** Signed by the elliptic key that it names, so that nothing but the kind of the key is wrong. */
function ellipticRequest(): string {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = pair.publicKey.export({ type: 'spki', format: 'der' });
  const info = sequence(integer(0), name([['CN', app]]), spki, explicit(0, new Uint8Array()));
  const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));
  return pem(sequence(info, ecdsaWithSha256, bitString(sign('sha256', info, pair.privateKey))));
}

async function signedWithMd5(): Promise<string> {
  const spki = key.publicKey.export({ type: 'spki', format: 'der' });
  const info = sequence(integer(0), name([['CN', app]]), spki, explicit(0, new Uint8Array()));
  const md5WithRsa = sequence(oid('1.2.840.113549.1.1.4'), nullValue());
  return pem(sequence(info, md5WithRsa, bitString(sign('md5', info, privateKey))));
}

function changed(at: number): string {
  const der = Uint8Array.from(good.der);
  der[at] = (der[at] ?? 0) ^ 1;
  return pem(der);
}

const rsa = async (bits: number): Promise<PemSigner> => new PemSigner(await generateRsaKey(bits));
const exponent3 = (): PemSigner =>
  new PemSigner(generateKeyPairSync('rsa', { modulusLength: 4096, publicExponent: 3 }).privateKey);
const secret = (type: 'pkcs1' | 'pkcs8'): string => privateKey.export({ type, format: 'pem' }).toString();
const encrypted = (): string => encryptPrivateKey(privateKey, { passphrase: 'x', iterations: 1000 });
type Make = () => string | Uint8Array | Promise<string>;

it.each<[what: string, rule: string, make: Make]>([
  ['a broken self-signature', 'request-signature', () => changed(good.der.length - 1)],
  ['a subject that was changed after it was signed', 'request-signature', () => changed(30)],
  ['a CN that is not the folder', 'cn-app-id', () => requestOf(name([['CN', 'weather_map']]))],
  ['a CN in capitals', 'cn-app-id', () => requestOf(name([['CN', 'WEATHER_MAPS']]))],
  ['the CN of the documents', 'cn-app-id', () => requestOf(name([['CN', 'APP_ID']]))],
  ['two CNs', 'cn-one', () => requestOf(sequence(setOf(cn(app)), setOf(cn('other'))))],
  ['the same CN twice', 'cn-one', () => requestOf(sequence(setOf(cn(app)), setOf(cn(app))))],
  ['a multi-valued RDN', 'cn-one', () => requestOf(sequence(setOf(cn(app), unit)))],
  ['no CN', 'cn-one', () => requestOf(sequence(setOf(unit)))],
  ['RSA-1024', 'key-size', async () => forApp({ signer: await rsa(1024) })],
  ['RSA-2048', 'key-size', async () => forApp({ signer: await rsa(2048) })],
  ['the exponent 3', 'key-exponent', async () => forApp({ signer: exponent3() })],
  ['an EC key', 'key-type', ellipticRequest],
  ['a signature with MD5', 'request-signature-hash', signedWithMd5],
  ['another version', 'request-version', () => forApp({ version: 1 })],
  ['a certificate in a .csr', 'request-wrong-kind', async () => (await testCertificate(app)).toPem()],
  ['a certificate behind it', 'request-wrong-kind', async () => good.toPem() + (await testCertificate(app)).toPem()],
  ['bytes after the DER', 'request-der', () => pem(Buffer.concat([good.der, Buffer.of(5, 0)]))],
  ['a DER that is cut off', 'request-der', () => pem(good.der.subarray(0, -3))],
  ['a private key behind the request', 'request-private-key', () => good.toPem() + secret('pkcs8')],
  ['a private key before the request', 'request-private-key', () => secret('pkcs1') + good.toPem()],
  ['an encrypted private key behind the request', 'request-private-key', () => good.toPem() + encrypted()],
  ['a private key alone', 'request-private-key', () => secret('pkcs1')],
  ['an empty file', 'request-empty', () => ''],
  ['two requests', 'request-several', () => good.toPem() + good.toPem()],
  ['text around', 'request-text-around', () => `Please sign:\n${good.toPem()}`],
  ['four dashes', 'request-pem', () => good.toPem().replace('-----BEGIN', '----BEGIN')],
  ['random bytes', 'request-pem', () => Buffer.from('8f3a00ff41c2', 'hex')],
  ['a megabyte', 'request-too-large', () => 'A'.repeat(1_000_000)],
])('refuses %s by the rule %s, and leaves nothing behind', async (_, rule, make) => {
  putRequest(await make());
  const before = everything();
  const { status, out } = await issue(app, '--approved-by', 'ada', '--reason', 'none');
  const { ok, error } = JSON.parse(out) as { ok: boolean; error: { code: string; findings: { rule: string }[] } };
  expect({ status, ok, code: error.code }).toEqual({ status: 1, ok: false, code: 'request-refused' });
  expect(error.findings.map((finding) => finding.rule)).toContain(rule);
  expect(out).not.toContain(secret('pkcs8').split('\n')[2]);
  expect(everything()).toEqual(before);
});

it.each<[id: string, rule: string]>([
  // app-certificate-requests#794, appstore#1809: 39 characters were certified, and broke the apps page of every server
  ['id_with_exactly_33_characters_abc', 'id-format'],
  ['an__underscore', 'id-format'],
  ['Capital', 'id-format'],
  ['with-hyphen', 'id-format'],
  ['ab', 'id-format'],
  ['9lives', 'id-format'],
  ['files', 'id-reserved'],
  ['nextcloud', 'id-reserved'],
])('refuses the new id %s by the rule %s, and leaves nothing behind', async (id, rule) => {
  putRequest(await requestOf(name([['CN', id]])), id);
  const before = everything();
  const { status, out } = await issue(id, '--approved-by', 'ada', '--reason', 'none');
  const { error } = JSON.parse(out) as { error: { findings: { rule: string }[] } };
  expect([status, error.findings.map((finding) => finding.rule)]).toEqual([1, expect.arrayContaining([rule])]);
  expect(everything()).toEqual(before);
});

it('refuses what the repository knows better, and leaves the ledger as it was', async () => {
  putRequest(good.toPem());
  expect((await issue(app)).status).toBe(0);
  const refusals: [id: string, request: string, code: string, rule?: string][] = [
    [app, good.toPem(), 'nothing-to-do'],
    ['star_catalogue', await requestOf(name([['CN', 'star_catalogue']])), 'request-refused', 'key-of-another-app'],
    [app, await forApp({ signer: await rsa(4096) }), 'needs-decision', 'replacement'],
  ];
  for (const [id, request, code, rule] of refusals) {
    putRequest(request, id);
    const before = everything();
    const { status, out } = await issue(id);
    const { error } = JSON.parse(out) as { error: { code: string; findings: { rule: string }[] } };
    expect([status, error.code]).toEqual([1, code]);
    if (rule !== undefined) expect(error.findings.map((finding) => finding.rule)).toContain(rule);
    expect(everything()).toEqual(before);
  }
});
