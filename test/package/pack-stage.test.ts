// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { createCipheriv, createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { list } from 'tar';
import { PackageError } from '../../src/package/package-error.js';
import { packStage, type PackedArchive, type PackOptions } from '../../src/package/pack-stage.js';
import { stageApp } from '../../src/package/stage.js';
import { needs } from '../support/needs.js';
import { infoXml, privateKey, scratch, writeTree, type Tree } from './app-tree.js';

const root = scratch();
const itTar = needs('tar', 'tar') ? it : it.skip;
const itPear = needs('php', 'php-cli') && needs('pear', 'php-pear') ? it : it.skip;
const itPython = needs('python3', 'python3') ? it : it.skip;
const itLinux = existsSync('/dev/full') ? it : it.skip;

const empty = () => mkdtempSync(join(root, 'dir-'));
const app = (tree: Tree = {}) => writeTree(empty(), { ...infoXml, ...tree });

async function pack(dir: string, options: Partial<PackOptions> = {}): Promise<PackedArchive> {
  const out = options.out ?? join(empty(), 'news.tar.gz');
  return packStage(stageApp(dir, { outputs: [out] }), { appId: 'news', ...options, out });
}

async function failure(promise: Promise<unknown>): Promise<PackageError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof PackageError) return error;
  throw new Error('no PackageError', { cause: error });
}

const fromEnd = (length: number, prefix = '') => `${prefix}${'x'.repeat(length - prefix.length - 'news/'.length)}`;
/** Names around the 100 bytes of a header, the cut inside a folder's name and right behind one, long beyond ASCII, sizes around a block. */
const awkward: Tree = {
  'img/logo.png': Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 256)),
  empty: '',
  block: 'b'.repeat(512),
  'block-and-one': 'b'.repeat(513),
  [fromEnd(99)]: '99',
  [fromEnd(100)]: '100',
  [fromEnd(101)]: '101',
  [`${'d'.repeat(120)}/file.php`]: 'cut inside a folder’s name',
  [`${'d'.repeat(94)}/file.php`]: 'cut right behind a folder’s name',
  [`${'d'.repeat(93)}/f/${'e'.repeat(90)}/${'g'.repeat(200)}.php`]: 'long all over',
  'l10n/Überschrift – 日本語 😀.json': 'beyond ASCII',
  [`l10n/${'日本語'.repeat(20)}.json`]: 'beyond ASCII and 100 bytes',
  [`${'ä'.repeat(47)}a${'ü'.repeat(20)}`]: 'cut inside a character',
  'odd/"quotes" \\ <>&\' and blanks ': 'odd',
  'odd/line\nend\ttab': 'odd',
  'odd/-rf': 'odd',
  'odd/...': 'odd',
};

function filesBelow(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort();
}

function expectUnpacked(dir: string, tree: Tree): void {
  expect(filesBelow(dir)).toEqual(
    Object.keys(tree)
      .map((path) => `news/${path}`)
      .sort(),
  );
  for (const [path, content] of Object.entries(tree)) {
    expect([path, readFileSync(join(dir, 'news', path)).equals(Buffer.from(content))]).toEqual([path, true]);
  }
}

describe('packStage', () => {
  const sign = (hashes: ReadonlyMap<string, string>) => Buffer.from(JSON.stringify([...hashes]));

  it('puts the files in the order of their bytes, and the signature last', async () => {
    const packed = await pack(
      app({ 'appinfo/signature.json': 'old', z: '', 'appinfo.txt': '', ü: '', 'appinfo/x': '' }),
      { codeSign: sign },
    );
    const names: string[] = [];
    list({ file: packed.archive, sync: true, onReadEntry: (entry) => names.push(entry.path) });
    expect(names).toEqual(
      ['appinfo.txt', 'appinfo/info.xml', 'appinfo/x', 'z', 'ü', 'appinfo/signature.json'].map(
        (name) => `news/${name}`,
      ),
    );
    expect(packed).toMatchObject({ files: 6, signed: true });
  });

  it('gives the signer the SHA-512 of what is packed', async () => {
    let given: ReadonlyMap<string, string> | undefined;
    const tree = { ...infoXml, big: Buffer.alloc(9_000_000, 'big'), small: 'x' };
    const packed = await pack(app(tree), {
      codeSign: (hashes) => {
        given = hashes;
        return Buffer.from('signature');
      },
    });
    const digests = Object.entries(tree).map(([path, content]) => [
      path,
      createHash('sha512').update(content).digest('hex'),
    ]);
    expect([...(given ?? [])]).toEqual(digests);
    expect(packed.hashes).toBe(given);
    expect(gunzipSync(readFileSync(packed.archive)).includes('signature')).toBe(true);
  });

  it('tells size and digests of what it wrote', async () => {
    const packed = await pack(app(awkward));
    const bytes = readFileSync(packed.archive);
    expect(packed).toMatchObject({
      size: bytes.length,
      files: Object.keys(awkward).length + 1,
      signed: false,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sha512: createHash('sha512').update(bytes).digest('hex'),
    });
  });

  it('writes the same bytes in another folder, under another umask, time zone and date, in another order', async () => {
    const names = Object.keys(awkward);
    const one = app(awkward);
    const two = writeTree(empty(), Object.fromEntries(Object.entries({ ...awkward, ...infoXml }).reverse()));
    for (const path of filesBelow(two)) {
      chmodSync(join(two, path), 0o600);
      utimesSync(join(two, path), 1, 1);
    }
    for (const dir of [one, two]) chmodSync(join(dir, names[0]!), dir === one ? 0o755 : 0o700);
    const first = await pack(one, { codeSign: sign });
    const before = { umask: process.umask(0o077), zone: process.env.TZ, cwd: process.cwd() };
    process.env.TZ = 'Pacific/Kiritimati';
    process.chdir(two);
    try {
      const second = await pack('.', { codeSign: sign });
      expect(second.sha512).toBe(first.sha512);
    } finally {
      process.umask(before.umask);
      process.chdir(before.cwd);
      if (before.zone === undefined) delete process.env.TZ;
      else process.env.TZ = before.zone;
    }
    expect((await pack(app({ ...awkward, empty: '!' }), { codeSign: sign })).sha512).not.toBe(first.sha512);
  });

  itTar('GNU tar lists exactly the staged files, and unpacks every byte', async () => {
    const dir = app(awkward);
    chmodSync(join(dir, 'img/logo.png'), 0o755);
    const packed = await pack(dir);
    const tar = (...args: string[]) =>
      spawnSync('tar', args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    const listed = tar('-tzf', packed.archive, '--quoting-style=literal');
    expect(listed.stderr).toBe('');
    const staged = stageApp(dir).files.map(({ path }) => `news/${path}`);
    expect(listed.stdout).toBe(staged.map((path) => `${path}\n`).join(''));
    const target = empty();
    expect(tar('-xzf', packed.archive, '-C', target)).toMatchObject({ status: 0, stderr: '' });
    expectUnpacked(target, { ...infoXml, ...awkward });
    expect(statSync(join(target, 'news/img/logo.png')).mode & 0o100).toBe(0o100);
    expect(statSync(join(target, 'news/block')).mode & 0o111).toBe(0);
    const verbose = tar('-tvzf', packed.archive, '--numeric-owner', '--utc').stdout.split('\n')[0];
    expect(verbose).toMatch(/ 0\/0 .* 1980-01-01 00:00 /);
  });

  itPear('PEAR Archive_Tar, with which servers unpack, finds every byte', async () => {
    const packed = await pack(app(awkward), { codeSign: () => Buffer.from('{}') });
    const target = empty();
    const script = `require 'Archive/Tar.php'; $tar = new Archive_Tar($argv[1]); exit($tar->extract($argv[2]) ? 0 : 1);`;
    execFileSync('php', ['-d', 'error_reporting=E_ALL & ~E_DEPRECATED', '-r', script, packed.archive, target]);
    expectUnpacked(target, { ...infoXml, ...awkward, 'appinfo/signature.json': '{}' });
  });

  itPython('Python’s tarfile, with which the store reads, finds every name', async () => {
    const packed = await pack(app(awkward));
    const script =
      'import sys,tarfile,json; print(json.dumps([[m.name, m.size, m.isfile()] for m in tarfile.open(sys.argv[1], "r:gz")]))';
    const members: unknown = JSON.parse(execFileSync('python3', ['-c', script, packed.archive], { encoding: 'utf8' }));
    expect(members).toEqual(stageApp(app(awkward)).files.map(({ path, size }) => [`news/${path}`, size, true]));
  });

  it('packs a link as the file that it leads to', async () => {
    const dir = app({ 'js/main.js': 'main' });
    symlinkSync('main.js', join(dir, 'js/link.js'));
    const packed = await pack(dir);
    const sizes: Record<string, [string, number]> = {};
    list({ file: packed.archive, sync: true, onReadEntry: (entry) => (sizes[entry.path] = [entry.type, entry.size]) });
    expect(sizes['news/js/link.js']).toEqual(['File', 4]);
    expect(packed.findings.map(({ rule }) => rule)).toEqual(['stage-link-packed-as-file']);
  });

  it('never packs the archive itself, and replaces it', async () => {
    const dir = app();
    const out = join(dir, 'news.tar.gz');
    const first = await pack(dir, { out });
    const second = await pack(dir, { out });
    expect(second.sha512).toBe(first.sha512);
    expect(filesBelow(dir)).toEqual(['appinfo/info.xml', 'news.tar.gz']);
    const careless = packStage(stageApp(dir), { appId: 'news', out });
    expect((await failure(careless)).code).toBe('output-in-stage');
    expect(readFileSync(out).length).toBe(second.size);
  });

  it('tells how far it is', async () => {
    const seen: number[] = [];
    await pack(app({ a: Buffer.alloc(20_000_000), b: 'b' }), {
      onProgress: ({ bytes, ofBytes }) => seen.push(bytes / ofBytes),
    });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toBe(1);
  });
});

describe('what stops a packing', () => {
  /** Random bytes do not shrink. */
  const noise = (megabytes: number) =>
    createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(megabytes * 1024 ** 2));

  it('findings of the stage', async () => {
    const dir = app();
    symlinkSync('/', join(dir, 'out'));
    const out = join(empty(), 'x.tar.gz');
    const error = await failure(pack(dir, { out }));
    expect(error).toMatchObject({ code: 'stage-refused', outcome: 'refused', file: 'out' });
    expect(error.findings).toHaveLength(1);
    expect(existsSync(out)).toBe(false);
  });

  it('an id that is no folder name', async () => {
    for (const appId of ['', '../x', 'News', 'a/b', '9']) {
      expect((await failure(pack(app(), { appId }))).code).toBe('bad-app-id');
    }
  });

  it('an archive above the limit of the store, and nothing is left of it', async () => {
    const out = join(empty(), 'x.tar.gz');
    const error = await failure(pack(app({ 'js/huge.bin': noise(31) }), { out }));
    expect(error).toMatchObject({ code: 'archive-too-large', outcome: 'refused' });
    expect(error.hint).toContain('js/huge.bin (32.5 MB)');
    expect(readdirSync(join(out, '..'))).toEqual([]);
  });

  it('not one above the documented 20 MB, but it is told', async () => {
    const packed = await pack(app({ 'large.bin': noise(21) }));
    expect(packed.findings).toMatchObject([{ rule: 'archive-above-documented-size', severity: 'warning' }]);
  });

  it('a file that grew, shrank, vanished or became a link since it was staged', async () => {
    const changes: ((path: string) => void)[] = [
      (path) => appendFileSync(path, 'x'),
      (path) => writeFileSync(path, ''),
      (path) => rmSync(path),
      (path) => {
        rmSync(path);
        symlinkSync('appinfo/info.xml', path);
      },
    ];
    for (const change of changes) {
      const dir = app({ 'a.php': 'a'.repeat(24) });
      const stage = stageApp(dir);
      change(join(dir, 'a.php'));
      const out = join(empty(), 'x.tar.gz');
      expect(await failure(packStage(stage, { appId: 'news', out }))).toMatchObject({
        code: 'file-changed',
        file: 'a.php',
      });
      expect(readdirSync(join(out, '..'))).toEqual([]);
    }
  });

  it('a private key in a program', async () => {
    const error = await failure(pack(app({ 'lib/Key.php': `<?php return <<<KEY\n${privateKey}KEY;\n` })));
    expect(error).toMatchObject({ code: 'private-key-inside', outcome: 'refused', file: 'lib/Key.php' });
  });

  it('a signer that fails', async () => {
    const out = join(empty(), 'x.tar.gz');
    const codeSign = () => {
      throw new Error('no key');
    };
    await expect(pack(app(), { out, codeSign })).rejects.toThrow('no key');
    expect(readdirSync(join(out, '..'))).toEqual([]);
  });

  it('whoever aborts', async () => {
    const out = join(empty(), 'x.tar.gz');
    const controller = new AbortController();
    const packing = pack(app({ large: noise(20) }), {
      out,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(await failure(packing)).toMatchObject({ code: 'aborted', outcome: 'outside' });
    expect(readdirSync(join(out, '..'))).toEqual([]);
  });

  itLinux('a full disk, in words', async () => {
    const out = join(empty(), 'x.tar.gz');
    const error = await failure(pack(app(), { out, openNew: () => openSync('/dev/full', 'w') }));
    expect(error).toMatchObject({ code: 'disk-full', outcome: 'outside', file: out });
    expect(error.message).toContain('The disk is full');
    expect(readdirSync(join(out, '..'))).toEqual([]);
  });

  it('a place where nothing can be written', async () => {
    const dir = empty();
    mkdirSync(join(dir, 'folder'));
    for (const out of [join(dir, 'nowhere/x.tar.gz'), join(dir, 'folder'), '/dev/null']) {
      expect((await failure(pack(app(), { out }))).code).toBe('output-unwritable');
    }
  });

  it('and an archive that was there stays', async () => {
    const out = join(empty(), 'x.tar.gz');
    writeFileSync(out, 'the last one');
    await failure(pack(app({ 'x.php': privateKey }), { out }));
    expect(readFileSync(out, 'utf8')).toBe('the last one');
  });
});

it('an archive of a copied folder is the same', async () => {
  const dir = app(awkward);
  const copy = join(empty(), 'copy');
  cpSync(dir, copy, { recursive: true });
  expect((await pack(copy)).sha256).toBe((await pack(dir)).sha256);
});
