// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { encodePem } from '../../../common/pem.js';
import {
  bitString,
  explicit,
  integer,
  nullValue,
  oid,
  sequence,
  setOf,
  tlv,
  utf8String,
} from '../../../common/der-writer.js';
import { generateRsaKey } from '../../../ca/key/encrypted-key.js';
import { PemSigner } from '../../../ca/key/pem-signer.js';
import type { LedgerEntry } from '../../../ca/ledger/ledger-line.js';
import { defaultPolicy, type Policy } from '../../../ca/policy.js';
import { createRequest } from '../../../ca/request/create-request.js';
import { RequestFile } from '../../../ca/review/request-file.js';
import { keyHash } from '../../../ca/review/review-subject.js';
import { review, reviewRules } from '../../../ca/review/review.js';
import { name } from '../../../ca/x509/name.js';
import { basicConstraints } from '../../../ca/x509/extension.js';
import { sha256WithRsa, signStructure } from '../../../ca/x509/signed-structure.js';
import { needs } from '../../support/needs.js';
import { openssl, testCertificate, testFolder } from '../support/authority.js';
import { issued, ledgerOf } from '../support/knowledge.js';

const itOpenssl = needs('openssl', 'openssl') ? it : it.skip;
const folder = testFolder();
const now = new Date('2026-11-21T12:00:00Z');
const privateKey = await generateRsaKey(4096);
const key = new PemSigner(privateKey);
const good = await createRequest(key, 'weather_maps');
const hash = keyHash(good.spki);

/** Rule ids and severities of everything that was found, sorted. */
function found(content: string | Uint8Array, path = 'weather_maps.csr', policy: Policy = defaultPolicy): string[] {
  const file = new RequestFile(path, Buffer.from(content));
  return review({ file, policy, now }).findings.map(({ rule, severity }) => `${severity} ${rule}`);
}

function foundIn(entries: LedgerEntry[], appId = 'weather_maps', pem = good.toPem()): string[] {
  const path = `${appId}/${appId}.csr`;
  const repository = { path, knowledge: ledgerOf(...entries) };
  const { findings } = review({
    file: new RequestFile(path, Buffer.from(pem)),
    policy: defaultPolicy,
    now,
    repository,
  });
  return findings.map(({ rule, severity }) => `${severity} ${rule}`);
}

async function withSubject(subject: Uint8Array): Promise<string> {
  const spki = key.publicKey.export({ type: 'spki', format: 'der' });
  const info = sequence(integer(0), subject, spki, explicit(0, new Uint8Array()));
  return encodePem('CERTIFICATE REQUEST', await signStructure(info, key));
}

const cn = (text: string): Uint8Array => sequence(oid('2.5.4.3'), utf8String(text));
const unit = sequence(oid('2.5.4.11'), utf8String('Unit'));

it('has nothing to say of a request as the documents ask for it', () => {
  expect(found(good.toPem())).toEqual([]);
  expect(foundIn([])).toEqual([]);
});

it('has rules with ids that are stable, unique, and come with a fix and a source', () => {
  const ids = reviewRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const rule of reviewRules) {
    expect(rule.id).toMatch(/^[a-z][a-z-]+$/);
    expect([rule.id, rule.fix.length > 10, rule.source.length > 5]).toEqual([rule.id, true, true]);
  }
});

describe('the form of the file', () => {
  const pem = good.toPem();
  const body = pem.split('\n').slice(1, -2).join('\n');

  it.each([
    ['an empty file', '', ['error request-empty']],
    ['blanks', ' \n\n', ['error request-empty']],
    ['a huge file', 'x'.repeat(33_000), ['error request-too-large']],
    ['words', 'Here is my request.\n', ['error request-pem']],
    ['Windows line ends', pem.replaceAll('\n', '\r\n'), ['info request-encoding']],
    ['a byte order mark', `\ufeff${pem}`, ['info request-encoding']],
    ['no newline at the end', pem.trimEnd(), ['info request-encoding']],
    ['trailing blanks', pem.replaceAll('\n', ' \n'), ['info request-encoding']],
    ['an empty line at the start', `\n${pem}`, ['info request-encoding']],
    ['the label NEW CERTIFICATE REQUEST', pem.replaceAll('CERTIFICATE REQ', 'NEW CERTIFICATE REQ'), []],
    ['base64 alone', body, ['error request-pem']],
    ['four dashes', pem.replace('-----BEGIN', '----BEGIN'), ['error request-pem']],
    ['another label at the end', pem.replace('END CERT', 'END NEW CERT'), ['error request-pem']],
    ['text before', `My request:\n${pem}`, ['error request-text-around']],
    ['text behind', `${pem}Thanks\n`, ['error request-text-around']],
    ['two requests', pem + pem, ['error request-several']],
    ['a letter that is not base64', pem.replace('MII', 'M!I'), ['error request-pem']],
    ['a cut-off body', pem.replace(/\n[^\n]+\n-----END/, '\n-----END'), ['error request-der']],
    [
      'bytes after the DER',
      encodePem('CERTIFICATE REQUEST', Buffer.concat([good.der, Buffer.of(0)])),
      ['error request-der'],
    ],
    ['an ASN.1 null', encodePem('CERTIFICATE REQUEST', Buffer.of(5, 0)), ['error request-der']],
  ])('%s', (_, content, expected) => {
    expect(found(content).toSorted()).toEqual(expected);
  });

  it('says what a file holds that is no request', async () => {
    const certificate = await testCertificate('weather_maps');
    const file = new RequestFile('weather_maps.csr', Buffer.from(certificate.toPem()));
    expect(review({ file, policy: defaultPolicy, now }).findings).toEqual([
      expect.objectContaining({
        rule: 'request-wrong-kind',
        message: 'The file holds a certificate, not a certificate request.',
      }),
    ]);
    expect(found(encodePem('CERTIFICATE REQUEST', certificate.der))).toEqual(['error request-wrong-kind']);
    expect(found(certificate.der)).toEqual(['error request-wrong-kind']);
  });

  it.each([
    ['behind the request', (secret: string) => good.toPem() + secret],
    ['alone', (secret: string) => secret],
    ['under another label', (secret: string) => secret.replaceAll('PRIVATE KEY', 'CERTIFICATE REQUEST')],
    ['without its lines', (secret: string) => secret.split('\n').slice(1, -2).join('\n')],
    ['with broken lines', (secret: string) => secret.replace('-----BEGIN', '--BEGIN')],
  ])('finds a private key %s, and shows none of it', (_, make) => {
    for (const type of ['pkcs1', 'pkcs8'] as const) {
      const secret = privateKey.export({ type, format: 'pem' }).toString();
      const file = new RequestFile('weather_maps.csr', Buffer.from(make(secret)));
      const { ok, findings } = review({ file, policy: defaultPolicy, now });
      expect(ok).toBe(false);
      expect(findings.map(({ rule }) => rule)).toContain('request-private-key');
      expect(JSON.stringify(findings)).not.toContain(secret.split('\n')[2]);
    }
  });
});

describe('the subject', () => {
  it.each([
    ['no common name', () => sequence(setOf(unit)), ['error cn-one', 'info subject-more']],
    ['two common names', () => sequence(setOf(cn('weather_maps')), setOf(cn('weather_maps'))), ['error cn-one']],
    ['two in one relative name', () => sequence(setOf(cn('weather_maps'), cn('other'))), ['error cn-one']],
    [
      'a multi-valued relative name',
      () => sequence(setOf(cn('weather_maps'), unit)),
      ['error cn-one', 'info subject-more'],
    ],
    ['another id', () => name([['CN', 'weather_map']]), ['error cn-app-id']],
    ['capitals', () => name([['CN', 'Weather_Maps']]), ['error cn-app-id']],
    ['a NUL', () => name([['CN', 'weather_maps\0.evil']]), ['error cn-app-id']],
    [
      'an organisation too',
      () =>
        name([
          ['O', 'Us'],
          ['CN', 'weather_maps'],
        ]),
      ['info subject-more'],
    ],
  ])('%s', async (_, subject, expected) => {
    expect(found(await withSubject(subject()))).toEqual(expected);
  });

  it('cleans and cuts what strangers wrote before it shows it', async () => {
    const pem = await withSubject(name([['CN', `\u001b[31m\u202e${'x'.repeat(500)}`]]));
    const file = new RequestFile('weather_maps.csr', Buffer.from(pem));
    const message = review({ file, policy: defaultPolicy, now }).findings[0]?.message ?? '';
    expect(message).toContain('\\u001b[31m\ufffdxxx');
    expect(message.length).toBeLessThan(160);
  });

  it.each([
    ['Weather', 'error id-format'],
    ['weather-maps', 'error id-format'],
    ['ab', 'error id-format'],
    ['x'.repeat(33), 'error id-format'],
  ])('refuses the new id %s', async (id, expected) => {
    expect(found(await withSubject(name([['CN', id]])), `${id}.csr`)).toEqual([expected]);
  });

  it('knows its place in the repository', () => {
    const knowledge = ledgerOf();
    for (const path of ['weather_maps.csr', 'other/weather_maps.csr', 'weather_maps/x/weather_maps.csr']) {
      const file = new RequestFile(path, Buffer.from(good.toPem()));
      const { findings } = review({ file, policy: defaultPolicy, now, repository: { path, knowledge } });
      expect(findings.map(({ rule }) => rule)).toEqual(['path']);
    }
  });
});

describe('the key', () => {
  it('of 2048 bits is refused, but for a renewal and for as long as the policy says', async () => {
    const pem = (await createRequest(new PemSigner(await generateRsaKey(2048)), 'weather_maps')).toPem();
    expect(found(pem)).toEqual(['error key-size']);
    const policy = { ...defaultPolicy, shorterKeysUntil: new Date('2026-11-21T23:59:59Z') };
    expect(found(pem, 'weather_maps.csr', policy)).toEqual(['warning key-size']);
    const over = { ...defaultPolicy, shorterKeysUntil: new Date('2026-11-20T23:59:59Z') };
    expect(found(pem, 'weather_maps.csr', over)).toEqual(['error key-size']);
    const request = new RequestFile('weather_maps.csr', Buffer.from(pem)).request!;
    const renewal = foundIn([issued('weather_maps', 'a1', keyHash(request.spki))], 'weather_maps', pem);
    expect(renewal).toEqual(['warning key-size', 'info renewal']);
  });

  itOpenssl.each([
    ['RSA-1024', ['-newkey', 'rsa:1024'], 'error key-size'],
    ['EC', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], 'error key-type'],
    ['Ed25519', ['-newkey', 'ed25519'], 'error key-type'],
    ['the exponent 3', ['-newkey', 'rsa:2048', '-pkeyopt', 'rsa_keygen_pubexp:3'], 'error key-exponent'],
    ['SHA-1', ['-newkey', 'rsa:2048', '-sha1'], 'warning request-signature-hash'],
    ['MD5', ['-newkey', 'rsa:2048', '-md5'], 'error request-signature-hash'],
    ['PSS', ['-newkey', 'rsa:2048', '-sigopt', 'rsa_padding_mode:pss'], 'error request-signature-hash'],
    ['SHA-512', ['-newkey', 'rsa:2048', '-sha512'], undefined],
  ])('with %s', (_, args, expected) => {
    const keyFile = folder.put('any.key', '');
    const { out: pem } = openssl(['req', '-new', '-nodes', '-keyout', keyFile, '-subj', '/CN=weather_maps', ...args]);
    expect(found(pem, 'weather_maps.csr', { ...defaultPolicy, minimumKeyBits: 2048 })).toEqual(
      expected === undefined ? [] : [expected],
    );
  });

  itOpenssl('signed with SHA-1 is refused from 2027 on, but for a renewal', () => {
    const keyFile = folder.put('sha1.key', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    const { out: pem } = openssl(['req', '-new', '-key', keyFile, '-subj', '/CN=weather_maps', '-sha1']);
    const file = new RequestFile('weather_maps/weather_maps.csr', Buffer.from(pem));
    const at = (day: string, ...entries: LedgerEntry[]): string[] => {
      const repository = { path: file.path, knowledge: ledgerOf(...entries) };
      const input = { file, policy: defaultPolicy, now: new Date(day), repository };
      return review(input).findings.map(({ rule, severity }) => `${severity} ${rule}`);
    };
    expect(at('2026-12-31T23:59:59Z')).toEqual(['warning request-signature-hash']);
    expect(at('2027-01-01')).toEqual(['error request-signature-hash']);
    const renewal = issued('weather_maps', 'a1', hash, '2027-03-01T00:00:00Z');
    expect(at('2027-01-01', renewal)).toEqual(['warning request-signature-hash', 'info renewal']);
    const replacement = issued('weather_maps', 'a1', 'b'.repeat(64), '2027-03-01T00:00:00Z');
    expect(at('2027-01-01', replacement)).toEqual(['error request-signature-hash', 'hold replacement']);
  });

  it('has to have signed the request', () => {
    const changed = Uint8Array.from(good.der);
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    expect(found(encodePem('CERTIFICATE REQUEST', changed))).toEqual(['error request-signature']);
  });
});

describe('keys that can be broken', () => {
  /** Nobody can sign with such a key: the signature is none, and said so too. */
  const withModulus = (modulus: bigint): string => {
    const key = sequence(integer(modulus), integer(65537));
    const spki = sequence(sequence(oid('1.2.840.113549.1.1.1'), nullValue()), bitString(key));
    const info = sequence(integer(0), name([['CN', 'weather_maps']]), spki, explicit(0, new Uint8Array()));
    return encodePem('CERTIFICATE REQUEST', sequence(info, sha256WithRsa, bitString(Buffer.alloc(512))));
  };
  const sound = new RequestFile('weather_maps.csr', Buffer.from(good.toPem())).request!.rsaKey!.modulus;
  const primes = Array.from({ length: 168 }, (_, at) => BigInt(at)).filter(
    (n) => n > 2n && Array.from({ length: 13 }, (_, d) => BigInt(d + 2)).every((d) => n === d || n % d !== 0n),
  );
  const product = primes.reduce((all, prime) => all * prime);
  const middle = (1n << 2047n) + 12_345n;

  it.each<[string, bigint, string]>([
    ['a small factor', (sound / 991n) * 991n, 'key-weak-factor'],
    ['the shape of the faulty smart cards', (sound / product) * product + (65537n ** 4711n % product), 'key-weak-roca'],
    ['primes that lie close together', (middle - 64n) * (middle + 64n), 'key-weak-close-primes'],
    ['one prime twice', middle * middle, 'key-weak-close-primes'],
  ])('%s', (_, modulus, rule) => {
    expect(found(withModulus(modulus))).toContain(`error ${rule}`);
  });

  it.each([
    ['nought', 0n],
    ['one', 1n],
    ['65,536 bits', (1n << 65_535n) + 12_345n],
  ])('a modulus of %s is refused, and not looked at for long', (_, modulus) => {
    const file = new RequestFile('weather_maps.csr', Buffer.from(withModulus(modulus)));
    const otherModuli = (): never => {
      throw new Error('it was divided');
    };
    expect(review({ file, policy: defaultPolicy, now, deep: { otherModuli } }).ok).toBe(false);
  });

  it('a sound one is not called weak', () => {
    expect(found(withModulus(sound)).filter((text) => text.includes('weak'))).toEqual([]);
  });
});

it('says what a request asks for beside the certificate, and that it is ignored', async () => {
  const spki = key.publicKey.export({ type: 'spki', format: 'der' });
  const asking = async (...attributes: Uint8Array[]): Promise<string> => {
    const info = sequence(integer(0), name([['CN', 'weather_maps']]), spki, explicit(0, Buffer.concat(attributes)));
    return encodePem('CERTIFICATE REQUEST', await signStructure(info, key));
  };
  const challenge = sequence(oid('1.2.840.113549.1.9.7'), setOf(utf8String('secret')));
  const extensions = sequence(oid('1.2.840.113549.1.9.14'), setOf(sequence(basicConstraints(true))));
  expect(found(await asking(challenge))).toEqual(['info request-attributes']);
  expect(found(await asking(extensions))).toEqual(['info request-extensions']);
  expect(found(await asking(challenge, extensions))).toEqual(['info request-extensions', 'info request-attributes']);
});

it.each([
  ['UTF8String', 0x0c, Buffer.from('weather_maps')],
  ['PrintableString', 0x13, Buffer.from('weather_maps')],
  ['T61String, as old LibreSSL writes it', 0x14, Buffer.from('weather_maps')],
  ['IA5String', 0x16, Buffer.from('weather_maps')],
  ['BMPString', 0x1e, Buffer.from('weather_maps', 'utf16le').swap16()],
  ['UniversalString', 0x1c, Buffer.from([...Buffer.from('weather_maps')].flatMap((octet) => [0, 0, 0, octet]))],
])('takes the common name for what it says, as %s', async (_, type, bytes) => {
  const pem = await withSubject(sequence(setOf(sequence(oid('2.5.4.3'), tlv(type, bytes)))));
  expect(found(pem)).toEqual([]);
  const other = await withSubject(sequence(setOf(sequence(oid('2.5.4.3'), tlv(type, bytes.subarray(0, -4))))));
  expect(found(other)).toEqual(['error cn-app-id']);
});

describe('what the repository knows', () => {
  const other = 'b'.repeat(64);

  it.each<[string, LedgerEntry[], string[]]>([
    ['the key of another app', [issued('other', 'a1', hash)], ['error key-of-another-app']],
    ['a blocked key', [{ kind: 'block-key', key: hash, why: 'in a pull request' }], ['error key-blocked']],
    ['a renewal in time', [issued('weather_maps', 'a1', hash, '2027-01-01T00:00:00Z')], ['info renewal']],
    ['a renewal too early', [issued('weather_maps', 'a1', hash)], ['info renewal']],
    ['a replacement', [issued('weather_maps', 'a1', other)], ['hold replacement']],
    [
      'an old key',
      [issued('weather_maps', 'a1', hash), issued('weather_maps', 'a2', other)],
      ['error key-old', 'hold replacement'],
    ],
    [
      'a key that leaked',
      [
        issued('weather_maps', 'a1', hash),
        { kind: 'revoke', serial: 'a1', app: 'weather_maps', reason: 'keyCompromise', date: '2026-02-01T00:00:00Z' },
      ],
      ['error key-blocked', 'error key-old', 'hold revoked-before'],
    ],
    [
      'an app whose certificate was revoked',
      [
        issued('weather_maps', 'a1', other),
        { kind: 'revoke', serial: 'a1', app: 'weather_maps', reason: 'superseded', date: '2026-02-01T00:00:00Z' },
      ],
      ['hold revoked-before'],
    ],
    ['a name nearly taken', [issued('weathermap', 'a1', other)], ['hold id-confusing']],
  ])('%s', (_, entries, expected) => {
    expect(foundIn(entries).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    ['files', ['error id-reserved']],
    ['nextcloud', ['error id-reserved']],
    ['app_id', ['error id-reserved']],
    ['nextclaude', ['hold id-product']],
    ['my_nextcloud_tool', ['hold id-product']],
    ['recipes', ['hold id-generic']],
    ['gardenplanner', []],
  ])('the new name %s', async (id, expected) => {
    expect(foundIn([], id, await withSubject(name([['CN', id]])))).toEqual(expected);
  });

  it('lets the product have its own names, where the policy says which', async () => {
    const pem = await withSubject(name([['CN', 'theming']]));
    const path = 'theming/theming.csr';
    const repository = { path, knowledge: ledgerOf(issued('themings', 'a1', 'b'.repeat(64))) };
    const policy = { ...defaultPolicy, allowedIds: ['theming'] };
    const file = new RequestFile(path, Buffer.from(pem));
    expect(review({ file, policy: defaultPolicy, now, repository }).ok).toBe(false);
    expect(review({ file, policy, now, repository }).findings).toEqual([]);
  });

  it('leaves those alone that were certified before, whatever they are called', async () => {
    const pem = await withSubject(name([['CN', 'nextcloud-aio']]));
    expect(foundIn([issued('nextcloud-aio', 'a1', hash, '2027-01-01T00:00:00Z')], 'nextcloud-aio', pem)).toEqual([
      'info renewal',
    ]);
  });
});
