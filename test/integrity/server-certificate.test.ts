// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { signPss } from '../../src/integrity/pss-signature.js';
import { readServerCertificate } from '../../src/integrity/server-certificate.js';
import { askPhp, hex, phpseclibs } from './support/php.js';
import { authority, certificate, rsaKey } from './support/pki.js';

const issuer = authority();
const key = rsaKey();
const leaf = certificate({ names: ['news'], publicKey: key.publicKey, issuer });
const pem = leaf.toPem();
const crlf = leaf.toPem('\r\n');
const base64 = Buffer.from(leaf.der).toString('base64');
const trailing = Buffer.concat([leaf.der, Buffer.from('more')]).toString('base64');
const wrap = (body: string): string => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`;

/** form -> whether phpseclib reads it; the interop test below asks it */
const forms: readonly (readonly [string, string, boolean])[] = [
  ['PEM with LF', pem, true],
  ['PEM with CRLF and no line end', crlf.trimEnd(), true],
  ['text before the header', `subject=CN = news\nissuer=CN = x\n${pem}`, true],
  ['text behind the footer', `${pem}that was it\n`, true],
  ['all on one line', pem.replaceAll('\n', ''), true],
  ['all on one line, with blanks', pem.replaceAll('\n', ' '), true],
  ['base64 alone', base64, true],
  ['base64 alone, in lines', base64.replace(/.{64}/g, '$&\n'), true],
  ['a header without a footer', `-----BEGIN CERTIFICATE-----\n${base64}`, true],
  ['a footer without a header', `${base64}\n-----END CERTIFICATE-----`, false],
  ['any words for a header', `---X---\n${base64}\n---END---`, true],
  ['two certificates, of which the first counts', pem + issuer.certificate.toPem(), true],
  ['two certificates, of which the first is another', issuer.certificate.toPem() + pem, false],
  ['bytes behind the certificate', wrap(trailing), true],
  ['a character that is no base64', wrap(`${base64.slice(0, 40)}*${base64.slice(40)}`), false],
  ['the URL alphabet', wrap(base64.replaceAll('/', '_').replaceAll('+', '-')), !/[/+]/.test(base64)],
  ['a cut-off certificate', wrap(base64.slice(0, 400)), false],
  ['nothing', '', false],
  ['a header alone', '-----BEGIN CERTIFICATE-----', false],
  ['two headers', `-----BEGIN X-----\n${pem}`, true],
];

describe('forms of a certificate', () => {
  it.each(forms)('%s', (_form, text, isRead) => {
    const read = readServerCertificate(text);
    expect(read?.fingerprint === leaf.fingerprint).toBe(isRead);
  });

  it.each([undefined, null, 7, true, [pem], { tbsCertificate: {} }, 'a'.repeat(1_000_001)])(
    'not text, or too much of it',
    (value) => {
      expect(readServerCertificate(value)).toBeUndefined();
    },
  );

  it('takes no time over hostile text', () => {
    const start = performance.now();
    for (const text of [
      '-'.repeat(500_000),
      '-a'.repeat(400_000),
      '-\n'.repeat(400_000),
      `${'-'.repeat(300_000)}END`,
      ' \n'.repeat(400_000),
    ]) {
      expect(readServerCertificate(text)).toBeUndefined();
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });

  (phpseclibs.length > 0 ? it : it.skip)('is of one mind with phpseclib', () => {
    const message = '[]';
    const signature = signPss(Buffer.from(message), key.privateKey).toString('base64');
    const questions = forms.map(([, text]) => ({
      ask: 'verify',
      content: hex(JSON.stringify({ hashes: [], signature, certificate: text })),
      current: [],
      scope: 'news',
      trust: issuer.certificate.toPem(),
      core: false,
    }));
    for (const version of phpseclibs) {
      const answers = askPhp(questions, version);
      expect(forms.map(([form], index) => [form, Array.isArray(answers[index])])).toEqual(
        forms.map(([form, , isRead]) => [form, isRead]),
      );
    }
  });
});
