// SPDX-License-Identifier: MIT
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CaFolder } from '../../../ca/cli/ca-folder.js';
import { commands } from '../../../ca/cli/commands.js';
import { initAuthority } from '../../../ca/init-authority.js';
import { PemSigner } from '../../../ca/key/pem-signer.js';
import { Certificate } from '../../../common/certificate.js';
import { type Ran, runCommand } from '../../support/terminal.js';
import { hasTokens, pin, SoftTokens } from '../key/support/soft-token.js';
import { testAuthority, testFolder } from '../support/authority.js';

const { path: cwd, put } = testFolder();

async function ca(name: string, ...words: string[]): Promise<Ran> {
  return runCommand(await commands[name]!.load(), words, { cwd });
}

const crl = (folder: string, ...words: string[]) => ca('crl', '--repository', 'repo', '--ca', folder, ...words);
const file = (name: string) => readFileSync(join(cwd, name), 'utf8');

/** A folder with the authority of this test file, and a `ca.yml` of one's own. */
async function caFolder(name: string, configuration: string): Promise<string> {
  const { intermediate, bundle } = await testAuthority();
  mkdirSync(join(cwd, name));
  put(`${name}/intermediate.crt`, intermediate.toPem());
  put(`${name}/root.crt`, bundle);
  put(`${name}/ca.yml`, configuration);
  return name;
}

beforeAll(() => {
  mkdirSync(join(cwd, 'repo', 'authority'), { recursive: true });
  put('pin', `${pin}\n`);
  put('wrong-pin', '99887766');
  put('passphrase', 'correct horse');
});

describe('ca.yml', () => {
  it('names a key that fits the certificate, or the key is not used', async () => {
    const stranger = await initAuthority({ keyBits: 2048 });
    const folder = await caFolder('stranger', '# of somebody else\nkey: "other.key" # encrypted\n');
    put('stranger/other.key', stranger.encryptKey({ passphrase: 'correct horse', iterations: 1000 }));
    const { status, err } = await crl(folder, '--passphrase-file', 'passphrase');
    expect([status, err]).toEqual([2, expect.stringContaining('The key other.key is not the one of intermediate.crt')]);
  });

  it.each([
    ['an unknown setting', 'kee: x\n', 'ca.yml:1: there is no setting "kee"'],
    ['a number', 'profile: nextcloud-v1\nkey: 1\n', 'ca.yml:2: "key" has to be a text'],
    ['no profile', '# v1\nprofile: tls\n', 'ca.yml:2: "profile" has to be nextcloud-v1 or code-signing, not "tls"'],
    ['a list', 'key: [a]\n', '"key" has to be a text'],
    ['lists in lists', `key: ${'['.repeat(500)}\n`, 'nested too deeply'],
    ['a setting twice', 'key: a\nkey: b\n', 'ca.yml:2: this name is there for the second time'],
    ['a line that no setting takes', `key: ${'a'.repeat(2000)}\n`, 'characters'],
    ['a PIN', 'key: pkcs11:token=ca?pin-value=1234\n', 'pin-value'],
    ['half a URI', 'key: "pkcs11:token"\n', 'ca.yml: a part of it is not ATTRIBUTE=VALUE'],
    ['no library', 'key: pkcs11:token=ca\n', 'There is no PKCS#11 library'],
  ])('is refused with %s', async (what, text, why) => {
    const { status, err } = await crl(await caFolder(what, text), '--passphrase-file', 'pin');
    expect([status, err]).toEqual([2, expect.stringContaining(why)]);
    expect(err).not.toContain('1234');
  });

  it('has a profile, given or not, that is looked at before anybody is asked for a secret', async () => {
    const folder = await caFolder('no-profile', 'profile: code-signing\n');
    const open = new CaFolder(join(cwd, folder)).open(() => Promise.reject(new Error('asked')), 'tls');
    await expect(open).rejects.toMatchObject({ code: 'bad-usage' });
  });
});

(hasTokens ? describe : describe.skip)('a key in a token', () => {
  const tokens = new SoftTokens();
  const uri = (query = '') => tokens.uri('token=shop;object=intermediate', query);

  beforeAll(async () => {
    await tokens.use();
    tokens.add('shop');
    tokens.addKey('shop', 'intermediate', '01');
    tokens.addKey('shop', 'other', '02');
    const rootKey = ['--root-key', 'root.key', '--root-passphrase-file', 'passphrase'];
    const made = await ca('init', 'shop', '--key', uri(), '--passphrase-file', 'pin', '--key-bits', '2048', ...rootKey);
    expect(made).toMatchObject({ status: 0, err: '' });
  });

  it('gets an intermediate from init, and no key file', async () => {
    expect(file('shop/ca.yml')).toContain(`key: ${uri()}\n`);
    expect(() => statSync(join(cwd, 'shop/intermediate.key'))).toThrow('ENOENT');
    const [intermediate, root] = Certificate.allFromPem(file('shop/root.crt'));
    expect(intermediate!.isSignedBy(root!.publicKey)).toBe(true);
    const rootSigner = PemSigner.open(file('root.key'), 'correct horse');
    expect(rootSigner.publicKey.equals(root!.publicKey)).toBe(true);
    expect(statSync(join(cwd, 'root.key')).mode & 0o777).toBe(0o600);
    expect(file('shop/ca.yml') + file('shop/root.crt')).not.toContain(pin);
  });

  it('wants a passphrase for the root’s key that is not the PIN', async () => {
    const { status, err } = await ca('init', 'no', '--key', uri(), '--passphrase-file', 'pin', '--root-key', 'no.key');
    expect([status, err]).toEqual([2, expect.stringContaining('--root-passphrase-file')]);
    for (const name of ['no', 'no.key']) expect(() => statSync(join(cwd, name))).toThrow('ENOENT');
  });

  it('makes nothing where the key cannot be had', async () => {
    const init = (key: string, secret: string) => ca('init', 'no', '--key', key, '--passphrase-file', secret);
    expect(await init(uri(), 'wrong-pin')).toMatchObject({ status: 2, err: expect.stringContaining('PIN') });
    expect(await init(tokens.uri('token=shop;object=absent'), 'pin')).toMatchObject({ status: 2 });
    expect(await init('intermediate.key', 'pin')).toMatchObject({ status: 2, err: expect.stringContaining('pkcs11:') });
    expect(() => statSync(join(cwd, 'no'))).toThrow('ENOENT');
  });

  it('makes the list with the PIN from a file, a descriptor, or the file that the URI names', async () => {
    expect(await crl('shop', '--passphrase-file', 'pin')).toMatchObject({ status: 0 });
    const descriptor = openSync(join(cwd, 'pin'), 'r');
    expect(await crl('shop', '--passphrase-fd', String(descriptor))).toMatchObject({ status: 0 });
    closeSync(descriptor);
    const without = await crl('shop');
    expect(without).toMatchObject({
      status: 2,
      err: expect.stringContaining('The PIN of the token "shop" is missing'),
    });
    const configuration = file('shop/ca.yml');
    put('shop/ca.yml', configuration.replace(uri(), uri(`&pin-source=file:${join(cwd, 'pin')}`)));
    expect(await crl('shop')).toMatchObject({ status: 0 });
    expect(await crl('shop', '--passphrase-file', 'wrong-pin')).toMatchObject({ status: 2 });
    put('shop/ca.yml', configuration.replace(uri(), uri('&pin-source=file:/absent')));
    expect(await crl('shop')).toMatchObject({ status: 2, err: expect.stringContaining('/absent') });
    put('shop/ca.yml', configuration);
  });

  it('tells the PIN nowhere, whatever goes wrong', async () => {
    for (const format of ['text', 'json']) {
      const { status, out, err } = await crl('shop', '--passphrase-file', 'wrong-pin', '--format', format);
      expect(status).toBe(2);
      expect(out + err).not.toContain('99887766');
    }
  });

  it('that is another one than the certificate’s is not used', async () => {
    const configuration = file('shop/ca.yml');
    put('shop/ca.yml', configuration.replace('object=intermediate', 'object=other'));
    const { status, err } = await crl('shop', '--passphrase-file', 'pin');
    expect([status, err]).toEqual([2, expect.stringContaining('is not the one of intermediate.crt')]);
    put('shop/ca.yml', configuration);
    expect(await crl('shop', '--passphrase-file', 'pin')).toMatchObject({ status: 0 });
  });
});
