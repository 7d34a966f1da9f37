// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { readServerSettings, type ServerSettings } from '../../../bot/entries/server-settings.js';

const pem = { type: 'pkcs1', format: 'pem' } as const;
const appKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export(pem).toString();
const files: Readonly<Record<string, string>> = {
  'app.pem': appKey,
  'passphrase.txt': 'open sesame\n',
  'not-a-key.pem': 'hello',
  'empty.txt': '\n',
};
const all = {
  APP_ID: '12',
  PRIVATE_KEY_PATH: 'app.pem',
  WEBHOOK_SECRET: 'secret',
  CA_DIR: 'ca',
  CA_PASSPHRASE_FILE: 'passphrase.txt',
};

function read(env: Readonly<Record<string, string | undefined>>): ServerSettings {
  return readServerSettings(env, (file) => {
    const text = files[file];
    if (text === undefined)
      throw Object.assign(new Error(`no ${file}`), { code: file === '/tmp' ? 'EISDIR' : 'ENOENT' });
    return text;
  });
}

describe('what the server is told by its environment', () => {
  it('has defaults for what needs not be said', () => {
    expect(read(all)).toEqual({
      appId: 12,
      privateKey: expect.stringContaining('-----BEGIN PRIVATE KEY-----'),
      webhookSecret: 'secret',
      apiUrl: 'https://api.github.com',
      port: 3000,
      host: '127.0.0.1',
      caFolder: 'ca',
      passphrase: 'open sesame',
      reconcileEveryMs: 900_000,
      logLevel: 'info',
    });
  });

  it('is what is set', () => {
    const more = { GHE_HOST: 'github.example.com', PORT: '0', HOST: '::', RECONCILE_MINUTES: '60', LOG_LEVEL: 'warn' };
    expect(read({ ...all, ...more, CERTIFICATE_REPOSITORY: 'our-org/certificates' })).toMatchObject({
      apiUrl: 'https://github.example.com/api/v3',
      port: 0,
      host: '::',
      repository: { owner: 'our-org', repo: 'certificates' },
      reconcileEveryMs: 3_600_000,
      logLevel: 'warn',
    });
    const plain = { GHE_HOST: '127.0.0.1:8080', GHE_PROTOCOL: 'http' };
    expect(read({ ...all, ...plain }).apiUrl).toBe('http://127.0.0.1:8080/api/v3');
    expect(read({ ...all, PRIVATE_KEY_PATH: '', PRIVATE_KEY: appKey })).toEqual(read(all));
    expect(read({ ...all, PORT: '', CERTIFICATE_REPOSITORY: '' })).toEqual(read(all));
  });

  it('is refused where the protocol is none', () => {
    const other = { GHE_HOST: 'github.example.com', GHE_PROTOCOL: 'ftp' };
    expect(() => read({ ...all, ...other })).toThrow('The variable GHE_PROTOCOL: "ftp" is none.');
  });

  it('takes an address of IPv6 for a host', () => {
    const plain = { GHE_HOST: '[::1]:8080', GHE_PROTOCOL: 'http' };
    expect(read({ ...all, ...plain }).apiUrl).toBe('http://[::1]:8080/api/v3');
  });

  it.each([
    ['APP_ID', undefined, 'The variable APP_ID: it is not set.'],
    ['APP_ID', '', 'The variable APP_ID: it is not set.'],
    ['APP_ID', '0x10', 'The variable APP_ID: "0x10" is no such number.'],
    ['PRIVATE_KEY_PATH', undefined, 'The variable PRIVATE_KEY_PATH: it is not set.'],
    ['PRIVATE_KEY_PATH', 'nowhere.pem', 'The variable PRIVATE_KEY_PATH: nowhere.pem cannot be read: it is not there.'],
    ['PRIVATE_KEY_PATH', '/tmp', 'The variable PRIVATE_KEY_PATH: /tmp cannot be read: it is a folder.'],
    ['PRIVATE_KEY_PATH', 'not-a-key.pem', 'The file not-a-key.pem: it is no RSA private key in PEM form.'],
    ['WEBHOOK_SECRET', undefined, 'The variable WEBHOOK_SECRET: it is not set.'],
    ['CA_DIR', undefined, 'The variable CA_DIR: it is not set.'],
    ['CA_PASSPHRASE_FILE', undefined, 'The variable CA_PASSPHRASE_FILE: it is not set.'],
    [
      'CA_PASSPHRASE_FILE',
      'nowhere.txt',
      'The variable CA_PASSPHRASE_FILE: nowhere.txt cannot be read: it is not there.',
    ],
    ['CA_PASSPHRASE_FILE', 'empty.txt', 'The variable CA_PASSPHRASE_FILE: empty.txt is empty.'],
    ['PORT', '65536', 'The variable PORT: "65536" is no such number.'],
    ['LOG_LEVEL', 'loud', 'The variable LOG_LEVEL: "loud" is none.'],
    ['RECONCILE_MINUTES', '0', 'The variable RECONCILE_MINUTES: "0" is no such number.'],
    ['GHE_HOST', 'a b', 'The variable GHE_HOST: "a b" is no host.'],
    ['GHE_HOST', 'http://127.0.0.1:18080', 'The variable GHE_HOST: "http://127.0.0.1:18080" is no host.'],
    ['GHE_HOST', 'github.example.com/', 'The variable GHE_HOST: "github.example.com/" is no host.'],
    ['GHE_HOST', 'github.example.com:99999', 'The variable GHE_HOST: "github.example.com:99999" is no host.'],
    [
      'CERTIFICATE_REPOSITORY',
      'certificates',
      'The variable CERTIFICATE_REPOSITORY: "certificates" is not OWNER/NAME.',
    ],
  ])('is refused with %s=%s', (name, value, message) => {
    expect(() => read({ ...all, [name]: value })).toThrow(
      expect.objectContaining({ code: 'bad-environment', message, hint: expect.stringMatching(/^[SGW].*\.$/) }),
    );
  });
});
