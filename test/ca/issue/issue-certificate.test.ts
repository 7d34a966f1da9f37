// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import forge from 'node-forge';
import { Trust } from '../../../common/trust.js';
import { issueCertificate, type IssueOrder } from '../../../ca/issue/issue-certificate.js';
import { profiles } from '../../../ca/issue/profile.js';
import type { Signer } from '../../../ca/key/signer.js';
import { createRequest } from '../../../ca/request/create-request.js';
import { CertificateRequest } from '../../../ca/request/certificate-request.js';
import { isRandomSerial, randomSerial } from '../../../ca/x509/serial.js';
import { needs } from '../../support/needs.js';
import { openssl, testAuthority, testCertificate, sharedKey, testFolder, testKey } from '../support/authority.js';

const itOpenssl = needs('openssl', 'openssl') ? it : it.skip;
const folder = testFolder();
const names = ['nextcloud-v1', 'code-signing'] as const;

async function order(changes: Partial<IssueOrder> = {}): Promise<IssueOrder> {
  const { intermediate, signer } = await testAuthority();
  return {
    request: await createRequest(await sharedKey(), 'my_app'),
    appId: 'my_app',
    profile: profiles['nextcloud-v1'],
    issuer: intermediate,
    signer,
    serial: randomSerial(() => false),
    notBefore: new Date('2026-11-21T12:00:00Z'),
    ...changes,
  };
}

describe.each(names)('profile %s', (profile) => {
  itOpenssl('is verified by OpenSSL against root and intermediate', async () => {
    const { root, intermediate } = await testAuthority();
    const file = folder.put(`${profile}.crt`, (await testCertificate('my_app', profile)).toPem());
    const rootFile = folder.put('root.pem', root.toPem());
    const untrusted = folder.put('intermediate.pem', intermediate.toPem());
    const chain = ['-purpose', 'any', '-CAfile', rootFile, '-untrusted', untrusted, '-attime', '1800000000'];
    const { text } = openssl(['verify', ...chain, file]);
    expect(text).toBe(`${file}: OK\n`);
  });

  it('is accepted by the servers’ rule and by node-forge', async () => {
    const { bundle, intermediate } = await testAuthority();
    const certificate = await testCertificate('my_app', profile);
    expect(Trust.fromPem(bundle).issuerOf(certificate)?.fingerprint).toBe(intermediate.fingerprint);
    const issuer = forge.pki.certificateFromPem(intermediate.toPem());
    expect(issuer.verify(forge.pki.certificateFromPem(certificate.toPem()))).toBe(true);
  });
});

describe('issueCertificate', () => {
  it('makes version 1 without extensions, 3,750 days, subject CN only', async () => {
    const certificate = await testCertificate('my_app');
    expect(certificate.version).toBe(1);
    expect(certificate.extensions).toEqual([]);
    expect(certificate.subject.toString()).toBe('CN=my_app');
    expect(certificate.notBefore.toISOString()).toBe('2026-11-21T12:00:00.000Z');
    expect(certificate.notAfter.toISOString()).toBe('2037-02-26T12:00:00.000Z');
  });

  itOpenssl('makes version 3 with the five extensions, and no caIssuers', async () => {
    const certificate = await testCertificate('my_app', 'code-signing');
    const { text } = openssl(['x509', '-noout', '-text'], certificate.toPem());
    expect(text).toContain('Version: 3 (0x2)');
    expect(text).toMatch(/Basic Constraints: critical\n\s+CA:FALSE\n/);
    expect(text).toMatch(/Key Usage: critical\n\s+Digital Signature\n/);
    expect(text).toMatch(/Extended Key Usage: \n\s+Code Signing\n/);
    expect(text).toContain('Subject Key Identifier');
    expect(text).toContain('Authority Key Identifier');
    expect(text).not.toContain('Authority Information Access');
    expect(certificate.extensions).toHaveLength(5);
  });

  it('drops what the request’s subject says beyond the common name', async () => {
    const key = folder.put('extra.key', openssl(['genrsa', '2048']).text);
    const made = openssl(['req', '-new', '-key', key, '-subj', '/C=FR/O=Somebody/CN=my_app/emailAddress=a@b.example']);
    const certificate = await issueCertificate(await order({ request: CertificateRequest.fromPem(made.text) }));
    expect(certificate.subject.toString()).toBe('CN=my_app');
  });

  it.each([
    ['a leap day', '2028-02-29T23:59:59Z', '2038-06-06T23:59:59.000Z', 'UTCTime'],
    ['an end on a leap day', '2029-11-23T12:00:00Z', '2040-02-29T12:00:00.000Z', 'UTCTime'],
    ['the last second of UTCTime', '2039-09-25T23:59:59Z', '2049-12-31T23:59:59.000Z', 'UTCTime'],
    ['the first second of GeneralizedTime', '2039-09-26T00:00:00Z', '2050-01-01T00:00:00.000Z', 'GeneralizedTime'],
    ['the issuer’s own end', '2045-05-05T05:05:05Z', '2050-12-26T00:00:00.000Z', 'GeneralizedTime'],
  ])('ends right at %s', async (_, notBefore, notAfter, type) => {
    const certificate = await testCertificate('my_app', 'nextcloud-v1', new Date(notBefore));
    expect(certificate.notAfter.toISOString()).toBe(notAfter);
    const bytes = Buffer.from(certificate.tbs).toString('latin1');
    const digits = notAfter.slice(0, 19).replace(/[-:T]/g, '');
    expect(bytes).toContain(type === 'UTCTime' ? `\x17\x0d${digits.slice(2)}Z` : `\x18\x0f${digits}Z`);
  });

  it('begins with the issuer where it would begin before, and on a whole second', async () => {
    const early = await testCertificate('my_app', 'nextcloud-v1', new Date('2025-12-31T23:55:00Z'));
    expect(early.notBefore.toISOString()).toBe('2026-01-01T00:00:00.000Z');
    const fraction = await testCertificate('my_app', 'nextcloud-v1', new Date('2026-11-21T12:00:00.999Z'));
    expect(fraction.notBefore.toISOString()).toBe('2026-11-21T12:00:00.000Z');
  });

  it.each<[string, () => Promise<Partial<IssueOrder>>]>([
    ['request-refused', async () => ({ appId: 'other_app' })],
    ['request-refused', async () => ({ request: new CertificateRequest(await tampered()) })],
    ['bad-serial', async () => ({ serial: 0x1001n })],
    ['wrong-issuer', async () => ({ signer: await testKey() })],
    ['issuer-expired', async () => ({ notBefore: new Date('2050-12-26T00:00:00Z') })],
    ['result-wrong', async () => ({ signer: await liar() })],
  ])('refuses: %s', async (code, changes) => {
    await expect(issueCertificate(await order(await changes()))).rejects.toMatchObject({ code });
  });

  it('asks the real key nothing when the lint finds something', async () => {
    const { signer } = await testAuthority();
    let asked = 0;
    const counting: Signer = {
      publicKey: signer.publicKey,
      sign: (hash, data) => {
        asked++;
        return signer.sign(hash, data);
      },
    };
    const odd = { ...profiles['code-signing'], version: 1 as const };
    const refused = issueCertificate(await order({ signer: counting, profile: odd }));
    await expect(refused).rejects.toMatchObject({
      code: 'lint-failed',
      findings: [expect.objectContaining({ rule: 'lint-extensions', severity: 'error' })],
    });
    expect(asked).toBe(0);
  });
});

describe('serials', () => {
  it('are 16 octets, positive, and never one that is taken', () => {
    const zeros = () => new Uint8Array(16);
    expect(randomSerial(() => false, zeros)).toBe(1n << 120n);
    const ones = () => new Uint8Array(16).fill(0xff);
    expect(isRandomSerial(randomSerial(() => false, ones))).toBe(true);
    expect(() => randomSerial(() => true)).toThrow(expect.objectContaining({ code: 'bad-serial' }));
    const taken = new Set([1n << 120n]);
    let calls = 0;
    const late = (): Uint8Array => new Uint8Array(16).fill(calls++);
    expect(randomSerial((serial) => taken.has(serial), late)).not.toBe(1n << 120n);
    expect(calls).toBe(2);
  });
});

async function tampered(): Promise<Uint8Array> {
  const der = Uint8Array.from((await createRequest(await sharedKey(), 'my_app')).der);
  der[der.length - 1] = (der[der.length - 1] ?? 0) ^ 1;
  return der;
}

/** A token that signs something else than it was given. */
async function liar(): Promise<Signer> {
  const { signer } = await testAuthority();
  return { publicKey: signer.publicKey, sign: (hash) => signer.sign(hash, Buffer.from('something else')) };
}
