// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { Certificate } from '../../../common/certificate.js';
import { initAuthority, type NewAuthority } from '../../../ca/init-authority.js';
import { issueCertificate } from '../../../ca/issue/issue-certificate.js';
import { type ProfileName, profiles } from '../../../ca/issue/profile.js';
import { generateRsaKey } from '../../../ca/key/encrypted-key.js';
import { PemSigner } from '../../../ca/key/pem-signer.js';
import { createRequest } from '../../../ca/request/create-request.js';
import { randomSerial } from '../../../ca/x509/serial.js';

let authority: Promise<NewAuthority> | undefined;

/** One authority with RSA-2048 keys, made once a test file, valid since 2026-01-01. */
export function testAuthority(): Promise<NewAuthority> {
  authority ??= initAuthority({ organization: 'Test', keyBits: 2048, now: new Date('2026-01-01T00:00:00Z') });
  return authority;
}

/** A key of 2048 bits; fresh every time. */
export async function testKey(): Promise<PemSigner> {
  return new PemSigner(await generateRsaKey(2048));
}

let shared: Promise<PemSigner> | undefined;

/** One key of 2048 bits a test file, for tests that do not care whose it is. */
export function sharedKey(): Promise<PemSigner> {
  shared ??= testKey();
  return shared;
}

/** A certificate from request to end. */
export async function testCertificate(
  appId: string,
  profile: ProfileName = 'nextcloud-v1',
  notBefore = new Date('2026-11-21T12:00:00Z'),
): Promise<Certificate> {
  const { intermediate, signer } = await testAuthority();
  const request = await createRequest(await sharedKey(), appId);
  return issueCertificate({
    request,
    appId,
    profile: profiles[profile],
    issuer: intermediate,
    signer,
    serial: randomSerial(() => false),
    notBefore,
  });
}

/** A folder that is gone after the test file, and a way to put files into it. */
export function testFolder(): { path: string; put(name: string, content: string | Uint8Array): string } {
  const path = mkdtempSync(join(tmpdir(), 'nextcloud-ca-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    put: (name, content) => {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
  };
}

/** The openssl program: exit status, standard output, and both outputs in one text. */
export function openssl(args: readonly string[], input = ''): { status: number | null; out: string; text: string } {
  const { status, stdout, stderr } = spawnSync('openssl', args, { input, encoding: 'utf8' });
  return { status, out: stdout, text: stdout + stderr };
}
