// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackageError } from '../../src/package/package-error.js';
import { stageApp } from '../../src/package/stage.js';
import { stageRules } from '../../src/package/stage-rules.js';
import { defaultRules, fixedRules } from '../../src/package/leave-out-rules.js';
import { needs } from '../support/needs.js';
import { infoXml, privateKey, scratch, writeTree, type Tree } from './app-tree.js';

const root = scratch();
const itMkfifo = needs('mkfifo', 'coreutils') ? it : it.skip;

function app(tree: Tree = {}): string {
  return writeTree(mkdtempSync(join(root, 'app-')), { ...infoXml, ...tree });
}
const chosen = (dir: string) => stageApp(dir).files.map(({ path }) => path);
const leftOut = (dir: string) => Object.fromEntries(stageApp(dir).leftOut.map(({ path, rule }) => [path, rule]));
const found = (dir: string) =>
  stageApp(dir).findings.map(
    ({ rule, severity, file }) => `${severity} ${rule}${file === undefined ? '' : ` ${file}`}`,
  );

describe('the safe defaults', () => {
  it('leave out what no app ships, each with the rule that did it', () => {
    const dir = app({
      '.git/config': '',
      'vendor/x/.git': 'gitdir: ../..',
      'lib/.svn/entries': '',
      '.hg/x': '',
      '.bzr/x': '',
      'CVS/Root': '',
      '.jj/x': '',
      'node_modules/x/index.js': '',
      'js/node_modules/y/index.js': '',
      'lib/App.php~': '',
      '.lib.swp': '',
      '.idea/x.xml': '',
      '.vscode/settings.json': '',
      '._info.xml': '',
      'lib/#App.php#': '',
      '.DS_Store': '',
      'img/Thumbs.db': '',
      '.directory': '',
      '.rnd': '',
      '.webapp': '',
      'x/nextcloud-init-sync.lock': '',
      '.webapp-nextcloud-25.0.1-r2': '',
      '.webapp-nextcloud-25.0.1\n': '',
      '.htaccess': '',
      'data/.HTACCESS': '',
      'js/.nextcloudignore': '',
      'krankerl.toml': '',
      'appinfo/signature.json': '{}',
      '.news.tar.gz.0123456789ab.unfinished': '',
      '.env': 'A=b',
      '.npmrc': '',
      'auth.json': '',
      'credentials.json': '',
      '.aws/credentials': '',
      'tests/.ssh/config': '',
      '.gnupg/trustdb.gpg': '',
      '.envrc': '',
      'data/.htpasswd': '',
      '.pypirc': '',
      'id_rsa.pub': '',
      'id_ecdsa.pub': '',
      'id_ed25519_work.pub': '',
      'docs/team.kdbx': '',
      'lib/App.php.swp': '',
      'App.swo': '',
      'npm-debug.log.1': '',
      'js/yarn-error.log': '',
      'yarn-debug.log': '',
      '.pnpm-debug.log': '',
      '.github/workflows/a.yml': '',
      '.gitignore': '',
      '.editorconfig': '',
      '.php-cs-fixer.dist.php': '',
    });
    expect(chosen(dir)).toEqual(['appinfo/info.xml']);
    expect(leftOut(dir)).toEqual({
      '.git/': 'version-control',
      'vendor/x/.git': 'version-control',
      'lib/.svn/': 'version-control',
      '.hg/': 'version-control',
      '.bzr/': 'version-control',
      'CVS/': 'version-control',
      '.jj/': 'version-control',
      'node_modules/': 'node-modules',
      'js/node_modules/': 'node-modules',
      'lib/App.php~': 'editor-litter',
      '.lib.swp': 'editor-litter',
      '.idea/': 'editor-litter',
      '.vscode/': 'editor-litter',
      '._info.xml': 'editor-litter',
      'lib/#App.php#': 'editor-litter',
      '.DS_Store': 'unhashed-name',
      'img/Thumbs.db': 'unhashed-name',
      '.directory': 'unhashed-name',
      '.rnd': 'unhashed-name',
      '.webapp': 'unhashed-name',
      'x/nextcloud-init-sync.lock': 'unhashed-name',
      '.webapp-nextcloud-25.0.1-r2': 'unhashed-name',
      '.webapp-nextcloud-25.0.1\n': 'unhashed-name',
      '.htaccess': 'htaccess',
      'data/.HTACCESS': 'htaccess',
      'js/.nextcloudignore': 'ignore-file',
      'krankerl.toml': 'krankerl-recipe',
      'appinfo/signature.json': 'old-signature',
      '.news.tar.gz.0123456789ab.unfinished': 'unfinished-archive',
      '.env': 'credentials',
      '.npmrc': 'credentials',
      'auth.json': 'credentials',
      'credentials.json': 'credentials',
      '.aws/': 'credentials',
      'tests/.ssh/': 'credentials',
      '.gnupg/': 'credentials',
      '.envrc': 'credentials',
      'data/.htpasswd': 'credentials',
      '.pypirc': 'credentials',
      'id_rsa.pub': 'credentials',
      'id_ecdsa.pub': 'credentials',
      'id_ed25519_work.pub': 'credentials',
      'docs/team.kdbx': 'credentials',
      'lib/App.php.swp': 'editor-litter',
      'App.swo': 'editor-litter',
      'npm-debug.log.1': 'debug-log',
      'js/yarn-error.log': 'debug-log',
      'yarn-debug.log': 'debug-log',
      '.pnpm-debug.log': 'debug-log',
      '.github/': 'development-file',
      '.gitignore': 'development-file',
      '.editorconfig': 'development-file',
      '.php-cs-fixer.dist.php': 'development-file',
    });
  });

  it('leave what only looks like it', () => {
    const kept = [
      '.directory/x',
      '.webapp-nextcloud-25.0',
      'CVS',
      'build/x.js',
      'core/x',
      'git/x',
      'js/krankerl.toml',
      'lib/auth.json',
      'lib/credentials.json',
      'lib/ssh/aws.php',
      'npm-debug.txt',
      'signature.json',
      'sub/appinfo/signature.json',
      'tests/x.php',
      'thumbs.db',
    ];
    expect(chosen(app(Object.fromEntries(kept.map((path) => [path, '']))))).toEqual(
      [...kept, 'appinfo/info.xml'].sort(),
    );
  });

  it('can be taken back where that is harmless, and not where it is not', () => {
    const dir = app({
      '.nextcloudignore': '!*\n!.git\n!.htaccess\n!node_modules\n!.env\n',
      '.git/config': '',
      '.htaccess': '',
      'node_modules/x.js': '',
      '.env': '',
      'my.key': privateKey,
      'notes.txt': privateKey,
      '.DS_Store': '',
      'appinfo/signature.json': '{}',
      '.github/x': '',
    });
    expect(chosen(dir)).toEqual(['.env', '.github/x', 'appinfo/info.xml', 'node_modules/x.js']);
    expect(stageApp(dir).files.find(({ path }) => path === '.env')?.rule).toBe('.nextcloudignore:5');
  });

  it('can be taken back where they only guess at a secret', () => {
    const secrets = [
      '.aws/config',
      '.ssh/known_hosts',
      '.gnupg/x',
      '.envrc',
      '.htpasswd',
      '.pypirc',
      'credentials.json',
    ];
    const litter = ['id_rsa.pub', 'id_ecdsa.pub', 'id_ed25519.pub', 'x.kdbx', 'x.swp', 'npm-debug.log'];
    const publicKey = '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n';
    const tree = { ...Object.fromEntries([...secrets, ...litter].map((path) => [path, ''])), 'x.p12': publicKey };
    expect(chosen(app(tree))).toEqual(['appinfo/info.xml']);
    expect(chosen(app({ ...tree, '.nextcloudignore': '!*' }))).toEqual(
      [...Object.keys(tree), 'appinfo/info.xml'].sort(),
    );
  });

  it('leave development files to whoever has a .nextcloudignore at the top', () => {
    expect(chosen(app({ '.nextcloudignore': '', '.github/x': '' }))).toEqual(['.github/x', 'appinfo/info.xml']);
    expect(chosen(app({ 'js/.nextcloudignore': '', '.github/x': '' }))).toEqual(['appinfo/info.xml']);
  });

  it('tell which line of which ignore file left a file out, and which took it back', () => {
    const dir = app({
      '.nextcloudignore': '# docs\n*.md\n',
      'js/.nextcloudignore': '!README.md',
      'README.md': '',
      'js/README.md': '',
    });
    expect(leftOut(dir)).toMatchObject({ 'README.md': '.nextcloudignore:2' });
    expect(stageApp(dir).files.find(({ path }) => path === 'js/README.md')?.rule).toBe('js/.nextcloudignore:1');
  });

  it('have an id of their own each', () => {
    const ids = [...fixedRules, ...defaultRules, ...stageRules].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('private keys', () => {
  it('are left out by name and by content, with a loud warning', () => {
    const names = [
      'app.key',
      'cert.pem',
      'deep/er/id_rsa',
      'id_ed25519',
      'id_ecdsa_work',
      'keys.p12',
      'certificate.pfx',
      '.env',
      'notes.txt',
      'README.md',
      'config/secret',
      'putty',
    ];
    const dir = app({
      ...Object.fromEntries(names.map((name) => [name, privateKey])),
      'app.key': Buffer.from([0x30, 0x82, 1]),
      'keys.p12': '',
      'certificate.pfx': Buffer.from([0x30, 0x82, 1]),
      'README.md': `# Test\n\n    ${privateKey}`,
      putty: 'PuTTY-User-Key-File-3: ssh-rsa\n',
    });
    expect(chosen(dir)).toEqual(['appinfo/info.xml']);
    expect(found(dir).sort()).toEqual(names.map((name) => `warning stage-private-key-left-out ${name}`).sort());
  });

  it('are not seen where there are none', () => {
    const harmless: Tree = {
      'ca.pem': '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
      'public.key': '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n',
      'docs.md': 'Your key begins with -----BEGIN PRIVATE KEY----- and is to be kept secret.',
      'PKCS8.txt': '\'-----BEGIN RSA PRIVATE KEY-----\' . "\\r\\n" . chunk_split($key)',
    };
    const dir = app(harmless);
    expect(chosen(dir)).toEqual([...Object.keys(harmless), 'appinfo/info.xml'].sort());
    expect(found(dir)).toEqual([]);
  });

  it('nobody is told of those that he has left out himself', () => {
    expect(found(app({ '.nextcloudignore': '*.key', 'app.key': privateKey }))).toEqual([]);
  });
});

describe('links and other files', () => {
  it('that lead to a file of the app are packed as that file', () => {
    const dir = app({ 'js/main.js': 'x' });
    symlinkSync('main.js', join(dir, 'js/link.js'));
    expect(stageApp(dir).files.find(({ path }) => path === 'js/link.js')).toMatchObject({
      source: join(dir, 'js/main.js'),
      size: 1,
    });
    expect(found(dir)).toEqual(['warning stage-link-packed-as-file js/link.js']);
  });

  it('that lead elsewhere are errors', () => {
    const dir = app({ 'js/main.js': '' });
    symlinkSync('/etc/hostname', join(dir, 'absolute'));
    symlinkSync('../..', join(dir, 'js/up'));
    symlinkSync('.', join(dir, 'itself'));
    symlinkSync('js', join(dir, 'folder'));
    symlinkSync('nothing', join(dir, 'broken'));
    symlinkSync('loop', join(dir, 'loop'));
    expect(found(dir).sort()).toEqual([
      'error stage-link-broken broken',
      'error stage-link-broken loop',
      'error stage-link-leaves-app absolute',
      'error stage-link-leaves-app js/up',
      'error stage-link-to-folder folder',
      'error stage-link-to-folder itself',
    ]);
  });

  it('are no way around a rule', () => {
    const dir = app({ '.git/config': '', 'app.key': privateKey });
    symlinkSync('.git/config', join(dir, 'config'));
    symlinkSync('app.key', join(dir, 'harmless.php'));
    expect(leftOut(dir)).toMatchObject({ config: 'version-control', 'harmless.php': 'private-key' });
  });

  it('that an ignore file leaves out are not looked at', () => {
    const dir = app({ '.nextcloudignore': '/out' });
    symlinkSync('/', join(dir, 'out'));
    expect(found(dir)).toEqual([]);
  });

  it('a link that is called .nextcloudignore is not followed', () => {
    const dir = app({ rules: '*' });
    symlinkSync('rules', join(dir, '.nextcloudignore'));
    expect(chosen(dir)).toEqual(['appinfo/info.xml', 'rules']);
  });

  itMkfifo('a pipe is an error', () => {
    const dir = app();
    execFileSync('mkfifo', [join(dir, 'pipe')]);
    expect(found(dir)).toEqual(['error stage-special-file pipe']);
  });

  itMkfifo('a pipe that is left out is not read', () => {
    const dir = app();
    execFileSync('mkfifo', [join(dir, '.env')]);
    expect(leftOut(dir)).toEqual({ '.env': 'credentials' });
  });
});

describe('names', () => {
  it('that are not UTF-8 are errors, unless they are left out', () => {
    const dir = app();
    writeFileSync(Buffer.concat([Buffer.from(`${dir}/caf`), Buffer.from([0xe9])]), '');
    expect(found(dir)).toEqual(['error stage-name-not-utf8 caf\ufffd']);
    writeFileSync(join(dir, '.nextcloudignore'), Buffer.from([0x63, 0x61, 0x66, 0xe9]));
    expect(found(dir)).toEqual([]);
    expect(leftOut(dir)).toMatchObject({ 'caf\ufffd': '.nextcloudignore:1' });
  });

  it('may hold U+FFFD itself', () => {
    expect(chosen(app({ 'a\ufffdb': '' }))).toEqual(['appinfo/info.xml', 'a\ufffdb']);
  });

  it('stand in the order of their bytes, which is not that of UTF-16', () => {
    const names = ['a.b', 'a/b', 'a0', 'z', 'é', '\uff5e', '\u{1f600}'];
    expect(chosen(app(Object.fromEntries([...names].reverse().map((name) => [name, '']))))).toEqual([
      'a.b',
      'a/b',
      'a0',
      'appinfo/info.xml',
      'z',
      'é',
      '\uff5e',
      '\u{1f600}',
    ]);
  });

  it('that collide where case or normalisation does not count are errors', () => {
    const dir = app({
      'js/Main.js': '',
      'js/main.js': '',
      'Lib/a': '',
      'lib/b': '',
      'lib/c': '',
      'lib/d/e': '',
      'caf\u00e9': '',
      'cafe\u0301': '',
    });
    expect(found(dir)).toEqual([
      'error stage-case-collision caf\u00e9',
      'error stage-case-collision js/main.js',
      'error stage-case-collision lib',
    ]);
  });

  it('with control characters or a backslash are warned of', () => {
    expect(found(app({ 'a\nb': '', 'a\\b': '' }))).toEqual([
      'warning stage-name-control-character a\nb',
      'warning stage-name-backslash a\\b',
    ]);
  });

  it('stand in messages without their control characters, and in `file` as they are', () => {
    const dir = app({ 'a\nB': '', 'a\nb': '' });
    symlinkSync('/\x1b[2J', join(dir, 'x\ny'));
    mkdirSync(join(root, 'out\x1bside'));
    symlinkSync(join(root, 'out\x1bside'), join(dir, 'z'));
    const { findings } = stageApp(dir);
    const messages = Object.fromEntries(findings.map(({ rule, message }) => [rule, message]));
    expect(messages).toMatchObject({
      'stage-case-collision':
        'a\\x0ab and a\\x0aB in the same folder differ only by case or by how accents are written.',
      'stage-link-leaves-app': `The symbolic link leads out of the app, to ${join(root, 'out')}\\x1bside.`,
    });
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'stage-link-broken', file: 'x\ny' }));
    expect(() => stageApp(join(root, 'no\nwhere'))).toThrow('no\\x0awhere cannot be read');
  });

  it('that the server’s unpacker takes for an attack are errors', () => {
    expect(found(app({ 'a../b': '', 'c:/d': '', 'f..\\g': '' }))).toEqual([
      'error stage-name-malicious a../b',
      'error stage-name-malicious f..\\g',
      'warning stage-name-backslash f..\\g',
    ]);
  });

  it('that are too long are errors', () => {
    const long = `${`${'d'.repeat(200)}/`.repeat(11)}x`;
    expect(found(app({ [long]: '', [long.slice(402)]: '' }))).toEqual([`error stage-name-too-long ${long}`]);
  });
});

describe('stageApp', () => {
  it('keeps the executable bit of the owner and nothing else', () => {
    const dir = app({ a: '', b: '', c: '' });
    for (const [name, mode] of [
      ['a', 0o700],
      ['b', 0o666],
      ['c', 0o4755],
    ] as const)
      chmodSync(join(dir, name), mode);
    const modes = Object.fromEntries(stageApp(dir).files.map(({ path, mode }) => [path, mode]));
    expect(modes).toMatchObject({ a: 0o755, b: 0o644, c: 0o755 });
  });

  it('leaves out what is about to be written, by whatever way it is named', () => {
    const dir = app({ 'build/news.tar.gz': 'old' });
    symlinkSync(dir, join(root, 'by-link'));
    const { files, leftOut: left } = stageApp(dir, { outputs: [join(root, 'by-link/build/news.tar.gz')] });
    expect(files.map(({ path }) => path)).toEqual(['appinfo/info.xml']);
    expect(left).toContainEqual({ path: 'build/news.tar.gz', rule: 'output-archive' });
  });

  it('refuses an app without info.xml, and core/signature.json', () => {
    const dir = writeTree(mkdtempSync(join(root, 'app-')), { 'core/signature.json': '' });
    expect(found(dir)).toEqual([
      'error stage-no-info-xml appinfo/info.xml',
      'error stage-core-signature core/signature.json',
    ]);
  });

  it('takes rules of others', () => {
    const rule = {
      id: 'no-tabs',
      severity: 'error' as const,
      message: 'No.',
      fix: 'Rename it.',
      source: 'test',
      check: ({ files }: { files: readonly { path: string }[] }) => files.map(({ path }) => ({ file: path })),
    };
    expect(stageApp(app(), { rules: [rule] }).findings).toMatchObject([{ rule: 'no-tabs', file: 'appinfo/info.xml' }]);
  });

  it('says what cannot be read', () => {
    expect(codeOf(() => stageApp(join(root, 'nowhere')))).toBe('folder-unreadable');
    expect(codeOf(() => stageApp(join(app(), 'appinfo/info.xml')))).toBe('folder-unreadable');
    const dir = app({ '.nextcloudignore': '' });
    truncateSync(join(dir, '.nextcloudignore'), 1024 * 1024 + 1);
    expect(codeOf(() => stageApp(dir))).toBe('ignore-file-too-large');
  });

  it('is not misled by a folder of many levels', () => {
    const dir = app({ [`${'a/'.repeat(900)}b`]: '', [`${'b/'.repeat(99)}b`]: '' });
    expect(chosen(dir)).toHaveLength(3);
    expect(found(dir)).toEqual([`error stage-name-too-long ${'a/'.repeat(900)}b`]);
  });
});

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    return error instanceof PackageError ? error.code : String(error);
  }
  return undefined;
}
