// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Certificate } from '../../common/certificate.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { Trust } from '../../common/trust.js';
import { pinnedBundle, pinnedFingerprints } from '../../common/trust-anchor.js';
import { recorded } from '../support/needs.js';

describe('the pinned bundle', () => {
  it('holds the two certificates that are pinned by fingerprint', () => {
    const bundle = Certificate.allFromPem(pinnedBundle);
    expect(bundle.map(({ fingerprint }) => fingerprint)).toEqual(pinnedFingerprints);
    expect(bundle.map(({ commonNames }) => commonNames)).toEqual([
      ['Nextcloud Code Signing Intermediate Authority'],
      ['Nextcloud Root Authority'],
    ]);
  });

  it('names its own issuer: the intermediate was signed by the root, the root by itself', () => {
    const [intermediate, root] = Certificate.allFromPem(pinnedBundle);
    expect(Trust.pinned().issuerOf(intermediate!)?.fingerprint).toBe(root!.fingerprint);
    expect(Trust.pinned().issuerOf(root!)?.fingerprint).toBe(root!.fingerprint);
  });
});

const requests = recorded('data/requests');
const codesigning = recorded('data/codesigning');

(requests ? it : it.skip)('reads every recorded certificate and finds its issuer in the pinned bundle', () => {
  const trust = Trust.pinned();
  const files = readdirSync(requests!).flatMap((app) =>
    readdirSync(join(requests!, app))
      .filter((name) => name.endsWith('.crt'))
      .map((name) => join(requests!, app, name)),
  );
  expect(files.length).toBeGreaterThan(400);
  for (const file of files) {
    const certificate = Certificate.fromPem(readFileSync(file, 'latin1'), file);
    expect([file, certificate.version, certificate.commonNames.length]).toEqual([file, 1, 1]);
    expect([file, trust.issuerOf(certificate)?.commonNames[0]]).toEqual([
      file,
      'Nextcloud Code Signing Intermediate Authority',
    ]);
  }
});

(codesigning ? it : it.skip)('reads the recorded CRLs: number, entries, dates, signature', () => {
  const crl = CertificateRevocationList.from(readFileSync(join(codesigning!, 'server-root-2024-10-18.crl')));
  expect(crl.number).toBe(0x1046n);
  expect(crl.revoked.size).toBe(87);
  expect(crl.isRevoked(0x1023n)).toBe(true);
  expect(crl.nextUpdate?.toISOString()).toBe('2034-08-27T07:17:59.000Z');
  expect(crl.isSignedBy(Trust.pinned().issuers[0]!)).toBe(true);
  expect(readFileSync(join(codesigning!, 'root.crt'), 'latin1')).toBe(pinnedBundle);
});
