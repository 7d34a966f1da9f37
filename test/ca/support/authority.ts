// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { Certificate } from '../../../common/certificate.js';
import { issueCertificate } from '../../../ca/issue/issue-certificate.js';
import { type ProfileName, profiles } from '../../../ca/issue/profile.js';
import { createRequest } from '../../../ca/request/create-request.js';
import { randomSerial } from '../../../ca/x509/serial.js';
import { sharedKey, testAuthority } from '../../support/test-keys.js';

export { sharedKey, testAuthority, testKey } from '../../support/test-keys.js';

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
