// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { defaultLimits } from '../../src/package/archive-limits.js';
import { inspectArchive, type ArchiveListing, type InspectOptions } from '../../src/package/archive-listing.js';
import { archiveRules } from '../../src/package/archive-rules.js';
import { PackageError } from '../../src/package/package-error.js';
import { packStage } from '../../src/package/pack-stage.js';
import { stageApp } from '../../src/package/stage.js';
import { TarReader } from '../../src/package/tar-reader.js';
import { needs } from '../support/needs.js';
import { infoXml, scratch, writeTree } from './app-tree.js';
import { endOfTar, entry, file, folder, longName, pax, tar, tarGz } from './raw-tar.js';

const root = scratch();
const itPear = needs('php', 'php-cli') && needs('pear', 'php-pear') ? it : it.skip;
const itPython = needs('python3', 'python3') ? it : it.skip;
const info = file('news/appinfo/info.xml', '<info/>');

const rulesOf = (listing: ArchiveListing) => [...new Set(listing.findings.map(({ rule }) => rule))];
const found = async (bytes: Uint8Array, options?: InspectOptions) => rulesOf(await inspectArchive(bytes, options));

const negative = Buffer.from([0xff, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 254]);
const seven = Buffer.from([0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7]);
const enormous = Buffer.from([0x80, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
const long = `news/${'d'.repeat(120)}/x.php`;
const gzipOf = (bytes: Buffer) => gzipSync(bytes);
const broken = (bytes: Buffer, at: number) =>
  Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 0xff : byte)));
const plain = tarGz(info);

/** [what, the archive, the rules that it breaks] */
const hostile: [string, Buffer, string[]][] = [
  ['a good one', tarGz(folder('news/'), info), []],
  ['one without entries for folders', tarGz(info), []],
  ['GNU long name', tarGz(info, longName(long), file(long.slice(0, 100))), []],
  ['prefix field, which both read', tarGz(info, entry({ name: 'x.php', prefix: 'news/lib' })), []],
  [
    'prefix field, which the server cuts off',
    tarGz(info, entry({ name: 'x.php', prefix: `news/${'l'.repeat(140)}` })),
    ['archive-name-differs'],
  ],
  ['a comment as git archive has it', tarGz(pax({ comment: 'abc' }, 'g'), info), []],
  ['nothing', Buffer.alloc(0), ['archive-not-gzip']],
  ['text', Buffer.from('hello'), ['archive-not-gzip']],
  ['tar without gzip', tar(info), ['archive-not-gzip']],
  ['an empty tar', tarGz(), ['archive-no-folder']],
  ['an empty gzip', gzipOf(Buffer.alloc(0)), ['archive-no-end', 'archive-no-folder']],
  ['gzip cut off', plain.subarray(0, -20), ['archive-gzip-broken']],
  ['gzip cut off in its trailer', plain.subarray(0, -3), ['archive-gzip-broken']],
  ['gzip with a wrong checksum', broken(plain, plain.length - 8), ['archive-gzip-broken']],
  ['gzip with a wrong length', broken(plain, plain.length - 1), ['archive-gzip-broken']],
  ['garbage behind', Buffer.concat([plain, Buffer.from('garbage')]), ['archive-trailing-garbage']],
  ['NULs behind', Buffer.concat([plain, Buffer.alloc(100)]), []],
  ['two gzip streams', Buffer.concat([gzipOf(info), gzipOf(endOfTar)]), ['archive-several-gzip-members']],
  ['cut off in a content', gzipOf(tar(file('news/x', 'y'.repeat(600))).subarray(0, 700)), ['archive-truncated']],
  ['cut off in a header', gzipOf(tar(info, info).subarray(0, 1200)), ['archive-truncated']],
  ['no end', gzipOf(info), ['archive-no-end']],
  ['entries behind the end', tarGz(info, endOfTar, file('news/evil.php')), ['archive-data-after-end']],
  ['a wrong checksum', tarGz(info, entry({ name: 'news/x', checksumOff: 1 })), ['archive-bad-checksum']],
  ['a negative size', tarGz(info, entry({ name: 'news/x', size: negative })), ['archive-bad-number']],
  ['an enormous size', tarGz(info, entry({ name: 'news/x', size: enormous })), ['archive-bad-number']],
  [
    'a size that is no number',
    tarGz(info, entry({ name: 'news/x', size: Buffer.from('12a\0') })),
    ['archive-bad-number'],
  ],
  ['8 GiB', tarGz(info, entry({ name: 'news/x', size: 8 * 1024 ** 3 - 1 })), ['archive-file-too-large']],
  ['base 256', tarGz(info, entry({ name: 'news/x', content: '1234567', size: seven })), ['archive-base-256']],
  ['sparse', tarGz(info, entry({ name: 'news/x', type: 'S' })), ['archive-unknown-type']],
  [
    'sparse in pax',
    tarGz(info, pax({ 'GNU.sparse.major': '1' }), file('news/x')),
    ['archive-pax-header', 'archive-unknown-type'],
  ],
  ['unknown type', tarGz(info, entry({ name: 'news/x', type: 'Q', content: 'q' })), ['archive-unknown-type']],
  [
    'pax name that the server cuts off',
    tarGz(info, pax({ path: long }), file(long.slice(0, 100))),
    ['archive-pax-header', 'archive-name-differs'],
  ],
  ['pax for all that follow', tarGz(pax({ path: 'news/y' }, 'g'), info), ['archive-name-differs']],
  [
    'pax with another size',
    tarGz(info, pax({ size: '1000' }), file('news/x')),
    ['archive-pax-header', 'archive-pax-size'],
  ],
  [
    'broken pax',
    tarGz(info, entry({ name: 'p', type: 'x', content: '99 path=x\n' }), file('news/x')),
    ['archive-bad-pax'],
  ],
  ['huge pax', tarGz(info, pax({ comment: 'c'.repeat(70_000) }), file('news/x')), ['archive-header-too-large']],
  [
    'long name, then pax',
    tarGz(info, longName(long), pax({ mtime: '1' }), file('news/x')),
    ['archive-stacked-headers'],
  ],
  [
    'long link',
    tarGz(info, entry({ name: 'k', type: 'K', content: 'x'.repeat(120) }), entry({ name: 'news/l', type: '2' })),
    ['archive-long-link', 'archive-link'],
  ],
  ['NUL in a long name', tarGz(info, longName(`news/a\0b${'c'.repeat(99)}`), file('news/a')), ['archive-name-differs']],
  [
    'folder with content',
    tarGz(info, entry({ name: 'news/d/', type: '5', content: 'x' })),
    ['archive-content-of-no-file'],
  ],
  [
    'hard link',
    tarGz(info, entry({ name: 'news/h', type: '1', linkname: 'news/appinfo/info.xml' })),
    ['archive-hard-link'],
  ],
  ['link inside', tarGz(info, entry({ name: 'news/l', type: '2', linkname: 'appinfo/info.xml' })), ['archive-link']],
  [
    'link outside',
    tarGz(info, entry({ name: 'news/l', type: '2', linkname: '../../etc/passwd' })),
    ['archive-link-leaves'],
  ],
  [
    'link outside and back',
    tarGz(info, entry({ name: 'news/l', type: '2', linkname: '../news/appinfo' })),
    ['archive-link-leaves'],
  ],
  [
    'absolute link',
    tarGz(info, entry({ name: 'news/l', type: '2', linkname: '/etc/passwd' })),
    ['archive-link-leaves'],
  ],
  ['character device', tarGz(info, entry({ name: 'news/c', type: '3' })), ['archive-device']],
  ['block device', tarGz(info, entry({ name: 'news/b', type: '4' })), ['archive-device']],
  ['pipe', tarGz(info, entry({ name: 'news/p', type: '6' })), ['archive-device']],
  ['absolute path', tarGz(info, file('/news/x')), ['archive-name-absolute']],
  ['drive letter', tarGz(info, file('C:/news')), ['archive-name-drive', 'archive-several-folders']],
  ['traversal', tarGz(info, file('news/../../x')), ['archive-name-parent', 'archive-name-malicious']],
  [
    'traversal at the start',
    tarGz(info, file('../x')),
    ['archive-name-parent', 'archive-name-malicious', 'archive-several-folders'],
  ],
  ['traversal at the end', tarGz(info, folder('news/a/..')), ['archive-name-parent']],
  [
    'traversal with backslashes',
    tarGz(info, file('news\\..\\..\\x')),
    ['archive-name-parent', 'archive-name-malicious', 'archive-name-backslash', 'archive-several-folders'],
  ],
  ['what Archive_Tar takes for traversal', tarGz(info, file('news/a../x')), ['archive-name-malicious']],
  [
    'a stream wrapper',
    tarGz(info, file('phar://x')),
    ['archive-name-malicious', 'archive-name-not-plain', 'archive-several-folders'],
  ],
  ['./', tarGz(folder('./'), file('./news/appinfo/info.xml')), ['archive-name-dot-slash']],
  ['two slashes', tarGz(info, file('news//appinfo/info.xml')), ['archive-name-not-plain']],
  ['dot in the middle', tarGz(info, file('news/./x')), ['archive-name-not-plain']],
  ['a file whose name ends with a slash', tarGz(info, file('news/x/')), ['archive-name-not-plain']],
  ['no name', tarGz(info, file('')), ['archive-name-empty']],
  ['not UTF-8', tarGz(info, file(Buffer.from([0x6e, 0x65, 0x77, 0x73, 0x2f, 0xe9]))), ['archive-name-not-utf8']],
  ['control character', tarGz(info, file('news/\x1b[2J')), ['archive-name-control-character']],
  [
    'a name of 3,000 bytes',
    tarGz(info, longName(`news/${'x/'.repeat(1500)}`), file('news/x')),
    ['archive-name-too-long'],
  ],
  ['duplicate', tarGz(info, info), ['archive-duplicate']],
  ['folder twice', tarGz(folder('news/'), info, folder('news/')), []],
  ['file and folder of one name', tarGz(info, file('news/a'), file('news/a/b')), ['archive-file-as-folder']],
  ['case', tarGz(info, file('news/A'), file('news/a')), ['archive-case-collision']],
  ['case of folders', tarGz(info, file('news/A/x'), file('news/a/y')), ['archive-case-collision']],
  ['normalisation', tarGz(info, file('news/\u00e9'), file('news/e\u0301')), ['archive-case-collision']],
  ['two folders', tarGz(info, file('notes/x')), ['archive-several-folders']],
  ['a file beside the folder', tarGz(file('README.md'), info), ['archive-several-folders']],
  ['a hidden file beside the folder', tarGz(info, file('._news')), ['archive-several-folders']],
  ['only a file', tarGz(file('README.md')), ['archive-no-folder']],
];

describe('inspectArchive', () => {
  it.each(hostile)('judges %s', async (_what, bytes, rules) => {
    expect((await found(bytes)).sort()).toEqual([...rules].sort());
  });

  it('has a case for every rule about names, types and formats', () => {
    const covered = new Set(hostile.flatMap(([, , rules]) => rules));
    const limits = ['archive-too-many-entries', 'archive-unpacked-too-large', 'archive-ratio'];
    expect(archiveRules.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual(limits);
  });

  it('keeps to its limits', async () => {
    const many = tarGz(info, ...Array.from({ length: 30 }, (_, index) => file(`news/${index}`)));
    expect(await found(many, { limits: { entries: 20 } })).toEqual(['archive-too-many-entries']);
    expect(await found(tarGz(info, file('news/x', 'x'.repeat(99_000))), { limits: { unpacked: 50_000 } })).toEqual([
      'archive-unpacked-too-large',
    ]);
    expect(await found(tarGz(info, file('news/x', 'x'.repeat(99))), { limits: { file: 98 } })).toEqual([
      'archive-file-too-large',
    ]);
    const bomb = tarGz(info, file('news/x', Buffer.alloc(20 * 1024 ** 2)));
    expect(await found(bomb)).toEqual(['archive-ratio']);
    const listing = await inspectArchive(bomb);
    expect(listing.complete).toBe(false);
  });

  it('reads a bomb no further than it must', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 ** 2), { level: 9 });
    const before = process.memoryUsage().arrayBuffers;
    expect(await found(bomb)).toEqual(['archive-ratio']);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 ** 2);
  });

  it('is not slowed down, nor flooded, by twenty thousand deep and wrong names', async () => {
    const deep = 'a/'.repeat(90);
    const names = Array.from({ length: 20_000 }, (_, index) => [longName(`evil/../${deep}${index}`), file('x')]).flat();
    const bytes = gzipSync(tar(info, ...names), { level: 1 });
    const start = performance.now();
    const listing = await inspectArchive(bytes, { limits: { ratio: 10_000 } });
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(listing.complete).toBe(true);
    expect(listing.findings.length).toBeLessThan(100);
  });

  it('names three places of each rule, and counts the others', async () => {
    const dots = (count: number) => tarGz(...Array.from({ length: count }, (_, index) => file(`./news/${index}`)));
    const three = ['./news/0', './news/1', './news/2'].map((path) => ({ rule: 'archive-name-dot-slash', file: path }));
    const { findings } = await inspectArchive(dots(20), { name: 'a.tar.gz' });
    expect(findings).toMatchObject([
      ...three,
      {
        rule: 'archive-name-dot-slash',
        severity: 'error',
        file: 'a.tar.gz',
        message: expect.stringMatching(/^17 more like this: The name begins/),
      },
    ]);
    expect((await inspectArchive(dots(3))).findings).toMatchObject(three);
    expect((await inspectArchive(dots(4))).findings.at(-1)?.message).toMatch(/^1 more like this: /);
  });

  it('writes no control character of a name into a message', async () => {
    const name = 'news/\x1b[2J\n::error::x';
    const { findings } = await inspectArchive(
      tarGz(info, file(name), file(name.toUpperCase()), pax({ path: long }), file('news/\n\u009b\x7f')),
    );
    const messages = findings.map(({ message }) => message).join('');
    expect(messages).toMatch(/^[^\p{Cc}]*$/u);
    expect(messages).toContain('and the server “news/\\x0a\\x9b\\x7f”');
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'archive-name-control-character', file: name }));
    const colliding = await inspectArchive(tarGz(info, file('news/\nA'), file('news/\na')));
    expect(colliding.findings.map(({ message }) => message)).toContain(
      'news/\\x0aa and \\x0aA in the same folder differ only by case or by how accents are written.',
    );
  });

  it('tells names, sizes, hashes, and content where it is wanted', async () => {
    const bytes = tarGz(
      folder('news/'),
      info,
      entry({ name: 'news/l', type: '2', linkname: 'appinfo' }),
      file('news/big', Buffer.alloc(70_000, 'b')),
    );
    const listing = await inspectArchive(bytes, {
      hash: true,
      wants: (path) => path.endsWith('.xml') || path.endsWith('big'),
      limits: { wanted: 60_000 },
    });
    const sha512 = (text: string) => createHash('sha512').update(text).digest('hex');
    expect(listing.entries).toEqual([
      { path: 'news', type: 'directory', size: 0, mode: 0o644 },
      { path: 'news/appinfo/info.xml', type: 'file', size: 7, mode: 0o644, sha512: sha512('<info/>') },
      { path: 'news/l', type: 'symbolic-link', size: 0, mode: 0o644, linkpath: 'appinfo' },
      { path: 'news/big', type: 'file', size: 70_000, mode: 0o644, sha512: sha512('b'.repeat(70_000)) },
    ]);
    expect([...listing.contents.keys()]).toEqual(['news/appinfo/info.xml']);
    expect(Buffer.from(listing.contents.get('news/appinfo/info.xml')!).toString()).toBe('<info/>');
    expect(listing).toMatchObject({ size: bytes.length, complete: true });
  });

  it('gives the last of two members, as the store reads it', async () => {
    const listing = await inspectArchive(tarGz(file('news/a', 'first'), file('news/a', 'last')), { wants: () => true });
    expect(Buffer.from(listing.contents.get('news/a')!).toString()).toBe('last');
    expect(listing.entries).toHaveLength(2);
  });

  it('finds nothing in what we pack, and reads it by path as from memory', async () => {
    const dir = writeTree(mkdtempSync(join(root, 'app-')), { ...infoXml, [`${'ü'.repeat(90)}/x.php`]: 'x' });
    const out = join(root, 'news.tar.gz');
    const packed = await packStage(stageApp(dir), { appId: 'news', out, codeSign: () => Buffer.from('{}') });
    const listing = await inspectArchive(out, { hash: true });
    expect(listing.findings).toEqual([]);
    expect(listing.entries.slice(0, -1).map(({ path, sha512 }) => [path.slice(5), sha512])).toEqual([...packed.hashes]);
    expect(listing.entries.at(-1)?.path).toBe('news/appinfo/signature.json');
  });

  it('says what cannot be read', async () => {
    await expect(inspectArchive(join(root, 'nowhere.tar.gz'))).rejects.toThrow(PackageError);
    await expect(inspectArchive(root)).rejects.toThrow(PackageError);
  });

  it('names the archive where a finding is about all of it', async () => {
    const path = join(root, 'text.tar.gz');
    writeFileSync(path, 'text');
    expect((await inspectArchive(path)).findings).toMatchObject([{ file: path }]);
    expect((await inspectArchive(path, { name: 'news.tar.gz' })).findings).toMatchObject([{ file: 'news.tar.gz' }]);
  });

  it('never throws, whatever the bytes are', async () => {
    const good = tar(
      folder('news/'),
      info,
      pax({ path: long }),
      file('x'),
      longName(long),
      file('y'),
      file('news/z', 'z'.repeat(1500)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(good.length),
        async (changes, length) => {
          const bytes = Buffer.from(good);
          for (const [at, value] of changes) bytes[at] = value;
          const listing = await inspectArchive(gzipSync(bytes.subarray(0, length), { level: 1 }), {
            hash: true,
            wants: () => true,
          });
          if (!listing.complete) expect(listing.findings.some(({ severity }) => severity === 'error')).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  itPython('reads the names that Python’s tarfile reads', async () => {
    const script =
      'import sys,tarfile,json,base64\n' +
      'for line in sys.stdin:\n' +
      '  import io\n' +
      '  t = tarfile.open(fileobj=io.BytesIO(base64.b64decode(line)), mode="r:gz")\n' +
      '  print(json.dumps([[m.name.encode("utf-8","surrogateescape").decode("utf-8","replace"), m.isdir(), m.issym(), m.size] for m in t]))\n';
    const readable = hostile.filter(
      ([, bytes, rules]) => isWhole(bytes) && !rules.some((rule) => stopsTarfile.has(rule)),
    );
    const input = readable.map(([, bytes]) => `${bytes.toString('base64')}\n`).join('');
    const lines = execFileSync('python3', ['-c', script], { input, encoding: 'utf8' }).trim().split('\n');
    expect(lines).toHaveLength(readable.length);
    for (const [index, [what, bytes]] of readable.entries()) {
      const { entries } = await inspectArchive(bytes);
      const ours = entries.map(({ path, type, size }) => [path, type === 'directory', type === 'symbolic-link', size]);
      expect([what, ours]).toEqual([what, JSON.parse(lines[index]!)]);
    }
  });
});

describe('the server’s view', () => {
  const refused: ReadonlySet<string> = new Set([
    'archive-bad-checksum',
    'archive-base-256',
    'archive-name-empty',
    'archive-name-malicious',
  ]);

  itPear('is that of PEAR Archive_Tar', async () => {
    const script =
      "require 'Archive/Tar.php'; while (($line = fgets(STDIN)) !== false) {" +
      "file_put_contents($argv[1], base64_decode($line)); $tar = new Archive_Tar($argv[1], 'gz'); $list = @$tar->listContent();" +
      'echo json_encode(is_array($list) ? array_map(fn($e) => $e[\'filename\'], $list) : null, JSON_INVALID_UTF8_SUBSTITUTE), "\\n"; }';
    const readable = hostile.filter(
      ([, bytes, rules]) => isWhole(bytes) && !rules.some((rule) => stopsArchiveTar.has(rule)),
    );
    const input = readable.map(([, bytes]) => `${bytes.toString('base64')}\n`).join('');
    const options = ['-d', 'error_reporting=0', '-d', 'display_errors=0', '-r', script, join(root, 'pear.tar.gz')];
    const lines = execFileSync('php', options, { input, encoding: 'utf8' }).trim().split('\n');
    expect(lines).toHaveLength(readable.length);
    for (const [index, [what, bytes, rules]] of readable.entries()) {
      const { entries } = await inspectArchive(bytes);
      const plain = (name: string) => name.replace(/(?<=.)\/+$/, '');
      const ours = entries.map(({ path, serverPath }) => plain(serverPath ?? path));
      const theirs = (JSON.parse(lines[index]!) as string[] | null)?.map(plain) ?? null;
      expect([what, theirs]).toEqual([what, rules.some((rule) => refused.has(rule)) ? null : ours]);
    }
  });
});

/** After these we stop, and Archive_Tar goes on as well as it can. */
const stopsArchiveTar: ReadonlySet<string> = new Set([
  'archive-not-gzip',
  'archive-data-after-end',
  'archive-truncated',
  'archive-bad-number',
  'archive-file-too-large',
  'archive-pax-size',
  'archive-bad-pax',
  'archive-header-too-large',
  'archive-content-of-no-file',
  'archive-name-too-long',
  'archive-long-link',
  'archive-stacked-headers',
]);

/** After these the two read on differently, or Python does not read at all. */
const stopsTarfile: ReadonlySet<string> = new Set([
  'archive-not-gzip',
  'archive-gzip-broken',
  'archive-truncated',
  'archive-bad-number',
  'archive-file-too-large',
  'archive-pax-size',
  'archive-bad-pax',
  'archive-header-too-large',
  'archive-stacked-headers',
  'archive-content-of-no-file',
  'archive-name-too-long',
  'archive-trailing-garbage',
  'archive-unknown-type',
]);

function isWhole(bytes: Buffer): boolean {
  try {
    return gunzipSync(bytes).length > 0;
  } catch {
    return false;
  }
}

describe('TarReader', () => {
  const good = tar(
    folder('news/'),
    info,
    longName(long),
    file(long.slice(0, 100), 'y'.repeat(2000)),
    pax({ path: 'news/p' }),
    file('q'),
    file('news/empty', ''),
  );

  function read(chunks: readonly Buffer[]): unknown[] {
    const seen: unknown[] = [];
    const reader = new TarReader(
      {
        note: (rule, path) => seen.push([rule, path]),
        member: (member) => {
          const digest = createHash('sha256');
          seen.push(member);
          return (piece) => (piece === undefined ? seen.push(digest.digest('hex')) : digest.update(piece));
        },
      },
      defaultLimits,
    );
    for (const chunk of chunks) reader.write(chunk);
    reader.end();
    return seen;
  }

  it('sees the same however the stream is cut', () => {
    const whole = read([good]);
    expect(whole).toHaveLength(1 + 1 + 2 * 5 - 1);
    fc.assert(
      fc.property(fc.array(fc.nat(good.length), { maxLength: 12 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), good.length];
        expect(read(at.slice(1).map((end, index) => good.subarray(at[index], end)))).toEqual(whole);
      }),
      { numRuns: 100 },
    );
    expect(read([...good].map((byte) => Buffer.from([byte])))).toEqual(whole);
  });
});
