// SPDX-License-Identifier: MIT
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Certificate } from '../../common/certificate.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { Trust } from '../../common/trust.js';
import { buildSignature } from '../../src/integrity/build-signature.js';
import { type CheckQuestion, type CheckReport, checkTree } from '../../src/integrity/check-tree.js';
import { signedBytes, sortHashList } from '../../src/integrity/hash-list.js';
import { signPss } from '../../src/integrity/pss-signature.js';
import {
  authority,
  authorityKeyId,
  caIssuers,
  certificate,
  type CertificateWish,
  revocationList,
  rsaKey,
  subjectKeyId,
} from './support/pki.js';
import { type Files, memoryTree, sha512 } from './support/tree.js';

const issuer = authority();
const key = rsaKey();
const now = new Date('2026-11-21T00:00:00Z');
const trust = new Trust([issuer.certificate]);
const files: Files = { 'appinfo/info.xml': '<info/>', 'lib/a.php': 'a', 'lib/b.php': 'b', 'js/c.js': 'c' };

const issue = (wish: Partial<CertificateWish> = {}): Certificate =>
  certificate({ names: ['news'], publicKey: key.publicKey, issuer, ...wish });
const plain = issue();

function hashesOf(signed: Files): Map<string, string> {
  return new Map(Object.entries(signed).map(([path, content]) => [path, sha512(content)]));
}

const signatureOf = (signed: Files, by = plain): string =>
  buildSignature(hashesOf(signed), key.privateKey, by).toString();

function check(there: Files, question: Partial<CheckQuestion> = {}): CheckReport {
  return checkTree(memoryTree(there), { kind: 'app', scope: 'news', trust, now, ...question });
}

/** Signed as `files`, and then there is this. */
function checkSigned(there: Files, by = plain, question: Partial<CheckQuestion> = {}): CheckReport {
  return check({ ...there, 'appinfo/signature.json': signatureOf(files, by) }, question);
}

const rulesOf = ({ warnings }: CheckReport): string[] => warnings.map(({ rule }) => rule);
const fine = { scope: 'news', result: {}, warnings: [] };
const invalid = (message: string): object => ({
  EXCEPTION: { class: 'OC\\IntegrityCheck\\Exceptions\\InvalidSignatureException', message },
});
const notFound = invalid('Signature data not found.');
const notValid = invalid('Certificate is not valid.');
const notVerified = invalid('Signature could not get verified.');
const notInScope = (name: string): object =>
  invalid(`Certificate is not valid for required scope. (Requested: news, current: CN=${name})`);

describe('the verdict, check by check in the server’s order', () => {
  it('is empty for what was signed', () => {
    expect(checkSigned(files)).toEqual(fine);
  });

  it.each([undefined, '', 'null', '"x"', '7', '{', '\ufeff{}'])('signature data not found: %j', (content) => {
    const signature = content === undefined ? {} : { 'appinfo/signature.json': content };
    expect(check({ ...files, ...signature }).result).toEqual(notFound);
  });

  it('a signature that is missing or empty is never fine (owncloud/calendar#1368)', () => {
    expect(check(files).result).not.toEqual({});
    expect(check({ 'appinfo/signature.json': '' }).result).not.toEqual({});
  });

  it.each([
    ['{}', 'ksort(): Argument #1 ($array) must be of type array, null given'],
    ['[]', 'ksort(): Argument #1 ($array) must be of type array, null given'],
    ['{"hashes":"x"}', 'ksort(): Argument #1 ($array) must be of type array, string given'],
    ['{"hashes":1.5,"signature":""}', 'ksort(): Argument #1 ($array) must be of type array, float given'],
    ['{"hashes":[]}', 'base64_decode(): Argument #1 ($string) must be of type string, null given'],
    ['{"hashes":{},"signature":[]}', 'base64_decode(): Argument #1 ($string) must be of type string, array given'],
    ['{"hashes":{},"signature":true}', 'base64_decode(): Argument #1 ($string) must be of type string, bool given'],
    ['{"hashes":{},"signature":1}', 'base64_decode(): Argument #1 ($string) must be of type string, int given'],
  ])('malformed, so that a server aborts: %s', (content, message) => {
    const report = check({ ...files, 'appinfo/signature.json': content });
    expect(report.result).toEqual({ EXCEPTION: { class: 'TypeError', message } });
    expect(rulesOf(report)).toEqual(['check-malformed-signature']);
  });

  it('certificate not valid: none, not readable, by another authority, self-signed', () => {
    const with_ = (value: unknown): CheckReport =>
      check({
        ...files,
        'appinfo/signature.json': JSON.stringify({ ...(JSON.parse(signatureOf(files)) as object), certificate: value }),
      });
    for (const value of [undefined, null, '', 'x', ['x'], { tbsCertificate: {} }])
      expect(with_(value).result).toEqual(notValid);
    const stranger = authority(rsaKey(), 'Somebody else');
    expect(checkSigned(files, issue({ issuer: stranger })).result).toEqual(notValid);
    const impostor = { name: issuer.name, privateKey: stranger.privateKey };
    expect(checkSigned(files, issue({ issuer: impostor })).result).toEqual(notValid);
    expect(checkSigned(files, authority(key, 'news').certificate).result).toEqual(notValid);
  });

  it('the scope: another app, another spelling, no CN, two CNs', () => {
    expect(checkSigned(files, issue({ names: ['mail'] })).result).toEqual(notInScope('mail'));
    expect(checkSigned(files, issue({ names: ['News'] })).result).toEqual(notInScope('News'));
    expect(checkSigned(files, issue({ names: [] })).result).toEqual(notInScope(''));
    expect(checkSigned(files, issue({ names: ['news', 'news'] })).result).toEqual(notInScope('Array'));
    expect(checkSigned(files, issue({ names: ['news', 'core'] })).result).toEqual(notInScope('Array'));
  });

  it('looks at the certificate before the signature, and at the scope before both hashes', () => {
    const broken = JSON.stringify({ hashes: {}, signature: '', certificate: issue({ names: ['mail'] }).toPem() });
    expect(check({ 'appinfo/signature.json': broken }).result).toEqual(notInScope('mail'));
  });

  it('the signature: cut, of another list, of uppercase hashes, of another key', () => {
    const data = JSON.parse(signatureOf(files)) as { hashes: Record<string, string>; signature: string };
    const with_ = (change: object): CheckReport =>
      check({ ...files, 'appinfo/signature.json': JSON.stringify({ ...data, ...change }) });
    expect(with_({}).result).toEqual({});
    expect(with_({ signature: '' }).result).toEqual(notVerified);
    expect(with_({ signature: data.signature.slice(4) }).result).toEqual(notVerified);
    expect(with_({ hashes: { ...data.hashes, x: sha512('') } }).result).toEqual(notVerified);
    const uppercase = Object.fromEntries(Object.entries(data.hashes).map(([path, hash]) => [path, hash.toUpperCase()]));
    expect(with_({ hashes: uppercase }).result).toEqual(notVerified);
    const other = issue({ publicKey: rsaKey().publicKey });
    expect(with_({ certificate: other.toPem() }).result).toEqual(notVerified);
  });

  it('takes the list in any order and layout, base64 with line breaks, the last of two keys', () => {
    const data = JSON.parse(signatureOf(files)) as {
      hashes: Record<string, string>;
      signature: string;
      certificate: string;
    };
    const hashes = JSON.stringify(Object.fromEntries(Object.entries(data.hashes).toReversed()));
    const signature = JSON.stringify(data.signature.replace(/.{76}/g, '$&\r\n'));
    const text = `\n{"signature": "x", "hashes":{"x":"y"},\t"hashes":${hashes},"certificate":${JSON.stringify(data.certificate)},"signature":${signature}}`;
    expect(check({ ...files, 'appinfo/signature.json': text }).result).toEqual({});
  });

  it('the files', () => {
    const report = checkSigned({
      'appinfo/info.xml': '<info/>',
      'lib/a.php': 'changed',
      'lib/b.php': 'b',
      'x.php': 'x',
    });
    expect(report).toEqual({
      scope: 'news',
      result: {
        INVALID_HASH: { 'lib/a.php': { expected: sha512('a'), current: sha512('changed') } },
        FILE_MISSING: { 'js/c.js': { expected: sha512('c'), current: '' } },
        EXTRA_FILE: { 'x.php': { expected: '', current: sha512('x') } },
      },
      warnings: [],
    });
  });

  it('filtered after signing: FILE_MISSING and EXTRA_FILE (contacts#566, worktime#70)', () => {
    const packed = Object.fromEntries(Object.entries(files).filter(([path]) => path !== 'js/c.js'));
    expect(checkSigned({ ...packed, '.git/config': 'x' }).result).toMatchObject({
      FILE_MISSING: { 'js/c.js': {} },
      EXTRA_FILE: { '.git/config': {} },
    });
  });

  it('makes nothing of what the checker does not look at: an expired certificate, a small key, odd extensions', () => {
    expect(checkSigned(files, issue({ notAfter: new Date('2026-02-01T00:00:00Z') })).result).toEqual({});
    const small = rsaKey(1024);
    const by = issue({ publicKey: small.publicKey });
    const signature = buildSignature(hashesOf(files), small.privateKey, by).toString();
    expect(check({ ...files, 'appinfo/signature.json': signature }).result).toEqual({});
  });
});

describe('the verdict over a server', () => {
  const marker = '#### DO NOT CHANGE ANYTHING ABOVE THIS LINE ####';
  const core = { 'core/js/core.js': 'x', '.htaccess': 'above\n', 'updater/index.php': 'old', 'version.php': 'v' };
  const by = issue({ names: ['core'] });
  const signed = { ...core, 'core/signature.json': signatureOf(core, by) };
  const question = { kind: 'core', scope: 'core' } as const;

  it('leaves out the updater, data and apps, and what stands below the marker in .htaccess', () => {
    const there = {
      ...signed,
      '.htaccess': `above\n${marker}\nbelow`,
      'updater/index.php': 'new',
      'data/x': 'x',
      'apps/y': 'y',
    };
    expect(check(there, question)).toEqual({ scope: 'core', result: {}, warnings: [] });
  });

  it('needs a certificate for core', () => {
    const app = { ...core, 'core/signature.json': signatureOf(core) };
    expect(check(app, question).result).toEqual(
      invalid('Certificate is not valid for required scope. (Requested: core, current: CN=news)'),
    );
  });

  it('knows that a server may take a mimetype list that it generated itself', () => {
    const list = { ...core, 'core/js/mimetypelist.js': 'default' };
    const there = { ...list, 'core/js/mimetypelist.js': 'own', 'core/signature.json': signatureOf(list, by) };
    const report = check(there, question);
    expect(report.result).toMatchObject({ INVALID_HASH: { 'core/js/mimetypelist.js': {} } });
    expect(rulesOf(report)).toEqual(['check-mimetype-list']);
  });
});

describe('what the server’s checker is blind to is said apart, and changes no verdict', () => {
  it.each([
    [
      'renamed',
      { 'lib/b.php': undefined, 'lib/z.php': 'b' },
      ['lib/b.php', 'lib/z.php'],
      'its content is in "lib/z.php"',
    ],
    ['swapped', { 'lib/a.php': 'b', 'lib/b.php': 'a' }, ['lib/a.php', 'lib/b.php'], 'what was signed as "lib/b.php"'],
    ['copied', { 'lib/z.php': 'b' }, ['lib/z.php'], 'a copy of "lib/b.php"'],
  ])('a file that was %s', (_how, change: Record<string, string | undefined>, places, words) => {
    const there = Object.fromEntries(
      Object.entries({ ...files, ...change }).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    const { result, warnings } = checkSigned(there);
    expect(result).toEqual({});
    expect(warnings.map(({ rule, severity, file }) => [rule, severity, file])).toEqual(
      places.map((file) => ['check-unreported', 'warning', file]),
    );
    expect(warnings[0]?.message).toContain(words);
  });

  it('a second file of those that have one new content', () => {
    const { result, warnings } = checkSigned({ ...files, x: 'new', y: 'new' });
    expect(result).toEqual({ EXTRA_FILE: { x: { expected: '', current: sha512('new') } } });
    expect(warnings).toMatchObject([{ rule: 'check-unreported', file: 'y' }]);
  });

  it('a certificate that has expired or is not valid yet', () => {
    const expired = issue({ notAfter: new Date('2026-02-01T00:00:00Z') });
    expect(checkSigned(files, expired)).toMatchObject({
      result: {},
      warnings: [{ rule: 'certificate-expired', severity: 'warning' }],
    });
    const early = issue({ notBefore: new Date('2030-01-01T00:00:00Z') });
    expect(checkSigned(files, early)).toMatchObject({
      result: {},
      warnings: [{ rule: 'certificate-not-yet-valid', severity: 'warning' }],
    });
  });

  it('a certificate that was revoked', () => {
    const crl = new CertificateRevocationList(revocationList(issuer, [plain.serial]));
    expect(checkSigned(files, plain, { crl })).toMatchObject({
      result: {},
      warnings: [{ rule: 'certificate-revoked', severity: 'warning' }],
    });
    const stranger = new CertificateRevocationList(revocationList(authority(rsaKey(), 'Somebody else'), []));
    expect(rulesOf(checkSigned(files, plain, { crl: stranger }))).toEqual(['crl-not-by-a-trusted-authority']);
  });

  it('a certificate for core, which the checker takes for every app', () => {
    const report = checkSigned(files, issue({ names: ['core'] }));
    expect(report.result).toEqual({});
    expect(rulesOf(report)).toEqual(['check-certificate-for-core']);
  });

  it('an authority that a server would fetch; nothing is fetched here', () => {
    const stranger = authority(rsaKey(), 'Sub-authority');
    const url = 'http://127.0.0.1:1/sub.crt';
    const report = checkSigned(files, issue({ issuer: stranger, extensions: [caIssuers(url)] }));
    expect(report.result).toEqual(notValid);
    expect(report.warnings).toMatchObject([{ rule: 'check-certificate-fetches' }]);
    expect(report.warnings[0]?.message).toContain(url);
    expect(checkSigned(files, issue({ extensions: [caIssuers(url)] }))).toEqual(fine);
  });

  it('certificates that servers with phpseclib 2 and 3 judge differently', () => {
    const pss = checkSigned(files, issue({ signature: 'pss' }));
    expect(pss.result).toEqual(notValid);
    expect(rulesOf(pss)).toEqual(['check-certificate-algorithm']);
    const ecAuthority = authority(generateKeyPairSync('ec', { namedCurve: 'P-256' }), 'EC');
    const byEc = checkSigned(files, issue({ issuer: ecAuthority, signature: 'ecdsa' }), {
      trust: new Trust([ecAuthority.certificate]),
    });
    expect(byEc.result).toEqual(notValid);
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const data = {
      ...(JSON.parse(signatureOf(files)) as object),
      certificate: issue({ publicKey: ec.publicKey }).toPem(),
    };
    const withEcKey = check({ ...files, 'appinfo/signature.json': JSON.stringify(data) });
    expect(withEcKey.result).toEqual(notVerified);
    expect(rulesOf(withEcKey)).toEqual(['check-certificate-key']);
  });

  it('.htaccess among the signed files, which the installer drops (nextcloud/server#9765)', () => {
    const all = { ...files, 'lib/.htaccess': 'deny' };
    const report = check({ ...all, 'appinfo/signature.json': signatureOf(all) });
    expect(report.result).toEqual({});
    expect(report.warnings).toMatchObject([{ rule: 'check-htaccess', file: 'lib/.htaccess' }]);
  });

  it('files whose names keep them out of the list, whatever stands in them', () => {
    const report = checkSigned({ ...files, 'js/.DS_Store': 'x', 'core/signature.json': 'x' });
    expect(report.result).toEqual({});
    expect(report.warnings.map(({ rule, file }) => [rule, file])).toEqual([
      ['check-misplaced-signature', 'core/signature.json'],
      ['check-unhashed-name', 'js/.DS_Store'],
    ]);
  });

  it('top-level names that PHP takes for numbers: the order of the list is undefined', () => {
    const all = { ...files, '9': 'nine', '7x': 'seven' };
    const hashes = sortHashList(hashesOf(all));
    const signature = signPss(signedBytes(hashes), key.privateKey).toString('base64');
    const data = { hashes: Object.fromEntries(hashes), signature, certificate: plain.toPem() };
    const signed = { 'appinfo/signature.json': JSON.stringify(data) };
    const report = check({ ...all, ...signed });
    expect(report.result).toEqual({});
    expect(report.warnings).toMatchObject([{ rule: 'check-order-undefined', file: '9' }]);
    expect(check({ ...all, '9': 'changed', ...signed }).result).toEqual({
      EXTRA_FILE: {
        '0': { expected: '', current: sha512('nine') },
        '1': { expected: '', current: sha512('changed') },
      },
    });
  });

  it('a hash that is no text: not verified, as nobody signs such a list', () => {
    const data = { ...(JSON.parse(signatureOf(files)) as object), hashes: { a: 1, b: null, c: ['x'] } };
    const report = check({ ...files, 'appinfo/signature.json': JSON.stringify(data) });
    expect(report.result).toEqual(notVerified);
    expect(report.warnings).toMatchObject([
      { rule: 'check-odd-hash', file: 'a' },
      { rule: 'check-odd-hash', file: 'b' },
      { rule: 'check-odd-hash', file: 'c' },
    ]);
  });

  it('an extra file whose name is no UTF-8', () => {
    const report = checkSigned({ ...files, 'caf\udce9': 'x' });
    expect(report.result).toMatchObject({ EXTRA_FILE: { 'caf\\xe9': { expected: '' } } });
    expect(report.warnings).toMatchObject([{ rule: 'check-name-not-utf8', file: 'caf\\xe9' }]);
  });
});

describe('a hostile signature.json ends in a verdict, never in a fault of the program', () => {
  const leaf = issue({
    extensions: [subjectKeyId('leaf'), authorityKeyId(issuer.name, 1n), caIssuers('http://127.0.0.1:1/')],
  });
  const data = JSON.parse(signatureOf(files, leaf)) as object;
  const strange = { ...files, '9': 'x' };

  it('whatever stands in the certificate', () => {
    const changes = fc.array(fc.tuple(fc.nat(leaf.der.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(changes, fc.nat(40), (all, cut) => {
        const der = Buffer.from(leaf.der);
        for (const [at, byte] of all) der[at] = byte;
        const certificate = der.subarray(0, der.length - Math.max(0, cut - 30)).toString('base64');
        const { result } = check({ ...strange, 'appinfo/signature.json': JSON.stringify({ ...data, certificate }) });
        expect(Object.keys(result)).toHaveLength(1);
      }),
      { numRuns: 2000 },
    );
  });

  it('whatever stands in the file', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const odd = fc.record({ hashes: value, signature: value, certificate: value }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.oneof(odd, value), (content) => {
        const text = JSON.stringify(content instanceof Object ? Object.assign({}, data, content) : content);
        expect(Object.keys(check({ ...strange, 'appinfo/signature.json': text }).result).length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
