// SPDX-License-Identifier: MIT
import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { certificateInspect } from '../../../src/cli/certificate/inspect.js';
import { certificateRequest } from '../../../src/cli/certificate/request.js';
import { openssl, testCertificate, testFolder } from '../../ca/support/authority.js';
import { needs } from '../../support/needs.js';
import { runCommand } from '../../support/terminal.js';

const itOpenssl = needs('openssl', 'openssl') ? it : it.skip;
const folder = testFolder();

itOpenssl('makes a key of 4096 bits that only its owner reads, and a request that OpenSSL accepts', async () => {
  const { status, out } = await runCommand(certificateRequest, ['my_app', '--out', 'new'], { cwd: folder.path });
  expect(status).toBe(0);
  expect(out).toContain('my_app/my_app.csr');
  const key = join(folder.path, 'new', 'my_app.key');
  const request = join(folder.path, 'new', 'my_app.csr');
  expect(statSync(key).mode & 0o777).toBe(0o600);
  expect(readFileSync(key, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  const { text } = openssl(['req', '-verify', '-noout', '-text', '-in', request]);
  expect(text).toContain('verify OK');
  expect(text).toContain('Public-Key: (4096 bit)');
  expect(text).toContain('Subject: CN = my_app\n');

  const inspected = await runCommand(certificateInspect, [request, '--format', 'json']);
  expect(JSON.parse(inspected.out)).toMatchObject({
    kind: 'request',
    subject: 'CN=my_app',
    selfSigned: true,
    keyBits: 4096,
  });

  const again = await runCommand(certificateRequest, ['my_app', '--out', 'new'], { cwd: folder.path });
  expect(again).toMatchObject({ status: 2, out: '', err: expect.stringContaining('is there already') });
  const renewal = await runCommand(certificateRequest, ['my_app', '--key', key, '--out', 'renewal'], {
    cwd: folder.path,
  });
  expect(renewal.status).toBe(0);
  expect(readdirSync(join(folder.path, 'renewal'))).toEqual(['my_app.csr']);
  expect(readFileSync(join(folder.path, 'renewal', 'my_app.csr'), 'utf8')).toBe(readFileSync(request, 'utf8'));
});

it.each([
  ['dashboard', 'A request for the id dashboard will be refused: an app of this name is part of the server.'],
  ['my_nextclaud', 'A person will have to decide about the id my_nextclaud: "nextcloud" or nearly is in it.'],
  ['calendars', undefined],
  ['notes', 'A person will have to decide about the id notes: it is a common word.'],
  ['sun_dial', undefined],
])('says before the review what it will say of the id %s', async (id, words) => {
  const file = folder.put(
    'any.key',
    generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
  );
  const { status, err } = await runCommand(certificateRequest, [id, '--key', file, '--out', id], { cwd: folder.path });
  expect([status, err]).toEqual([
    0,
    words === undefined ? '' : `${words} Ids that were certified before keep theirs.\n`,
  ]);
});

it.each(['APP_ID', 'my-app', 'ab', 'a'.repeat(33), '1app', 'my__app', 'my_app_', '../my_app'])(
  'refuses the id %s and writes nothing',
  async (id) => {
    const { status, err } = await runCommand(certificateRequest, [id, '--out', 'refused'], { cwd: folder.path });
    expect(status).toBe(2);
    expect(err).toContain('cannot be the id of an app');
    expect(readdirSync(folder.path)).not.toContain('refused');
  },
);

it('inspects a certificate, and says whether it is trusted', async () => {
  const certificate = await testCertificate('my_app');
  const file = folder.put('my_app.crt', certificate.toPem());
  const { status, out } = await runCommand(certificateInspect, [file]);
  expect(status).toBe(0);
  expect(out).toContain('subject: CN=my_app\n');
  expect(out).toContain('trusted: false\n');
  expect(out).toContain(`serialDecimal: ${certificate.serial}\n`);
  expect(out).toContain('keyBits: 2048\n');
});

it('shows a stranger’s words on one line, and nothing in them that GitHub’s runner obeys', async () => {
  const file = folder.put('words.crt', (await testCertificate('a\n::error::x ##[error]y')).toPem());
  const { out } = await runCommand(certificateInspect, [file]);
  expect(out).toContain('subject: CN=a\\x0a::error::x ##\\x5berror]y\n');
  const json = (await runCommand(certificateInspect, [file, '--format', 'json'])).out;
  expect(json).not.toContain('##[');
  expect(JSON.parse(json)).toMatchObject({ subject: 'CN=a\n::error::x ##[error]y' });
});

it('does not show a private key', async () => {
  const file = join(folder.path, 'secret.pem');
  writeFileSync(file, '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n');
  const { status, out, err } = await runCommand(certificateInspect, [file]);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain('ask for a revocation');
  expect(err).not.toContain('AAAA');
});

it('refuses a format that it does not have', async () => {
  const refused = await runCommand(certificateInspect, ['x', '--format', 'sarif']);
  expect(refused).toMatchObject({ status: 2, err: expect.stringContaining('"sarif" is not a format') });
});
