// SPDX-License-Identifier: MIT
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Certificate } from '../../../common/certificate.js';
import { tag } from '../../../common/der-reader.js';
import { bitString, explicit, integer, nullValue, oid, sequence, time, tlv } from '../../../common/der-writer.js';
import { certificateLints, lintCertificate } from '../../../ca/issue/certificate-lint.js';
import { extensionKinds, type Profile, profiles } from '../../../ca/issue/profile.js';
import { basicConstraints, keyIdentifier } from '../../../ca/x509/extension.js';
import { name } from '../../../ca/x509/name.js';
import { sharedKey, testAuthority, testKey } from '../support/authority.js';

const app = 'gardenplanner';
const serial = (1n << 120n) + 5n;
const [from, until] = [new Date('2026-11-21T12:00:00Z'), new Date('2030-11-21T12:00:00Z')];
const sha256 = sequence(oid('1.2.840.113549.1.1.11'), nullValue());
const sha1 = sequence(oid('1.2.840.113549.1.1.5'), nullValue());

/** The parts of a certificate that is right; each test takes another one. */
interface Parts {
  readonly version: Uint8Array;
  readonly serial: bigint;
  readonly inner: Uint8Array;
  readonly outer: Uint8Array;
  readonly issuer: Uint8Array;
  readonly validity: Uint8Array;
  readonly subject: Uint8Array;
  readonly spki: Uint8Array;
  readonly extensions: readonly Uint8Array[];
}

let spki: Uint8Array;
let otherSpki: Uint8Array;
let issuer: Certificate;
let extensions: readonly Uint8Array[];

beforeAll(async () => {
  issuer = (await testAuthority()).intermediate;
  spki = (await sharedKey()).publicKey.export({ type: 'spki', format: 'der' });
  otherSpki = (await testKey()).publicKey.export({ type: 'spki', format: 'der' });
  extensions = extensionsOf(spki, issuer.subjectKeyId!);
});

function extensionsOf(key: Uint8Array, issuerKeyId: Uint8Array): Uint8Array[] {
  return profiles['code-signing'].extensions.map((kind) => extensionKinds[kind].write({ spki: key, issuerKeyId }));
}

/** Rules that are broken. The signature is none: the lint looks at what is signed. */
function broken(changes: Partial<Parts> = {}, profile: Profile = profiles['code-signing']): string[] {
  const parts: Parts = {
    ...{ version: profile.version === 3 ? explicit(0, integer(2)) : Buffer.of(), serial, inner: sha256, outer: sha256 },
    ...{ issuer: issuer.subject.der, validity: sequence(time(from), time(until)), subject: name([['CN', app]]), spki },
    extensions: profile.version === 3 ? extensions : [],
    ...changes,
  };
  const { version, inner, outer, validity, subject } = parts;
  const more = parts.extensions.length === 0 ? [] : [explicit(3, sequence(...parts.extensions))];
  const tbs = sequence(
    ...[version, integer(parts.serial), inner, parts.issuer, validity, subject, parts.spki],
    ...more,
  );
  const certificate = new Certificate(sequence(tbs, outer, bitString(Buffer.alloc(256))));
  return lintCertificate({ certificate, issuer, profile, appId: app, spki }).map(({ rule }) => rule);
}

const utc = (text: string): Uint8Array => tlv(tag.utcTime, Buffer.from(text));
const general = (text: string): Uint8Array => tlv(tag.generalizedTime, Buffer.from(text));

describe('certificate lint', () => {
  it('finds nothing in a certificate that is right', () => {
    expect(broken()).toEqual([]);
    expect(broken({}, profiles['nextcloud-v1'])).toEqual([]);
  });

  const cases: [what: string, rule: string, changes: () => Partial<Parts>][] = [
    ['another version', 'lint-version', () => ({ version: explicit(0, integer(1)) })],
    ['a sequential serial', 'lint-serial', () => ({ serial: 0x1101n })],
    ['a serial of 17 octets', 'lint-serial', () => ({ serial: 1n << 130n })],
    ['a serial that begins with 0x80', 'lint-serial', () => ({ serial: 0x80n << 120n })],
    ['another issuer', 'lint-issuer', () => ({ issuer: name([['CN', 'Somebody']]) })],
    [
      'a subject with more',
      'lint-subject',
      () => ({
        subject: name([
          ['O', 'Somebody'],
          ['CN', app],
        ]),
      }),
    ],
    ['another common name', 'lint-subject', () => ({ subject: name([['CN', 'APP_ID']]) })],
    [
      'two common names',
      'lint-subject',
      () => ({
        subject: name([
          ['CN', app],
          ['CN', app],
        ]),
      }),
    ],
    ['another key', 'lint-key', () => ({ spki: otherSpki })],
    ['an end before its beginning', 'lint-validity', () => ({ validity: sequence(time(until), time(from)) })],
    [
      'a beginning before the issuer’s',
      'lint-validity',
      () => ({ validity: sequence(utc('250101000000Z'), time(until)) }),
    ],
    [
      'an end after the issuer’s',
      'lint-validity',
      () => ({ validity: sequence(utc('490101000000Z'), general('20510101000000Z')) }),
    ],
    [
      'more days than the profile has',
      'lint-validity',
      () => ({ validity: sequence(time(from), utc('370301120000Z')) }),
    ],
    [
      'four digits for the year 2030',
      'lint-time-type',
      () => ({ validity: sequence(time(from), general('20301121120000Z')) }),
    ],
    ['SHA-1 inside', 'lint-signature-algorithm', () => ({ inner: sha1 })],
    ['SHA-1 outside', 'lint-signature-algorithm', () => ({ outer: sha1 })],
    ['no extensions', 'lint-extensions', () => ({ extensions: [] })],
    ['one extension too few', 'lint-extensions', () => ({ extensions: extensions.slice(0, -1) })],
    ['one twice', 'lint-extensions', () => ({ extensions: [...extensions, basicConstraints(false)] })],
    [
      'the name of another key',
      'lint-key-identifiers',
      () => ({ extensions: extensionsOf(otherSpki, issuer.subjectKeyId!) }),
    ],
    [
      'the name of another issuer’s key',
      'lint-key-identifiers',
      () => ({ extensions: extensionsOf(spki, keyIdentifier(otherSpki)) }),
    ],
  ];

  it.each(cases)('finds %s by %s', (_, rule, changes) => {
    expect(broken(changes())).toContain(rule);
  });

  it('finds extensions in a certificate of version 1', () => {
    expect(broken({ extensions }, profiles['nextcloud-v1'])).toContain('lint-extensions');
  });

  it('has a test for each of its rules', () => {
    expect([...new Set(cases.map(([, rule]) => rule))].toSorted()).toEqual(
      certificateLints.map(({ id }) => id).toSorted(),
    );
  });
});
