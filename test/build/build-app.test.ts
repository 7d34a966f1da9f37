// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buildApp, type BuiltApp } from '../../src/build/build-app.js';
import { BuildError } from '../../src/build/build-error.js';
import { readCheckout } from '../../src/build/checkout.js';

let work: string;
let dir: string;
let said: string;
const open: BuiltApp[] = [];

const environment = { PATH: process.env.PATH, HOME: process.env.HOME, NPM_CONFIG_OFFLINE: 'true' };

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'build-test-'));
  dir = join(work, 'hello');
  mkdirSync(join(work, 'tmp'));
  said = '';
});

afterEach(() => {
  for (const built of open.splice(0)) built.dispose();
  expect(readdirSync(join(work, 'tmp'))).toEqual([]);
  rmSync(work, { recursive: true });
});

function write(files: Readonly<Record<string, unknown>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
}

function git(...words: string[]): void {
  execFileSync('git', ['-C', dir, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], { stdio: 'pipe' });
}

function commit(): void {
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'all');
}

async function build(extra: Readonly<Record<string, string>> = {}): Promise<BuiltApp> {
  const built = await buildApp({
    dir,
    environment: { ...environment, ...extra },
    output: (text) => {
      said += text;
    },
    temporary: join(work, 'tmp'),
  });
  open.push(built);
  return built;
}

async function errorOf(promise: Promise<unknown>): Promise<BuildError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BuildError);
  return error as BuildError;
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => !statSync(join(folder, path)).isDirectory())
    .toSorted();

/** An app whose build writes js/main.js, out of a package that npm installs from the folder beside it. */
const script = 'node build.cjs';
const buildable = {
  'appinfo/info.xml': '<info/>',
  '.gitignore': '/node_modules/\n/js/\n/vendor/\n',
  'build.cjs': `
    const { mkdirSync, writeFileSync } = require('node:fs');
    mkdirSync('js', { recursive: true });
    writeFileSync('js/main.js', require('greeting'));
    writeFileSync('js/environment.json', JSON.stringify(process.env));
    console.log('built with ü');`,
  'greeting/package.json': { name: 'greeting', version: '1.0.0', main: 'index.js' },
  'greeting/index.js': "module.exports = 'hello';",
  'package.json': { name: 'hello', scripts: { build: script }, devDependencies: { greeting: 'file:greeting' } },
  'package-lock.json': {
    name: 'hello',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'hello', devDependencies: { greeting: 'file:greeting' } },
      greeting: { version: '1.0.0', dev: true },
      'node_modules/greeting': { resolved: 'greeting', link: true },
    },
  },
};

describe('an app with a build script', () => {
  it('is built by npm ci and npm run build in a copy; the checkout stays as it was', async () => {
    write(buildable);
    commit();
    const before = filesIn(dir);
    const built = await build();
    expect(built.commands).toEqual(['npm ci --no-audit --no-fund', 'npm run build']);
    expect(readFileSync(join(built.dir, 'js/main.js'), 'utf8')).toBe('hello');
    expect(built.dir).not.toBe(dir);
    expect(built.findings).toEqual([]);
    expect(filesIn(dir)).toEqual(before);
    expect(said).toContain('$ npm run build\n');
    expect(said).toContain('built with ü');
  }, 60_000);

  it('does not get what an earlier build left in the checkout', async () => {
    write({ ...buildable, 'js/old.js': 'left over', 'node_modules/x/index.js': 'left over' });
    commit();
    expect(existsSync(join((await build()).dir, 'js/old.js'))).toBe(false);
  }, 60_000);

  it('sees no secret: no token, no key, no input of the Action, no file through which later steps could be changed', async () => {
    write(buildable);
    const secrets = {
      'INPUT_PRIVATE-KEY': 'secret',
      'INPUT_STORE-TOKEN': 'secret',
      GITHUB_TOKEN: 'secret',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret',
      ACTIONS_RUNTIME_TOKEN: 'secret',
      APP_PRIVATE_KEY: 'secret',
      NODE_AUTH_TOKEN: 'secret',
      GITHUB_ENV: '/secret',
      GITHUB_PATH: '/secret',
      GITHUB_OUTPUT: '/secret',
      NODE_OPTIONS: '--title=secret',
      npm_config__authToken: 'secret',
    };
    const built = await build({ ...secrets, LC_ALL: 'C.UTF-8', GITHUB_SHA: 'c0ffee', CI: 'true' });
    const seen = readFileSync(join(built.dir, 'js/environment.json'), 'utf8');
    expect(seen).not.toContain('secret');
    expect(JSON.parse(seen)).toMatchObject({ CI: 'true', LC_ALL: 'C.UTF-8', GITHUB_SHA: 'c0ffee' });
  }, 60_000);

  it('is built without npm ci where it needs no package', async () => {
    write({ 'package.json': { scripts: { build: 'echo done > built.txt' } } });
    const built = await build();
    expect(built.commands).toEqual(['npm run build']);
    expect(filesIn(built.dir)).toEqual(['built.txt', 'package.json']);
    expect(filesIn(dir)).toEqual(['package.json']);
  });

  it('that fails ends with the last 30 lines of what it said, and leaves nothing behind', async () => {
    const lines = "for (let n = 1; n <= 100; n++) console.error('line', n); process.exit(7)";
    write({ 'package.json': { scripts: { build: 'node fail.cjs' } }, 'fail.cjs': lines });
    const error = await errorOf(build());
    expect(error).toMatchObject({ code: 'command-failed', outcome: 'refused' });
    expect(error.message).toMatch(/^"npm run build" ended with status 7:\n/);
    expect(error.message).toContain('line 100');
    expect(error.message).not.toContain('line 60\n');
    expect(error.message.split('\n').length).toBeLessThanOrEqual(31);
    expect(error.hint).toContain('--no-build');
  });

  it('that asks something is not waited for', async () => {
    write({ 'package.json': { scripts: { build: 'cat && echo nobody answered' } } });
    await build();
    expect(said).toContain('nobody answered');
  });

  it('without a network is told so, and is no fault of the app', async () => {
    const lock = structuredClone(buildable['package-lock.json']) as { packages: Record<string, unknown> };
    lock.packages = {
      '': { name: 'hello', devDependencies: { greeting: '1.0.0' } },
      'node_modules/greeting': { version: '1.0.0', resolved: 'https://registry.invalid/greeting-1.0.0.tgz', dev: true },
    };
    write({
      'package.json': { name: 'hello', scripts: { build: script }, devDependencies: { greeting: '1.0.0' } },
      'package-lock.json': lock,
    });
    const error = await errorOf(build({ NPM_CONFIG_CACHE: join(work, 'empty-cache') }));
    expect(error).toMatchObject({ code: 'no-network', outcome: 'outside' });
    expect(error.message).toContain('could not reach the package registry');
    expect(error.hint).toContain('--no-build');
  }, 60_000);

  it.each([
    [{}, /there is no package-lock\.json/, /npm install/],
    [{ 'pnpm-lock.yaml': '' }, /pnpm-lock\.yaml says that it is built with pnpm/, /run pnpm first/],
    [{ 'yarn.lock': '' }, /yarn\.lock says that it is built with yarn/, /run yarn first/],
  ])('without a lock file of npm’s is refused %#', async (files, message, hint) => {
    write({ 'package.json': buildable['package.json'], ...files });
    const error = await errorOf(build());
    expect(error).toMatchObject({ code: 'no-lock-file', outcome: 'refused', file: 'package.json' });
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(hint);
  });

  it.each(['{', '[]', '"text"'])('whose package.json is %s is refused', async (text) => {
    write({ 'package.json': text });
    expect(await errorOf(build())).toMatchObject({ code: 'package-json-unreadable', outcome: 'refused' });
  });

  it('on a machine without npm is told so', async () => {
    write({ 'package.json': { scripts: { build: 'true' } } });
    const path = process.env.PATH;
    process.env.PATH = join(work, 'nowhere');
    try {
      expect(await errorOf(build())).toMatchObject({ code: 'program-missing', outcome: 'unusable' });
    } finally {
      process.env.PATH = path;
    }
  });
});

describe('the copy', () => {
  it('holds what git tracks or could track, as it lies there: names of any bytes, modes, links', async () => {
    const odd = Buffer.from([0x66, 0xff, 0x6f]);
    write({
      '.gitignore': '*.log\n',
      'a b/ü 🎉.txt': 'x',
      'run.sh': '#!/bin/sh',
      'noise.log': 'ignored',
      'gone.txt': '',
    });
    chmodSync(join(dir, 'run.sh'), 0o755);
    symlinkSync('../elsewhere', join(dir, 'link'));
    writeFileSync(Buffer.concat([Buffer.from(`${dir}/`), odd]), 'raw');
    commit();
    rmSync(join(dir, 'gone.txt'));
    write({ 'new.txt': 'not in git yet' });
    const built = await build();
    const names = readdirSync(built.dir, { encoding: 'buffer' }).map((name) => name.toString('latin1'));
    expect(names.toSorted()).toEqual(['.gitignore', 'a b', 'f\xffo', 'link', 'new.txt', 'run.sh']);
    expect(readdirSync(join(built.dir, 'a b'))).toEqual(['ü 🎉.txt']);
    expect(statSync(join(built.dir, 'run.sh')).mode & 0o111).toBe(0o111);
    expect(lstatSync(join(built.dir, 'link')).isSymbolicLink()).toBe(true);
  });

  it('says what no commit has', async () => {
    write({ 'kept.txt': '1', 'changed.txt': '1', 'gone.txt': '1' });
    commit();
    write({ 'changed.txt': '2', 'new.txt': '1' });
    rmSync(join(dir, 'gone.txt'));
    const [finding, ...more] = (await build()).findings;
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'build-uncommitted', severity: 'warning' });
    expect(finding!.message).toBe('The archive holds what no commit has: changed.txt, gone.txt, new.txt.');
  });

  it('of an app in a folder of a larger checkout holds that folder only, and judges nothing beside it', async () => {
    const top = dir;
    write({ 'apps/hello/appinfo/info.xml': '<info/>', 'other.txt': '1' });
    commit();
    write({ 'other.txt': 'changed', 'apps/hello/new.txt': '1' });
    dir = join(top, 'apps/hello');
    const built = await build();
    expect(filesIn(built.dir)).toEqual(['appinfo/info.xml', 'new.txt']);
    expect(built.findings.map(({ message }) => message)).toEqual(['The archive holds what no commit has: new.txt.']);
  });

  it('holds the files of a submodule, without its .git', async () => {
    write({ 'README.md': 'a library' });
    commit();
    const library = dir;
    dir = join(work, 'app');
    write({ 'appinfo/info.xml': '<info/>' });
    git('init', '--quiet');
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library, 'lib/hello');
    commit();
    const built = await build();
    expect(filesIn(built.dir)).toEqual(['.gitmodules', 'appinfo/info.xml', 'lib/hello/README.md']);
  });

  it('is not made of a folder that is no checkout and needs no build', async () => {
    write({ 'appinfo/info.xml': '<info/>' });
    const built = await build();
    expect(built.dir).toBe(dir);
    built.dispose();
    expect(existsSync(join(dir, 'appinfo/info.xml'))).toBe(true);
  });

  it('of a folder that is no checkout leaves node_modules behind', async () => {
    write({ 'package.json': { scripts: { build: 'true' } }, 'node_modules/x/index.js': '1', 'lib/a.php': '1' });
    expect(filesIn((await build()).dir)).toEqual(['lib/a.php', 'package.json']);
  });

  it('of a checkout that git cannot read is refused in git’s words', async () => {
    write({ 'appinfo/info.xml': '<info/>' });
    commit();
    write({ '.git/index': 'no index' });
    const error = await errorOf(build());
    expect(error).toMatchObject({ code: 'git-refused', outcome: 'unusable' });
    expect(error.message).toMatch(/git does not tell which files belong to .*: .*index file/);
    expect(error.hint).toContain('--no-build');
  });

  it('of a checkout that belongs to somebody else is refused with the command that mends it', async () => {
    write({ 'appinfo/info.xml': '<info/>' });
    commit();
    // git's own switch for its tests; the build's environment does not let it pass.
    const somebodyElse = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', GIT_CONFIG_NOSYSTEM: '1', HOME: work };
    const error = await errorOf(readCheckout(dir, { PATH: process.env.PATH ?? '', ...somebodyElse }));
    expect(error).toMatchObject({ code: 'git-refused', outcome: 'unusable' });
    expect(error.hint).toContain(`git config --global --add safe.directory ${dir}`);
  });

  it('that cannot be written says where', async () => {
    write({ 'package.json': { scripts: { build: 'true' } } });
    const order = { dir, environment, output: () => undefined, temporary: join(work, 'nowhere') };
    expect(await errorOf(buildApp(order))).toMatchObject({ code: 'copy-failed', outcome: 'outside' });
  });
});

describe('tools that are not run', () => {
  it('composer packages that are missing are a warning with the fix', async () => {
    write({
      'composer.json': { require: { php: '>=8.1', 'ext-json': '*', 'acme/lib': '^1' }, 'require-dev': { 'x/y': '1' } },
    });
    const [finding, ...more] = (await build()).findings;
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'build-composer-missing',
      severity: 'warning',
      message: 'composer.json requires acme/lib, and nothing is installed.',
    });
    expect(finding!.fix).toContain('composer install --no-dev');
  });

  it.each([
    ['nothing but platform packages', { require: { php: '>=8.1', 'ext-zip': '*', 'composer-runtime-api': '^2' } }, {}],
    ['packages that are there', { require: { 'acme/lib': '^1' } }, { 'vendor/autoload.php': '' }],
    [
      'packages in a folder of their own',
      { require: { 'acme/lib': '^1' }, config: { 'vendor-dir': 'lib/Vendor' } },
      { 'lib/Vendor/autoload.php': '' },
    ],
  ])('%s are nothing to say', async (_, composer, files) => {
    write({ 'composer.json': composer, ...files });
    expect((await build()).findings).toEqual([]);
  });

  it('krankerl.toml and Makefile are named', async () => {
    write({ 'krankerl.toml': '', Makefile: '' });
    const { findings } = await build();
    expect(findings.map(({ rule, severity, file }) => [rule, severity, file])).toEqual([
      ['build-tool-not-run', 'info', 'krankerl.toml'],
      ['build-tool-not-run', 'info', 'Makefile'],
    ]);
  });
});
