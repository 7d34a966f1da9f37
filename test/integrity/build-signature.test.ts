// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Certificate } from '../../common/certificate.js';
import { readPrivateKey } from '../../common/private-key.js';
import { buildSignature } from '../../src/integrity/build-signature.js';
import { IntegrityError } from '../../src/integrity/integrity-error.js';
import { goldenPaths } from './fixtures/golden-tree.js';
import { rsaKey } from './support/pki.js';
import { thrown } from './support/thrown.js';
import { sha512 } from './support/tree.js';

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const key = readPrivateKey(fixture('throw-away-test-key.pem').toString());
const pem = fixture('golden.crt').toString();
const hash = sha512('');

function refusal(paths: readonly string[]): IntegrityError {
  try {
    buildSignature(new Map(paths.map((path) => [path, hash])), key, pem);
  } catch (error) {
    if (error instanceof IntegrityError) return error;
  }
  throw new Error(`${paths.join()} was signed`);
}

describe('signature.json', () => {
  it('is byte for byte what PHP with phpseclib writes, whatever order the hashes come in', () => {
    const golden = fixture('golden.signature.json');
    const hashes = goldenPaths.map((path) => [path, sha512(path)] as const);
    expect(buildSignature(new Map(hashes), key, pem).equals(golden)).toBe(true);
    expect(buildSignature(new Map(hashes.toReversed()), key, Certificate.fromPem(pem)).equals(golden)).toBe(true);
  });

  it('ends without a newline, and its certificate in CRLF lines with none behind the footer', () => {
    const text = buildSignature(new Map([['a', hash]]), key, pem).toString();
    expect(text.endsWith('-----END CERTIFICATE-----"\n}')).toBe(true);
    const { certificate } = JSON.parse(text) as { certificate: string };
    expect(certificate).toBe(pem.trimEnd().replaceAll('\n', '\r\n'));
  });

  it('has [] for an empty list', () => {
    expect(buildSignature(new Map(), key, pem).toString()).toMatch(/^\{\n {4}"hashes": \[\],\n {4}"signature": "/);
  });
});

describe('what cannot be verified is not signed', () => {
  it.each(['9', '1e1', ' 7', '7 ', '.5', '-5', '007'])('top-level names that PHP takes for numbers: %j', (path) => {
    expect(refusal(['appinfo/info.xml', path])).toMatchObject({
      code: 'unsignable',
      findings: [{ rule: 'integrity-numeric-name', file: path }],
    });
  });

  it.each(['a\udcffb', '\ud83d'])('names that are no UTF-8: %j', (path) => {
    expect(refusal([path])).toMatchObject({ code: 'unsignable', findings: [{ rule: 'integrity-name-not-utf8' }] });
  });

  it.each(['appinfo/signature.json', 'core/signature.json', '.DS_Store', 'a/Thumbs.db'])(
    'paths that servers leave out of their list: %j',
    (path) => {
      expect(refusal([path])).toMatchObject({ findings: [{ rule: 'integrity-unhashed-path', file: path }] });
    },
  );

  it.each(['', '/a', 'a/', 'a//b', '.', '..', './a', 'a/../b', 'a/.', '..\n/../x'])('odd paths: %j', (path) => {
    expect(refusal([path])).toMatchObject({ findings: [{ rule: 'integrity-odd-path' }] });
  });

  it('says all at once', () => {
    const error = refusal(['9', 'core/signature.json']);
    expect(error.findings.map(({ rule }) => rule)).toEqual(['integrity-numeric-name', 'integrity-unhashed-path']);
    expect(error.message).toContain('(and 1 more)');
    expect(error.outcome).toBe('refused');
  });

  it('signs what only looks odd', () => {
    const paths = ['a/9', 'numbers/1e1', '...', '.a', 'a..b', '9a', '..a/b', 'a\n.'];
    expect(() => buildSignature(new Map(paths.map((path) => [path, hash])), key, pem)).not.toThrow();
  });
});

it('refuses a key that is not the certificate’s: the server’s command signs, and no server verifies it', () => {
  expect(thrown(() => buildSignature(new Map(), rsaKey().privateKey, pem))).toMatchObject({
    code: 'key-mismatch',
    outcome: 'refused',
  });
});
