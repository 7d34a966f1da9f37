// SPDX-License-Identifier: MIT
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Certificate } from '../../common/certificate.js';
import { Trust } from '../../common/trust.js';
import { buildSignature } from '../../src/integrity/build-signature.js';
import { checkTree } from '../../src/integrity/check-tree.js';
import { FolderTree } from '../../src/integrity/folder-tree.js';
import { type HashList, type HashValue, sortHashList } from '../../src/integrity/hash-list.js';
import { selectHashed, type TreeKind } from '../../src/integrity/hashed-paths.js';
import { renderOccJson } from '../../src/integrity/occ-output.js';
import { isPhpNumeric } from '../../src/integrity/php-number.js';
import { signPss } from '../../src/integrity/pss-signature.js';
import { nameToBytes } from '../../src/integrity/raw-name.js';
import { signFolder } from '../../src/integrity/sign-folder.js';
import { hashTree } from '../../src/integrity/tree.js';
import type { IntegrityResult } from '../../src/integrity/verdict.js';
import { makeGoldenTree } from '../integrity/fixtures/golden-tree.js';
import { askPhp, hex, type Phpseclib, phpseclibs, runPhp } from '../integrity/support/php.js';
import {
  authority,
  authorityKeyId,
  certificate,
  commonNames,
  extension,
  rsaKey,
  subjectKeyId,
} from '../integrity/support/pki.js';
import { type Files, memoryTree, sha512, temporaryFolder, writeTree } from '../integrity/support/tree.js';

const parent = temporaryFolder();
const issuer = authority();
const key = rsaKey();
const trust = new Trust([issuer.certificate]);
const now = new Date();
const news = certificate({ names: ['news'], publicKey: key.publicKey, issuer });
const core = certificate({ names: ['core'], publicKey: key.publicKey, issuer });

const trustFile = join(parent, 'trust.pem');
const keyFile = join(parent, 'test.key');
const certificateFile = join(parent, 'test.crt');
writeFileSync(trustFile, issuer.certificate.toPem());
writeFileSync(keyFile, key.privateKey.export({ type: 'pkcs8', format: 'pem' }));

const ours = (root: string, kind: TreeKind = 'app', scope = 'news'): IntegrityResult =>
  checkTree(new FolderTree(root, kind), { kind, scope, trust, now }).result;
const flags = (kind: TreeKind, phpseclib: Phpseclib): string[] => [
  ...(kind === 'core' ? ['--core'] : []),
  `--phpseclib=${phpseclib}`,
];
const theirs = (root: string, phpseclib: Phpseclib, kind: TreeKind = 'app', scope = 'news'): unknown =>
  JSON.parse(runPhp('check.php', [root, scope, trustFile, ...flags(kind, phpseclib)]));
const signTheirs = (root: string, by: Certificate, phpseclib: Phpseclib, kind: TreeKind = 'app'): void => {
  writeFileSync(certificateFile, by.toPem());
  runPhp('sign.php', [root, keyFile, certificateFile, ...flags(kind, phpseclib)]);
};

const question = { scope: 'news', trust: issuer.certificate.toPem(), core: false };

const server: Files = {
  'core/js/core.js': 'x',
  'version.php': 'v',
  'lib/private/a.php': 'a',
  'config/config.php': 'secret',
  'data/x': 'x',
  'updater/index.php': 'u',
  '.htaccess': 'above\n#### DO NOT CHANGE ANYTHING ABOVE THIS LINE ####\nbelow',
};

describe.each(phpseclibs)('PHP with phpseclib %i', (phpseclib) => {
  it('takes what we sign, and writes the same bytes', () => {
    const root = writeTree(parent, { '.DS_Store': 'left out' });
    makeGoldenTree(root);
    const { file } = signFolder(root, 'app', key.privateKey, news);
    expect(theirs(root, phpseclib)).toEqual([]);
    const own = readFileSync(file);
    signTheirs(root, news, phpseclib);
    expect(readFileSync(file).equals(own)).toBe(true);
    expect(ours(root)).toEqual({});
  });

  it('agrees about a whole server', () => {
    const root = writeTree(parent, server);
    const { file } = signFolder(root, 'core', key.privateKey, core);
    const own = readFileSync(file);
    signTheirs(root, core, phpseclib, 'core');
    expect(readFileSync(file).equals(own)).toBe(true);
    writeFileSync(join(root, '.htaccess'), 'above\n#### DO NOT CHANGE ANYTHING ABOVE THIS LINE ####\nother');
    writeFileSync(join(root, 'data/y'), 'y');
    expect([ours(root, 'core', 'core'), theirs(root, phpseclib, 'core', 'core')]).toEqual([{}, []]);
    writeFileSync(join(root, 'version.php'), 'changed');
    const changed = { INVALID_HASH: { 'version.php': { expected: sha512('v'), current: sha512('changed') } } };
    expect([ours(root, 'core', 'core'), theirs(root, phpseclib, 'core', 'core')]).toEqual([changed, changed]);
  });

  const name = fc
    .array(
      fc.constantFrom(
        'a',
        'b',
        'Z',
        '0',
        '9',
        '.',
        '-',
        '_',
        ' ',
        '"',
        '\\',
        '<',
        '&',
        "'",
        '\n',
        '\u007f',
        'é',
        'e\u0301',
        '\uffee',
        '😀',
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((pieces) => pieces.join(''))
    .filter((text) => text !== '.' && text !== '..');
  const path = fc
    .array(name, { minLength: 1, maxLength: 3 })
    .map((names) => names.join('/'))
    .filter((text) => !isPhpNumeric(text));
  const trees = fc.dictionary(path, fc.constantFrom('1', '2', '3', '4', '5'), { minKeys: 1, maxKeys: 12 });

  it('agrees about random trees, as they were signed and after changes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(trees, trees), { minLength: 30, maxLength: 30 }), (pairs) => {
        const asked = pairs.map(([signed, there]) => {
          const root = writeTree(parent, {});
          put(root, { 'appinfo/info.xml': 'i', ...signed });
          const content = readFileSync(signFolder(root, 'app', key.privateKey, news).file);
          const changed = writeTree(parent, {});
          put(changed, { 'appinfo/signature.json': content, ...there });
          return { root, changed, content };
        });
        for (const folder of ['root', 'changed'] as const) {
          const trees = asked.map((ask) => new FolderTree(ask[folder], 'app'));
          const lists = trees.map((tree) => hashTree(tree, selectHashed(tree.paths, 'app').hashed, 'app'));
          const found = askPhp(asked.map((ask) => ({ ask: 'hash-folder', folder: ask[folder], core: false })));
          expect(lists.map((list) => pairsOf(list).toSorted())).toEqual(found.map((list) => (list as []).toSorted()));
          // Of several new files with one content the first is named: PHP gets them in our order, not in that of the disk.
          const questions = asked.map(({ content }, index) => ({
            ask: 'verify',
            content: hex(content),
            current: pairsOf(sortHashList(lists[index]!)),
            ...question,
          }));
          const verdicts = trees.map((tree) => checkTree(tree, { kind: 'app', scope: 'news', trust, now }).result);
          expect(verdicts.map((result) => JSON.parse(renderOccJson(result)) as unknown)).toEqual(
            askPhp(questions, phpseclib),
          );
        }
      }),
      { numRuns: 2 },
    );
  });

  const verdicts = (
    by: Certificate,
    signature: string,
    hashes: unknown = {},
    anchors = [issuer.certificate],
  ): [unknown, unknown] => {
    const content = JSON.stringify({ hashes, signature, certificate: by.toPem() });
    const tree = memoryTree({ 'appinfo/signature.json': content });
    const { result } = checkTree(tree, { kind: 'app', scope: 'news', trust: new Trust(anchors), now });
    const asked = {
      ask: 'verify',
      content: hex(content),
      current: [],
      ...question,
      trust: anchors.map((anchor) => anchor.toPem()).join(''),
    };
    const [answer] = askPhp([asked], phpseclib);
    return [JSON.parse(renderOccJson(result)), answer];
  };
  const signature = signPss(Buffer.from('[]'), key.privateKey).toString('base64');

  it.each([
    ['v1, no extensions', news],
    ['v3', certificate({ names: ['news'], publicKey: key.publicKey, issuer, extensions: [] })],
    ['expired', certificate({ names: ['news'], publicKey: key.publicKey, issuer, notAfter: new Date('2020-01-01') })],
    ['for core', core],
    ['for another app', certificate({ names: ['mail'], publicKey: key.publicKey, issuer })],
    ['of another spelling', certificate({ names: ['News'], publicKey: key.publicKey, issuer })],
    ['without a CN', certificate({ names: [], publicKey: key.publicKey, issuer })],
    ['with two CNs', certificate({ names: ['news', 'core'], publicKey: key.publicKey, issuer })],
    ['self-signed', authority(key, 'news').certificate],
    [
      'by another key of the same name',
      certificate({
        names: ['news'],
        publicKey: key.publicKey,
        issuer: { name: commonNames(['Test Authority']), privateKey: rsaKey().privateKey },
      }),
    ],
    ['of another key', certificate({ names: ['news'], publicKey: rsaKey().publicKey, issuer })],
  ])('judges a certificate that is %s as we do', (_kind, by) => {
    const [own, answer] = verdicts(by, signature);
    expect(own).toEqual(answer);
  });

  it('finds the same files, links and names that are no UTF-8 included', () => {
    const root = writeTree(parent, { 'lib/a.php': 'a', '.hidden/b': 'b', 'c/.DS_Store/d': 'd', 'c/Thumbs.db': 'x' });
    writeFileSync(Buffer.concat([Buffer.from(`${root}/caf`), Buffer.of(0xe9)]), 'e');
    symlinkSync('lib/a.php', join(root, 'to-file'));
    symlinkSync('lib', join(root, 'to-folder'));
    symlinkSync('nowhere', join(root, 'to-nowhere'));
    for (const kind of ['app', 'core'] as const) {
      const tree = new FolderTree(root, kind);
      const list = hashTree(tree, selectHashed(tree.paths, kind).hashed, kind);
      const [found] = askPhp([{ ask: 'hash-folder', folder: root, core: kind === 'core' }], phpseclib);
      expect(pairsOf(list).toSorted()).toEqual((found as []).toSorted());
      expect(list.size).toBe(6);
    }
  });

  it('takes a certificate that is embedded as it is, where its own re-encoding breaks it', () => {
    const strange = extension('1.3.6.1.4.1.99999.1', Buffer.from([0x0c, 0x01, 0x78]), true);
    const by = certificate({ names: ['news'], publicKey: key.publicKey, issuer, extensions: [strange] });
    const root = writeTree(parent, { 'appinfo/info.xml': 'i' });
    signFolder(root, 'app', key.privateKey, by);
    expect([ours(root), theirs(root, phpseclib)]).toEqual([{}, []]);
    signTheirs(root, by, phpseclib);
    const notValid = expect.objectContaining({ message: 'Certificate is not valid.' }) as unknown;
    expect([ours(root), theirs(root, phpseclib)]).toEqual([{ EXCEPTION: notValid }, { EXCEPTION: notValid }]);
  });

  const withKeyId = authority(issuer, 'Test Authority', { extensions: [subjectKeyId('one')], serial: 7n });
  it.each<[string, boolean, Uint8Array[]]>([
    ['agree', true, [authorityKeyId('one'), subjectKeyId('leaf')]],
    ['differ', false, [authorityKeyId('two')]],
    ['are missing where the authority has one', false, [authorityKeyId(issuer.name, 7n)]],
  ])('judges key identifiers that %s as we do', (_how, isValid, extensions) => {
    const by = certificate({ names: ['news'], publicKey: key.publicKey, issuer, extensions });
    const [own, answer] = verdicts(by, signature, {}, [withKeyId.certificate]);
    expect(own).toEqual(answer);
    expect(Array.isArray(answer)).toBe(isValid);
  });

  it.each([7n, 8n])('judges a serial in the key identifier as we do', (serial) => {
    const anchor = authority(issuer, 'Test Authority', { serial: 7n }).certificate;
    const by = certificate({
      names: ['news'],
      publicKey: key.publicKey,
      issuer,
      extensions: [authorityKeyId(issuer.name, serial)],
    });
    const [own, answer] = verdicts(by, signature, {}, [anchor]);
    expect(own).toEqual(answer);
    expect(Array.isArray(answer)).toBe(serial === 7n);
  });

  it('tries, of two authorities of one name, the first alone', () => {
    const namesake = authority(rsaKey());
    const forward = verdicts(news, signature, {}, [issuer.certificate, namesake.certificate]);
    const backward = verdicts(news, signature, {}, [namesake.certificate, issuer.certificate]);
    expect(forward[0]).toEqual(forward[1]);
    expect(backward[0]).toEqual(backward[1]);
    expect([Array.isArray(forward[1]), Array.isArray(backward[1])]).toEqual([true, false]);
  });

  it('judges malformed signatures as we do', () => {
    for (const hashes of [undefined, null, 'x', 7, 1.5, true]) {
      const [own, answer] = verdicts(news, signature, hashes);
      expect(own).toEqual(answer);
    }
    for (const odd of [null, 7, true, [], '', '!', signature.slice(2), signature.replace(/.{64}/g, '$&\n')]) {
      const [own, answer] = verdicts(news, odd as string);
      expect(own).toEqual(answer);
    }
  });

  it.each([1024, 2041, 2047, 2050, 3072])('verifies with a key of %i bits as we do', (bits) => {
    const odd = rsaKey(bits);
    const by = certificate({ names: ['news'], publicKey: odd.publicKey, issuer });
    const own = bits % 8 === 1 ? signature : signPss(Buffer.from('[]'), odd.privateKey).toString('base64');
    const [ourVerdict, answer] = verdicts(by, own);
    expect(ourVerdict).toEqual(answer);
    expect(answer).toEqual(bits % 8 === 1 ? expect.objectContaining({ EXCEPTION: expect.anything() as unknown }) : []);
  });
});

describe.each(phpseclibs.filter((version) => version === 2))('PHP with phpseclib %i, where 3 differs', (phpseclib) => {
  it('takes neither a certificate with a PSS signature nor one for an EC key', () => {
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const bys = [
      certificate({ names: ['news'], publicKey: key.publicKey, issuer, signature: 'pss' }),
      certificate({ names: ['news'], publicKey: ec.publicKey, issuer }),
    ];
    const hashes = new Map([['a', sha512('a')]]);
    const signed = JSON.parse(buildSignature(hashes, key.privateKey, news).toString()) as object;
    for (const by of bys) {
      const root = writeTree(parent, {
        a: 'a',
        'appinfo/signature.json': JSON.stringify({ ...signed, certificate: by.toPem() }),
      });
      expect(ours(root)).toEqual(theirs(root, phpseclib));
    }
  });
});

/** Leaves out what another file stands in the way of. */
function put(root: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    try {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    } catch {
      continue;
    }
  }
}

function pairsOf(list: HashList): [string, HashValue][] {
  return Array.from(list, ([path, hash]) => [hex(nameToBytes(path)), hash]);
}
