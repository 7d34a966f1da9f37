// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Certificate } from '../../common/certificate.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { Trust } from '../../common/trust.js';
import { rehearse } from '../../src/cli/rehearse.js';
import { needs } from '../support/needs.js';
import { type Ended, program } from '../support/program.js';
import { runCommand } from '../support/terminal.js';

const run = program('nextcloud-release');
const itOpenssl = needs('openssl', 'openssl') ? it : it.skip;
const itTar = needs('tar', 'tar') ? it : it.skip;

describe('rehearse, as a user runs it', () => {
  let folder: string;
  let ended: Ended;
  const file = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'evidence-'));
    ended = await run('rehearse', '--keep', folder);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('ends well, and its last two lines say so', () => {
    expect(ended.status).toBe(0);
    expect(ended.out.trimEnd().split('\n').slice(-2)).toEqual(['released and installable', 'revoked: refused']);
  });

  it('leaves the evidence and nothing else', () => {
    expect(readdirSync(folder).toSorted()).toEqual([
      'app.crt',
      'apps.json',
      'archive.sig',
      'archive.tar.gz',
      'nextcloud.crl',
      'trust.pem',
    ]);
  });

  itOpenssl('leaves a signature that openssl accepts over the archive', () => {
    const { publicKey } = Certificate.fromPem(readFileSync(file('app.crt'), 'utf8'));
    writeFileSync(file('key.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    writeFileSync(file('sig.bin'), Buffer.from(readFileSync(file('archive.sig'), 'utf8'), 'base64'));
    const words = [
      'dgst',
      '-sha512',
      '-verify',
      file('key.pem'),
      '-signature',
      file('sig.bin'),
      file('archive.tar.gz'),
    ];
    expect(execFileSync('openssl', words, { encoding: 'utf8' })).toBe('Verified OK\n');
  });

  itOpenssl('leaves a certificate that openssl verifies, and with the list finds revoked', () => {
    const verify = (...more: string[]): string => {
      const words = ['verify', '-CAfile', file('trust.pem'), ...more, file('app.crt')];
      try {
        return execFileSync('openssl', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
      } catch (error) {
        return String((error as { stderr: unknown }).stderr);
      }
    };
    expect(verify()).toContain('app.crt: OK');
    expect(verify('-crl_check', '-CRLfile', file('nextcloud.crl'))).toContain('certificate revoked');
  });

  itTar('leaves an archive that GNU tar lists: one folder, the signature last', () => {
    const names = execFileSync('tar', ['-tzf', file('archive.tar.gz')], { encoding: 'utf8' })
      .trimEnd()
      .split('\n');
    expect(new Set(names.map((name) => name.split('/')[0]))).toEqual(new Set(['hello_release']));
    expect(names.at(-1)).toBe('hello_release/appinfo/signature.json');
    expect(names.some((name) => Buffer.byteLength(name) > 100)).toBe(true);
  });

  it('leaves a list of revocations that the authority signed, with this one certificate on it', () => {
    const crl = CertificateRevocationList.from(readFileSync(file('nextcloud.crl')));
    const { issuers } = Trust.fromPem(readFileSync(file('trust.pem'), 'utf8'));
    expect(issuers.some((issuer) => crl.isSignedBy(issuer))).toBe(true);
    expect([...crl.revoked.keys()]).toEqual([Certificate.fromPem(readFileSync(file('app.crt'), 'utf8')).serial]);
  });

  it('leaves an archive that verify and check accept, and verify no longer with the list', async () => {
    const given = [
      '--trust',
      file('trust.pem'),
      '--certificate',
      file('app.crt'),
      '--signature-file',
      file('archive.sig'),
    ];
    const verified = await run('verify', file('archive.tar.gz'), ...given, '--source', 'examples/hello_release');
    expect([verified.status, verified.out.match(/^✓/gm)?.length]).toEqual([0, 5]);
    const revoked = await run(
      'verify',
      file('archive.tar.gz'),
      ...given,
      '--crl',
      file('nextcloud.crl'),
      '--format',
      'json',
    );
    expect(revoked.status).toBe(1);
    expect(JSON.parse(revoked.out)).toMatchObject({ ok: false, app: { id: 'hello_release' } });
    const checked = await run('check', file('archive.tar.gz'), '--trust', file('trust.pem'), '--format', 'json');
    expect(JSON.parse(checked.out)).toMatchObject({ scope: 'hello_release', result: {} });
  });
});

it('says which folder is no app', async () => {
  const ended = await run('rehearse', '--app', join(tmpdir(), 'there-is-none'));
  expect(ended.status).toBe(2);
  expect(ended.err).toContain('is no app');
  expect(existsSync(join(tmpdir(), 'there-is-none'))).toBe(false);
});

it('refuses a file in the place of the folder at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  writeFileSync(join(folder, 'file'), 'mine');
  for (const keep of ['file', 'file/inside']) {
    const { status, out, err } = await runCommand(rehearse, ['--keep', keep], { cwd: folder });
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(keep === 'file' ? 'file is a file; --keep takes a folder.' : 'Nothing can be written to');
  }
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('mine');
  rmSync(folder, { recursive: true, force: true });
});
