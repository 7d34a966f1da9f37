// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { constants, createSign, generateKeyPairSync, privateEncrypt, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import forge from 'node-forge';
import { signPss, verifyPss } from '../../src/integrity/pss-signature.js';
import { needs } from '../support/needs.js';
import { rsaKey } from './support/pki.js';
import { thrown } from './support/thrown.js';
import { temporaryFolder } from './support/tree.js';

const itOpenssl = needs('openssl', 'openssl') ? it : it.skip;
const folder = temporaryFolder();
const message = Buffer.from('{"appinfo\\/info.xml":"00"}');
const { privateKey, publicKey } = rsaKey();

describe('RSASSA-PSS with SHA-1, MGF1 with SHA-512, no salt', () => {
  const signature = signPss(message, privateKey);

  it('is deterministic, and verifies', () => {
    expect(signPss(message, privateKey).equals(signature)).toBe(true);
    expect(verifyPss(message, signature, publicKey)).toBe(true);
  });

  it('does not verify over other bytes, with another key, or of another length', () => {
    expect(verifyPss(Buffer.concat([message, Buffer.of(0)]), signature, publicKey)).toBe(false);
    expect(verifyPss(message, signature, rsaKey().publicKey)).toBe(false);
    expect(verifyPss(message, signature.subarray(1), publicKey)).toBe(false);
    expect(verifyPss(message, Buffer.concat([Buffer.of(0), signature]), publicKey)).toBe(false);
    expect(verifyPss(message, Buffer.alloc(0), publicKey)).toBe(false);
    expect(verifyPss(message, Buffer.alloc(signature.length, 0xff), publicKey)).toBe(false);
  });

  it('is not taken for one with PKCS#1 v1.5, as a verifier with the same fault once did (weekplanner#76)', () => {
    const pkcs1 = createSign('sha512').update(message).sign(privateKey);
    expect(verifyPss(message, pkcs1, publicKey)).toBe(false);
    const { RSA_PKCS1_PSS_PADDING: padding } = constants;
    for (const hash of ['sha1', 'sha256', 'sha512']) {
      expect(verifyPss(message, sign(hash, message, { key: privateKey, padding, saltLength: 0 }), publicKey)).toBe(
        false,
      );
    }
  });

  it('is what node-forge makes', () => {
    const pss = forge.pss.create({
      md: forge.md.sha1.create(),
      mgf: forge.mgf.mgf1.create(forge.md.sha512.create()),
      saltLength: 0,
    }) as { encode(digest: forge.md.MessageDigest, bits: number): string };
    const digest = forge.md.sha1.create();
    digest.update(message.toString('latin1'));
    const block = Buffer.from(pss.encode(digest, 2048), 'latin1');
    expect(privateEncrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, block).equals(signature)).toBe(true);
  });

  const options = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:0', '-sigopt', 'rsa_mgf1_md:sha512'];

  itOpenssl.each([1024, 2047, 2048, 2050, 3072, 4096])('is what OpenSSL makes and verifies, with %i bits', (bits) => {
    const key = rsaKey(bits);
    const own = signPss(message, key.privateKey);
    const [keyFile, publicFile, ownFile] = ['key.pem', 'public.pem', 'signature'].map((name) => join(folder, name));
    writeFileSync(keyFile!, key.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(publicFile!, key.publicKey.export({ type: 'spki', format: 'pem' }));
    writeFileSync(ownFile!, own);
    const theirs = spawnSync('openssl', ['dgst', '-sha1', '-sign', keyFile!, ...options], { input: message });
    expect(own.equals(theirs.stdout)).toBe(true);
    expect(verifyPss(message, theirs.stdout, key.publicKey)).toBe(true);
    const verified = spawnSync(
      'openssl',
      ['dgst', '-sha1', '-verify', publicFile!, '-signature', ownFile!, ...options],
      { input: message },
    );
    expect(verified.stdout.toString()).toBe('Verified OK\n');
  });

  it('is not made with keys that servers cannot verify with', () => {
    const oddKey = rsaKey(2041);
    expect(oddKey.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2041);
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
    for (const key of [oddKey, ec, pss]) {
      expect(thrown(() => signPss(message, key.privateKey))).toMatchObject({ code: 'key-unsupported' });
      expect(verifyPss(message, signature, key.publicKey)).toBe(false);
    }
  });
});
