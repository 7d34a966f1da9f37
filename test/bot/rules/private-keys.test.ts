// SPDX-License-Identifier: MIT
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { keyHash } from '../../../ca/review/review-subject.js';
import { findPrivateKeys } from '../../../bot/rules/private-keys.js';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const ed = generateKeyPairSync('ed25519').privateKey;
const hashOf = (key: KeyObject): string => keyHash(createPublicKey(key).export({ type: 'spki', format: 'der' }));
const hash = hashOf(privateKey);
const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const pkcs1 = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
const encrypted = privateKey
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' })
  .toString();
const encryptedOfOld = privateKey
  .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'secret' })
  .toString();
const body = pkcs8.split('\n').slice(1, -2);
const find = (text: string | Uint8Array) => findPrivateKeys(Buffer.from(text));

describe('finds a private key', () => {
  it.each([
    ['PKCS#8', pkcs8, 1],
    ['PKCS#1', pkcs1, 1],
    ['behind other text', `# my key\n\n${pkcs8}`, 3],
    ['with Windows line ends', pkcs8.replaceAll('\n', '\r\n'), 1],
    ['in a quotation', pkcs8.replace(/^/gm, '> '), 1],
    ['indented', pkcs8.replace(/^/gm, '    '), 1],
    ['with its line ends written out', JSON.stringify({ private_key: pkcs8 }), 1],
    ['on one line', pkcs8.replaceAll('\n', ' '), 1],
    ['with four dashes', pkcs8.replaceAll('-----', '----'), 1],
    ['without its END line', pkcs8.replace(/-----END.*\n/, ''), 1],
    ['without its BEGIN line', pkcs8.replace(/-----BEGIN.*\n/, ''), 1],
    ['as base64 alone', `see:\n${body.join('\n')}\n`, 2],
    ['as base64 on one line', `key = "${body.join('')}"`, 1],
    ['under the label of a request', pkcs8.replaceAll('PRIVATE KEY', 'CERTIFICATE REQUEST'), 2],
  ])('%s', (_, text, line) => {
    expect(find(text)).toEqual([{ line, key: hash }]);
  });

  it.each([
    ['DER, PKCS#8', privateKey.export({ type: 'pkcs8', format: 'der' })],
    ['DER, PKCS#1', privateKey.export({ type: 'pkcs1', format: 'der' })],
    [
      'DER with something behind it',
      Buffer.concat([privateKey.export({ type: 'pkcs1', format: 'der' }), Buffer.of(1)]),
    ],
    ['UTF-16', Buffer.from(`\ufeff${pkcs8}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${pkcs8}`, 'utf16le').swap16()],
  ])('%s', (_, bytes) => {
    expect(find(bytes)).toEqual([{ line: 1, key: hash }]);
  });

  it.each([
    ['EC in SEC 1', ec, ec.export({ type: 'sec1', format: 'pem' })],
    ['EC in PKCS#8', ec, ec.export({ type: 'pkcs8', format: 'pem' })],
    ['Ed25519', ed, ed.export({ type: 'pkcs8', format: 'pem' })],
  ])('%s', (_, key, pem) => {
    expect(find(pem.toString())).toEqual([{ line: 1, key: hashOf(key) }]);
  });

  it('and names RSA keys alone where it shall be quick', () => {
    const quickly = (text: string | Buffer) => findPrivateKeys(Buffer.from(text), 'rsa');
    expect(quickly(pkcs8)).toEqual([{ line: 1, key: hash }]);
    expect(quickly(pkcs1)).toEqual([{ line: 1, key: hash }]);
    expect(quickly(privateKey.export({ type: 'pkcs8', format: 'der' }))).toEqual([{ line: 1, key: hash }]);
    for (const key of [ec, ed]) {
      expect(quickly(key.export({ type: 'pkcs8', format: 'pem' }).toString())).toEqual([{ line: 1, key: undefined }]);
    }
  });

  it('and several of them', () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const text = `${pkcs8}\n${other.export({ type: 'pkcs1', format: 'pem' }).toString()}${pkcs8}`;
    expect(find(text).map(({ key }) => key)).toEqual([hash, hashOf(other)]);
  });
});

describe('is alarmed, without knowing which key it is, by', () => {
  it.each([
    ['an encrypted key', encrypted],
    ['an encrypted key without its lines', encrypted.split('\n').slice(1, -2).join('\n')],
    ['an encrypted key of old', encryptedOfOld],
    ['a damaged key', pkcs8.replace(/\n.{64}\n/, `\n${'A'.repeat(64)}\n`)],
    ['half a key', pkcs8.slice(0, 600)],
    ['a key of OpenSSH', `-----BEGIN OPENSSH PRIVATE KEY-----\n${'b3BlbnNzaC1rZXktdjE'.repeat(9)}\n`],
    ['a key of PuTTY', 'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n'],
    ['a key of PGP', `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${'lQOYBF0'.repeat(30)}\n`],
    ['a Java key store', Buffer.from('feedfeed00000002', 'hex')],
    ['PKCS#12', Buffer.from('3082099f0201033082096506092a864886f70d010701', 'hex')],
  ])('%s', (_, text) => {
    expect(find(text)).toEqual([{ line: expect.any(Number), key: undefined }]);
  });
});

describe('believes nobody who has only the public half', () => {
  const { n = '', e = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const der = (number: string): Buffer => {
    const bytes = Buffer.concat([Buffer.of(0), Buffer.from(number, 'base64url')]);
    return Buffer.concat([Buffer.of(0x02, 0x82, bytes.length >> 8, bytes.length & 0xff), bytes]);
  };
  const pkcs1Of = (...numbers: readonly (string | undefined)[]): Buffer => {
    const content = Buffer.concat([Buffer.of(0x02, 0x01, 0x00), ...numbers.map((number = '') => der(number))]);
    return Buffer.concat([Buffer.of(0x30, 0x82, content.length >> 8, content.length & 0xff), content]);
  };

  it('in a key with a certified modulus and made-up numbers', () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
    const forged = pkcs1Of(n, e, other.d, other.p, other.q, other.dp, other.dq, other.qi);
    expect(find(forged)).toEqual([{ line: 1, key: undefined }]);
  });

  it('in one whose factors are one and the modulus itself', () => {
    const [one, { d, dp, dq, qi }] = ['AQ', privateKey.export({ format: 'jwk' })];
    for (const [p, q] of [
      [one, n],
      [n, one],
      ['', n],
    ] as const) {
      expect(find(pkcs1Of(n, e, d, p, q, dp, dq, qi))).toEqual([{ line: 1, key: undefined }]);
    }
  });

  it('and is quick with fifty that were made up to be slow', () => {
    const long = (bytes: number, last: number): string => {
      return Buffer.alloc(bytes, 0xa5)
        .fill(last, bytes - 1)
        .toString('base64url');
    };
    const made = Array.from({ length: 50 }, (_, at) =>
      pkcs1Of(long(1024, 2 * at + 1), 'AQAB', long(3700, 1), long(64, 1), long(64, 3), 'AQ', 'AQ', 'AQ'),
    );
    const before = process.cpuUsage();
    for (const key of made) {
      const pem = `-----BEGIN RSA PRIVATE KEY-----\n${key.toString('base64')}\n-----END RSA PRIVATE KEY-----\n`;
      expect(find(pem)).toEqual([{ line: 1, key: undefined }]);
    }
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(2);
  });
});

describe('is not alarmed by', () => {
  it.each([
    ['a public key', createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()],
    ['a text about keys', 'It begins with -----BEGIN PRIVATE KEY----- and you must never show it.'],
    ['prose', 'MIIhello world, this is a longer text of several words that begins like base64 does.\n'.repeat(20)],
    ['random base64', Buffer.alloc(3000, 'random').toString('base64')],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(find(text)).toEqual([]);
  });
});

it.each([
  ['dashes', '-'.repeat(1_000_000)],
  ['BEGIN lines', '-----BEGIN PRIVATE KEY-----\n'.repeat(30_000)],
  ['beginnings of keys', `${body[0] ?? ''}\n`.repeat(15_000)],
  ['letters', 'MA'.repeat(500_000)],
  ['words', 'MAAAAAAAAAAAAAAAAA '.repeat(50_000)],
  ['keys', pkcs8.repeat(500)],
])('is quick with a megabyte of %s', (_, text) => {
  const before = process.cpuUsage();
  findPrivateKeys(Buffer.from(text));
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(2);
});
