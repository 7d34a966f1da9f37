// SPDX-License-Identifier: MIT
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Certificate } from '../../common/certificate.js';
import { sign } from '../../src/cli/sign.js';
import { authority, certificate, type CertificateWish, rsaKey } from '../integrity/support/pki.js';
import { type Files, temporaryFolder, writeTree } from '../integrity/support/tree.js';
import { type Ran, runCommand } from '../support/terminal.js';

const parent = temporaryFolder();
const issuer = authority();
const key = rsaKey();
const infoXml = '<?xml version="1.0"?>\n<info><id>news</id><version>1.0.0</version></info>\n';
const app: Files = { 'appinfo/info.xml': infoXml, 'lib/a.php': 'a' };

const issue = (wish: Partial<CertificateWish> = {}): Certificate =>
  certificate({ names: ['news'], publicKey: key.publicKey, issuer, notAfter: new Date('2040-01-01'), ...wish });

writeFileSync(join(parent, 'trust.pem'), issuer.certificate.toPem());
writeFileSync(join(parent, 'news.key'), key.privateKey.export({ type: 'pkcs8', format: 'pem' }));
writeFileSync(join(parent, 'other.key'), rsaKey().privateKey.export({ type: 'pkcs8', format: 'pem' }));

/** Signs `root` with a certificate of its own for each call. */
function run(root: string, by: Certificate, ...words: string[]): Promise<Ran> {
  writeFileSync(join(parent, 'news.crt'), by.toPem());
  const given = ['--key', 'news.key', '--certificate', 'news.crt', '--trust', 'trust.pem', ...words];
  return runCommand(sign, [root, ...given], { cwd: parent });
}

const isSigned = (root: string): boolean => existsSync(join(root, 'appinfo/signature.json'));

describe('sign', () => {
  it('writes the signature and says so in one line', async () => {
    const root = writeTree(parent, app);
    expect(await run(root, issue())).toEqual({
      status: 0,
      out: `signed 2 files of news: ${root}/appinfo/signature.json\n`,
      err: '',
    });
    expect(Object.keys(JSON.parse(readFileSync(join(root, 'appinfo/signature.json'), 'utf8')) as object)).toEqual([
      'hashes',
      'signature',
      'certificate',
    ]);
  });

  it('signs a server with --core', async () => {
    const root = writeTree(parent, { 'core/x.js': 'x', 'data/y': 'y' });
    expect(await run(root, issue({ names: ['core'] }), '--core')).toMatchObject({
      status: 0,
      out: `signed 1 files of core: ${root}/core/signature.json\n`,
    });
  });

  it('prints one JSON document', async () => {
    const root = writeTree(parent, { ...app, '.htaccess': '' });
    const { status, out } = await run(root, issue(), '--format', 'json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      scope: 'news',
      signature: join(root, 'appinfo/signature.json'),
      files: 3,
      warnings: [{ rule: 'integrity-htaccess', severity: 'warning', file: '.htaccess' }],
    });
  });

  it('refuses a key that is not the certificate’s, and a certificate of another app: status 1, nothing written', async () => {
    const root = writeTree(parent, app);
    const wrongKey = await run(root, issue(), '--key', 'other.key');
    expect(wrongKey).toMatchObject({ status: 1, out: '' });
    expect(wrongKey.err).toMatch(/^error: The private key is not the one of the certificate\.\n {2}fix: /);
    for (const names of [['mail'], ['News'], ['core'], ['news', 'news'], []]) {
      const wrongName = await run(root, issue({ names }));
      expect(wrongName).toMatchObject({ status: 1, out: '' });
      expect(wrongName.err).toMatch(/^error: The certificate is for .*, the app is "news"\.\n {2}fix: /);
    }
    expect(isSigned(root)).toBe(false);
  });

  it('only warns of an issuer that is not trusted, and of an expired certificate', async () => {
    const root = writeTree(parent, app);
    const stranger = await run(root, issue({ issuer: authority(rsaKey(), 'Somebody else') }));
    expect(stranger.status).toBe(0);
    expect(stranger.err).toContain('warning: No accepted authority issued the certificate');
    const expired = await run(root, issue({ notAfter: new Date('2026-02-01') }));
    expect(expired.status).toBe(0);
    expect(expired.err).toContain('warning: The certificate expired on 2026-02-01.');
  });

  it('refuses what no server can verify, each with its fix', async () => {
    const root = writeTree(parent, { ...app, '1e1': '' });
    symlinkSync('lib', join(root, 'link'));
    const { status, err } = await run(root, issue());
    expect(status).toBe(1);
    expect(err).toContain('link: error: A symbolic link');
    expect(err).toContain('fix: ');
    expect(isSigned(root)).toBe(false);
  });

  it('cannot start without an app, a key, or a certificate: status 2', async () => {
    expect((await run(writeTree(parent, {}), issue())).status).toBe(2);
    expect((await run(join(parent, 'missing'), issue())).status).toBe(2);
    expect((await run(writeTree(parent, app), issue(), '--key', 'missing.key')).status).toBe(2);
    expect((await run(writeTree(parent, app), issue(), '--certificate', 'news.key')).status).toBe(2);
    expect((await run(writeTree(parent, app), issue(), '--format', 'xml')).status).toBe(2);
    expect((await run(writeTree(parent, app), issue(), '--core')).status).toBe(1);
  });
});
