// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Certificate } from '../../common/certificate.js';
import { readPrivateKey } from '../../common/private-key.js';
import { IntegrityError } from '../../src/integrity/integrity-error.js';
import { signFolder } from '../../src/integrity/sign-folder.js';
import { needs } from '../support/needs.js';
import { goldenPaths, makeGoldenTree } from './fixtures/golden-tree.js';
import { thrown } from './support/thrown.js';
import { type Files, sha512, temporaryFolder, writeTree } from './support/tree.js';

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const key = readPrivateKey(fixture('throw-away-test-key.pem').toString());
const certificate = Certificate.fromPem(fixture('golden.crt').toString());
const parent = temporaryFolder();
const app = { 'appinfo/info.xml': '<info/>' };

const hashesIn = (file: string): Record<string, string> =>
  (JSON.parse(readFileSync(file, 'utf8')) as { hashes: Record<string, string> }).hashes;

function refusal(root: string, kind: 'app' | 'core' = 'app'): IntegrityError {
  try {
    signFolder(root, kind, key, certificate);
  } catch (error) {
    if (error instanceof IntegrityError) return error;
    throw error;
  }
  throw new Error(`${root} was signed`);
}

describe('signing an app’s folder', () => {
  it('writes what PHP writes over the same folder', () => {
    const root = writeTree(parent, app);
    makeGoldenTree(root);
    const signed = signFolder(root, 'app', key, certificate);
    expect(signed).toEqual({ file: join(root, 'appinfo/signature.json'), files: goldenPaths.length, findings: [] });
    expect(readFileSync(signed.file).equals(fixture('golden.signature.json'))).toBe(true);
  });

  it('replaces an older signature, which is not signed itself', () => {
    const root = writeTree(parent, { ...app, 'appinfo/signature.json': 'old', 'a.txt': 'a' });
    const { file } = signFolder(root, 'app', key, certificate);
    const again = readFileSync(file);
    expect(hashesIn(file)).toEqual({ 'a.txt': sha512('a'), 'appinfo/info.xml': sha512('<info/>') });
    signFolder(root, 'app', key, certificate);
    expect(readFileSync(file).equals(again)).toBe(true);
  });

  it('hashes files of every size around the size of its pieces', () => {
    const sizes = [0, 1, 262_143, 262_144, 262_145, 524_288, 1_000_000];
    const files: Files = Object.fromEntries(sizes.map((size) => [`size-${size}`, Buffer.alloc(size, 'x')]));
    const { file } = signFolder(writeTree(parent, { ...app, ...files }), 'app', key, certificate);
    expect(hashesIn(file)).toMatchObject(
      Object.fromEntries(sizes.map((size) => [`size-${size}`, sha512(Buffer.alloc(size, 'x'))])),
    );
  });

  it('passes over empty folders and what a killed run has left behind', () => {
    const left = 'appinfo/.signature.json.0123456789ab.unfinished';
    const root = writeTree(parent, { ...app, [left]: 'half' });
    mkdirSync(join(root, 'empty/inside'), { recursive: true });
    expect(signFolder(root, 'app', key, certificate).files).toBe(1);
    expect(existsSync(join(root, left))).toBe(false);
    expect(readdirSync(join(root, 'appinfo')).toSorted()).toEqual(['info.xml', 'signature.json']);
  });

  it('signs .htaccess, as the server does, and says what becomes of it (nextcloud/server#9765)', () => {
    const root = writeTree(parent, { ...app, 'lib/.htaccess': 'Deny from all\n' });
    const { findings, file } = signFolder(root, 'app', key, certificate);
    expect(findings).toMatchObject([{ rule: 'integrity-htaccess', severity: 'warning', file: 'lib/.htaccess' }]);
    expect(hashesIn(file)).toHaveProperty(['lib/.htaccess']);
  });

  it('leaves out names that servers leave out, with a word', () => {
    const root = writeTree(parent, { ...app, 'img/.DS_Store': '' });
    const { findings, files } = signFolder(root, 'app', key, certificate);
    expect(files).toBe(1);
    expect(findings).toMatchObject([{ rule: 'integrity-unhashed-name', severity: 'warning', file: 'img/.DS_Store' }]);
  });
});

describe('what cannot be verified is refused in words, and nothing is written', () => {
  const untouched = (root: string): void => {
    expect(readFileSync(join(root, 'appinfo/signature.json'), 'utf8')).toBe('old');
    expect(readdirSync(join(root, 'appinfo')).filter((name) => name.includes('unfinished'))).toEqual([]);
  };
  const signedOnce = { ...app, 'appinfo/signature.json': 'old' };

  it('symbolic links, wherever they lead', () => {
    const root = writeTree(parent, signedOnce);
    symlinkSync('appinfo/info.xml', join(root, 'file'));
    symlinkSync('appinfo', join(root, 'folder'));
    symlinkSync('nowhere', join(root, 'broken'));
    const { code, findings } = refusal(root);
    expect(code).toBe('unsignable');
    expect(findings.map(({ rule, file }) => `${rule} ${file}`).toSorted()).toEqual([
      'integrity-symbolic-link broken',
      'integrity-symbolic-link file',
      'integrity-symbolic-link folder',
    ]);
    untouched(root);
  });

  it('names that are no UTF-8', () => {
    const root = writeTree(parent, signedOnce);
    writeFileSync(Buffer.concat([Buffer.from(`${root}/caf`), Buffer.of(0xe9)]), '');
    expect(refusal(root)).toMatchObject({ findings: [{ rule: 'integrity-name-not-utf8', file: 'caf\\xe9' }] });
    untouched(root);
  });

  it('top-level names that PHP takes for numbers', () => {
    const root = writeTree(parent, { ...signedOnce, '9': '', '1e1': '', ' 7': '', 'a/9': '' });
    expect(
      refusal(root)
        .findings.map(({ file }) => file)
        .toSorted(),
    ).toEqual([' 7', '1e1', '9']);
    untouched(root);
  });

  it('core/signature.json in an app, and appinfo/signature.json in a server', () => {
    const root = writeTree(parent, { ...signedOnce, 'core/signature.json': '{}' });
    expect(refusal(root)).toMatchObject({
      findings: [{ rule: 'integrity-misplaced-signature', file: 'core/signature.json' }],
    });
    expect(refusal(root, 'core')).toMatchObject({
      findings: [{ rule: 'integrity-misplaced-signature', file: 'appinfo/signature.json' }],
    });
    untouched(root);
  });

  const itPipe = needs('mkfifo', 'coreutils') ? it : it.skip;
  itPipe('pipes, without waiting for them', () => {
    const root = writeTree(parent, signedOnce);
    execFileSync('mkfifo', [join(root, 'pipe')]);
    expect(refusal(root)).toMatchObject({ findings: [{ rule: 'integrity-special-file', file: 'pipe' }] });
    untouched(root);
  });

  it('a folder that is no app', () => {
    const root = writeTree(parent, { 'a.txt': '' });
    expect(refusal(root)).toMatchObject({
      code: 'folder-unreadable',
      message: `Directory ${root}/appinfo does not exist.`,
    });
  });

  it('a place where no file can be written', () => {
    const root = writeTree(parent, { ...app, 'appinfo/signature.json/x': '' });
    expect(thrown(() => signFolder(root, 'app', key, certificate))).toMatchObject({
      code: 'output-unwritable',
      outcome: 'unusable',
    });
    expect(readdirSync(join(root, 'appinfo')).toSorted()).toEqual(['info.xml', 'signature.json']);
  });

  // Root may read everything.
  (process.getuid?.() === 0 ? it.skip : it)('a file that may not be read', () => {
    const root = writeTree(parent, { ...signedOnce, secret: '' });
    chmodSync(join(root, 'secret'), 0);
    expect(refusal(root)).toMatchObject({ code: 'file-unreadable', file: `${root}/secret` });
    untouched(root);
  });
});

describe('signing a server', () => {
  it('leaves out what is no part of core, and hashes .htaccess above its marker', () => {
    const marker = '#### DO NOT CHANGE ANYTHING ABOVE THIS LINE ####';
    const root = writeTree(parent, {
      'core/js/core.js': 'js',
      'index.php': 'php',
      'config/config.php': 'secret',
      'data/file': 'x',
      'updater/index.php': 'x',
      'lib/config/a.php': 'a',
      '.htaccess': `above\n${marker}\nbelow`,
      'core/.htaccess': `above\n${marker}\nbelow`,
    });
    const { file, files, findings } = signFolder(root, 'core', key, certificate);
    expect([file, files, findings]).toEqual([join(root, 'core/signature.json'), 5, []]);
    expect(hashesIn(file)).toEqual({
      '.htaccess': sha512('above\n'),
      'core/.htaccess': sha512(`above\n${marker}\nbelow`),
      'core/js/core.js': sha512('js'),
      'index.php': sha512('php'),
      'lib/config/a.php': sha512('a'),
    });
  });
});
