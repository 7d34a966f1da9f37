// SPDX-License-Identifier: MIT
import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Certificate } from '../../common/certificate.js';
import { Trust } from '../../common/trust.js';
import { generateRsaKey } from '../../ca/key/encrypted-key.js';
import { PemSigner } from '../../ca/key/pem-signer.js';
import { initSuccessor } from '../../ca/init-authority.js';
import { needs } from '../support/needs.js';
import { openssl, testAuthority, testFolder, testKey } from './support/authority.js';

const itOpenssl = needs('openssl', 'openssl') ? it : it.skip;
const folder = testFolder();

describe('initAuthority', () => {
  it('gives the bundle as servers ship it: the intermediate, then the root', async () => {
    const { bundle, intermediate, root } = await testAuthority();
    expect(Certificate.allFromPem(bundle).map(({ fingerprint }) => fingerprint)).toEqual([
      intermediate.fingerprint,
      root.fingerprint,
    ]);
    expect(Trust.fromPem(bundle).issuerOf(intermediate)?.fingerprint).toBe(root.fingerprint);
    expect(intermediate.serial).not.toBe(root.serial);
  });

  itOpenssl('makes what OpenSSL calls a CA with path length 0, keyCertSign and cRLSign', async () => {
    const { root, intermediate } = await testAuthority();
    const rootFile = folder.put('root.pem', root.toPem());
    const file = folder.put('intermediate.pem', intermediate.toPem());
    expect(openssl(['verify', '-x509_strict', '-CAfile', rootFile, file]).text).toBe(`${file}: OK\n`);
    const { text } = openssl(['x509', '-in', file, '-noout', '-text']);
    expect(text).toContain('CA:TRUE, pathlen:0');
    expect(text).toMatch(/Key Usage: critical\n\s+Certificate Sign, CRL Sign\n/);
    expect(text).toContain('Signature Algorithm: sha256WithRSAEncryption');
    expect(text).toContain('Not After : Dec 26 00:00:00 2050 GMT');
  });

  itOpenssl('encrypts a key in a form that OpenSSL opens, with the passphrase only', async () => {
    const authority = await testAuthority();
    const pem = authority.encryptKey({ passphrase: 'correct horse' });
    expect(pem).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----\n/);
    const opened = openssl(['pkey', '-pubout', '-passin', 'pass:correct horse'], pem);
    expect(createPublicKey(opened.text).equals(authority.intermediate.publicKey)).toBe(true);
    expect(openssl(['pkey', '-pubout', '-passin', 'pass:wrong'], pem).status).not.toBe(0);
    expect(openssl(['asn1parse'], pem).text).toContain(':0927C0'); // 600,000 rounds
  });
});

describe('initSuccessor', () => {
  const now = new Date('2030-05-01T12:00:00Z');

  itOpenssl('makes another intermediate under the same root, with another name, that ends with it', async () => {
    const { root, rootSigner } = await rootOfOurs();
    const signer = await testKey();
    const { intermediate, bundle } = await initSuccessor({ certificate: root, signer: rootSigner }, signer, { now });
    expect(intermediate.commonNames).toEqual(['Test Code Signing Intermediate Authority of 2030-05-01']);
    expect(intermediate.notAfter).toEqual(root.notAfter);
    expect(intermediate.publicKey.equals(signer.publicKey)).toBe(true);
    expect(Trust.fromPem(bundle).issuerOf(intermediate)?.fingerprint).toBe(root.fingerprint);
    const files = [folder.put('old-root.pem', root.toPem()), folder.put('successor.pem', intermediate.toPem())];
    expect(openssl(['verify', '-x509_strict', '-no_check_time', '-CAfile', ...files]).text).toBe(`${files[1]}: OK\n`);
  });

  it('makes none with the key of another root, under a root that is over, or over a key that is too short', async () => {
    const { root, rootSigner } = await rootOfOurs();
    const own = { certificate: root, signer: rootSigner };
    const stranger = { certificate: root, signer: await testKey() };
    await expect(initSuccessor(stranger, await testKey(), { now })).rejects.toMatchObject({ code: 'wrong-issuer' });
    const late = { now: new Date('2051-01-01') };
    await expect(initSuccessor(own, await testKey(), late)).rejects.toMatchObject({ code: 'issuer-expired' });
    const short = new PemSigner(await generateRsaKey(1024));
    await expect(initSuccessor(own, short, { now })).rejects.toMatchObject({ code: 'key-unusable' });
  });

  async function rootOfOurs() {
    const { root, encryptRootKey } = await testAuthority();
    return { root, rootSigner: PemSigner.open(encryptRootKey({ passphrase: 'x', iterations: 1000 }), 'x') };
  }
});
