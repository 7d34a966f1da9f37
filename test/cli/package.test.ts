// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { packageCommand } from '../../src/cli/package.js';
import { needs } from '../support/needs.js';
import { program } from '../support/program.js';
import { runCommand } from '../support/terminal.js';
import { certify, infoXml, sharedAuthority } from '../support/world.js';

const run = program('nextcloud-release');
const itTar = needs('tar', 'tar') ? it : it.skip;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-test-'));
  mkdirSync(join(folder, 'app', 'appinfo'), { recursive: true });
  writeFileSync(join(folder, 'app', 'appinfo', 'info.xml'), infoXml());
  writeFileSync(join(folder, 'app', 'index.php'), '<?php\n');
  writeFileSync(join(folder, 'app', '.nextcloudignore'), 'notes/\n');
  mkdirSync(join(folder, 'app', 'notes'));
  writeFileSync(join(folder, 'app', 'notes', 'x'), 'x');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function keys(): Promise<string[]> {
  const { key, certificate } = await certify('news');
  const { bundle } = await sharedAuthority();
  writeFileSync(join(folder, 'key'), key.export({ type: 'pkcs1', format: 'pem' }));
  writeFileSync(join(folder, 'crt'), certificate.toPem());
  writeFileSync(join(folder, 'trust'), bundle);
  return ['--key', join(folder, 'key'), '--certificate', join(folder, 'crt'), '--trust', join(folder, 'trust')];
}

describe('package', () => {
  itTar('packs exactly what --list shows, and says so as one JSON document', async () => {
    const out = join(folder, 'news.tar.gz');
    const listed = await run('package', join(folder, 'app'), '--list', '--format', 'json');
    const { files } = JSON.parse(listed.out) as { files: { path: string }[] };
    const ended = await run('package', join(folder, 'app'), '-o', out, '--format', 'json', ...(await keys()));
    expect(ended.status).toBe(0);
    const report = JSON.parse(ended.out) as Record<string, unknown>;
    expect(report).toMatchObject({
      archive: out,
      files: files.length + 1,
      signed: true,
      size: readFileSync(out).length,
    });
    const names = execFileSync('tar', ['-tzf', out], { encoding: 'utf8' }).trimEnd().split('\n');
    expect(names).toEqual([...files.map(({ path }) => `news/${path}`), 'news/appinfo/signature.json']);
  });

  it('makes the same bytes in another folder, with other times and another umask', async () => {
    const signing = await keys();
    cpSync(join(folder, 'app'), join(folder, 'copy'), { recursive: true });
    utimesSync(join(folder, 'copy', 'index.php'), 1, 1);
    await run('package', join(folder, 'app'), '-o', join(folder, 'a.tar.gz'), ...signing);
    const before = process.umask(0o077);
    try {
      await run('package', join(folder, 'copy'), '-o', join(folder, 'b.tar.gz'), ...signing);
    } finally {
      process.umask(before);
    }
    expect(readFileSync(join(folder, 'b.tar.gz')).equals(readFileSync(join(folder, 'a.tar.gz')))).toBe(true);
  });

  it('leaves no archive where the store would refuse the app', async () => {
    writeFileSync(join(folder, 'app', 'appinfo', 'info.xml'), infoXml().replace('agpl', 'GPL-3.0'));
    const ended = await run('package', join(folder, 'app'), '-o', join(folder, 'news.tar.gz'));
    expect(ended.status).toBe(1);
    expect(ended.err).toContain('appinfo/info.xml:8');
    expect(readdirSync(folder)).toEqual(['app']);
  });

  it('takes an issuer that is not trusted for a warning, a foreign key for an error', async () => {
    const [, key = '', , certificate = ''] = await keys();
    const out = join(folder, 'news.tar.gz');
    const untrusted = await run(
      'package',
      join(folder, 'app'),
      '-o',
      out,
      '--key',
      key,
      '--certificate',
      certificate,
      '--format',
      'json',
    );
    expect(untrusted.status).toBe(0);
    expect((JSON.parse(untrusted.out) as { findings: { rule: string; severity: string }[] }).findings).toContainEqual(
      expect.objectContaining({ rule: 'certificate-not-trusted', severity: 'warning' }),
    );
    writeFileSync(key, (await certify('news')).key.export({ type: 'pkcs8', format: 'pem' }));
    rmSync(out);
    const foreign = await run(
      'package',
      join(folder, 'app'),
      '-o',
      out,
      '--key',
      key,
      '--certificate',
      certificate,
      '--format',
      'json',
    );
    expect([foreign.status, existsSync(out)]).toEqual([1, false]);
    expect(JSON.parse(foreign.out)).toMatchObject({ ok: false, error: { code: 'key-mismatch' } });
  });

  it('says in words that there is no such folder for the archive', async () => {
    const out = join(folder, 'nope', 'x.tar.gz');
    const { status, err } = await runCommand(packageCommand, [join(folder, 'app'), '-o', out, '--no-build']);
    expect([status, err]).toEqual([2, expect.stringContaining(`${out} cannot be written: there is no such folder.`)]);
  });

  it('never prints a key that cannot be read', async () => {
    writeFileSync(join(folder, 'key'), '-----BEGIN PRIVATE KEY-----\nc2VjcmV0c2VjcmV0\n-----END PRIVATE KEY-----\n');
    const [, , ...rest] = await keys().then((all) => {
      writeFileSync(join(folder, 'key'), '-----BEGIN PRIVATE KEY-----\nc2VjcmV0c2VjcmV0\n-----END PRIVATE KEY-----\n');
      return all;
    });
    const ended = await run(
      'package',
      join(folder, 'app'),
      '-o',
      join(folder, 'x.tar.gz'),
      '--key',
      join(folder, 'key'),
      ...rest,
    );
    expect(ended.status).toBe(2);
    expect(ended.out + ended.err).not.toContain('c2VjcmV0');
  });
});

describe('usage', () => {
  it.each([
    [['package', '.', '--frobnicate'], 'frobnicate'],
    [['package', '.'], '--output'],
    [['nonsense'], 'nonsense'],
    [['sign'], 'missing'],
    [['release', '--key', 'k', '--certificate', 'c'], '--github or --url'],
  ])('%j ends with 2 and says what is wrong', async (words, what) => {
    const ended = await run(...words);
    expect([ended.status, ended.out]).toEqual([2, '']);
    expect(ended.err).toContain(what);
    expect(ended.err).toContain('fix: ');
  });

  it('gives help for every command', async () => {
    const { out } = await run('--help');
    const names = [...out.matchAll(/^ {2}(\w[\w-]*(?: [\w-]+)?) {2,}/gm)].map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) expect(await run(...name.split(' '), '--help')).toMatchObject({ status: 0, err: '' });
  });
});

it('init writes a workflow once, and leaves one that is there alone', async () => {
  const file = join(folder, 'app', '.github', 'workflows', 'release.yml');
  expect((await run('init', join(folder, 'app'), '--action', `o/n@${'a'.repeat(40)}`)).status).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain(`uses: o/n@${'a'.repeat(40)}`);
  writeFileSync(file, 'mine');
  expect((await run('init', join(folder, 'app'))).status).toBe(2);
  expect(readFileSync(file, 'utf8')).toBe('mine');
});
