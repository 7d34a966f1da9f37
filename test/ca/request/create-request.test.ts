// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { encodePem } from '../../../common/pem.js';
import { CertificateRequest } from '../../../ca/request/certificate-request.js';
import { createRequest } from '../../../ca/request/create-request.js';
import { generateRsaKey } from '../../../ca/key/encrypted-key.js';
import { PemSigner } from '../../../ca/key/pem-signer.js';
import { needs } from '../../support/needs.js';
import { openssl, testFolder } from '../support/authority.js';

const itOpenssl = needs('openssl', 'openssl') ? it : it.skip;
const folder = testFolder();
const key = await generateRsaKey(2048);

it('says one common name, an RSA key, SHA-256, and is signed with its own key', async () => {
  const request = CertificateRequest.fromPem((await createRequest(new PemSigner(key), 'my_app')).toPem());
  expect(request.subject.toString()).toBe('CN=my_app');
  expect(request.rsaKey).toMatchObject({ bits: 2048, exponent: 65537n });
  expect(request.signatureHash).toBe('sha256');
  expect(request.attributes).toEqual([]);
  expect(request.isSelfSigned).toBe(true);
});

itOpenssl('is byte for byte what "openssl req -new -subj /CN=…" makes with the same key', async () => {
  const request = await createRequest(new PemSigner(key), 'my_app');
  const file = folder.put('my_app.key', key.export({ type: 'pkcs8', format: 'pem' }));
  const made = openssl(['req', '-new', '-sha256', '-key', file, '-subj', '/CN=my_app']);
  expect(request.toPem()).toBe(made.text);
  expect(openssl(['req', '-verify', '-noout'], request.toPem()).text).toContain('verify OK');
});

it('is no longer self-signed when a byte of subject, key or signature changes', async () => {
  const { der } = await createRequest(new PemSigner(key), 'my_app');
  const subject = Buffer.from(der).indexOf('my_app');
  for (const at of [subject, 200, der.length - 1]) {
    const changed = Uint8Array.from(der);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(new CertificateRequest(changed).isSelfSigned).toBe(false);
  }
});

it.each([
  ['no PEM', 'nothing here'],
  ['a certificate', encodePem('CERTIFICATE', Uint8Array.of(0x30, 0))],
  ['two requests', encodePem('CERTIFICATE REQUEST', Uint8Array.of(0x30, 0)).repeat(2)],
  ['an empty sequence', encodePem('CERTIFICATE REQUEST', Uint8Array.of(0x30, 0))],
])('refuses %s by name', (_, text) => {
  expect(() => CertificateRequest.fromPem(text, 'a.csr')).toThrow(expect.objectContaining({ code: 'not-a-request' }));
});

it('refuses bytes after the end', async () => {
  const { der } = await createRequest(new PemSigner(key), 'my_app');
  expect(() => new CertificateRequest(Buffer.concat([der, Uint8Array.of(0)]))).toThrow('1 bytes follow the end');
});

itOpenssl('reads requested extensions and attributes', () => {
  const file = folder.put('other.key', key.export({ type: 'pkcs8', format: 'pem' }));
  const config = folder.put(
    'req.cnf',
    '[req]\ndistinguished_name=dn\nattributes=at\nreq_extensions=ex\nprompt=no\n[dn]\nCN=my_app\n[at]\nchallengePassword=secret\n[ex]\nkeyUsage=digitalSignature\n',
  );
  const request = CertificateRequest.fromPem(openssl(['req', '-new', '-key', file, '-config', config]).text);
  expect(request.attributes.toSorted()).toEqual(['1.2.840.113549.1.9.14', '1.2.840.113549.1.9.7']);
  expect(request.requestedExtensions.map(({ id }) => id)).toEqual(['2.5.29.15']);
});

itOpenssl('reads an EC request as one without an RSA key', () => {
  const ec = folder.put('ec.key', openssl(['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']).text);
  const request = CertificateRequest.fromPem(openssl(['req', '-new', '-key', ec, '-subj', '/CN=my_app']).text);
  expect(request.publicKey?.asymmetricKeyType).toBe('ec');
  expect(request.rsaKey).toBeUndefined();
  expect(request.isSelfSigned).toBe(false);
});
