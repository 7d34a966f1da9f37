// SPDX-License-Identifier: MIT
import { verify } from 'node:crypto';
import { inspect } from 'node:util';
import { expect, it } from '@jest/globals';
import { encryptPrivateKey, generateRsaKey } from '../../../ca/key/encrypted-key.js';
import { PemSigner } from '../../../ca/key/pem-signer.js';

const key = await generateRsaKey(2048);
const pem = encryptPrivateKey(key, { passphrase: 'secret', iterations: 1000 });

it('opens what it encrypted and signs with it', () => {
  const signer = PemSigner.open(pem, 'secret');
  const data = Buffer.from('data');
  expect(verify('sha512', data, signer.publicKey, signer.sign('sha512', data))).toBe(true);
});

it('refuses a wrong passphrase without a word of the key or the passphrase', () => {
  const error = caught(() => PemSigner.open(pem, 'sekret', 'intermediate.key'));
  expect(error).toMatchObject({ code: 'wrong-passphrase', outcome: 'unusable', file: 'intermediate.key' });
  const said = `${String(error)}${String(error.cause)}`;
  expect(said).not.toContain('sekret');
  expect(said).not.toContain(pem.split('\n')[1]);
});

it('refuses a key that lies in the open', () => {
  const open = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  expect(caught(() => PemSigner.open(open, 'secret'))).toMatchObject({ code: 'key-unusable' });
});

it('shows nothing of the key, however it is printed', () => {
  const signer = new PemSigner(key);
  expect(inspect(signer, { depth: 9, showHidden: true })).toBe('[private key]');
  expect(JSON.stringify({ signer })).toBe('{"signer":"[private key]"}');
  expect(signer.toString()).toBe('[private key]');
  expect(Object.getOwnPropertyNames(signer)).toEqual([]);
  expect(structuredClone(signer)).toEqual({});
});

it('gives another ciphertext each time', () => {
  expect(encryptPrivateKey(key, { passphrase: 'secret', iterations: 1000 })).not.toBe(pem);
});

function caught(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
