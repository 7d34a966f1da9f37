// SPDX-License-Identifier: MIT
import type { Certificate } from '../../common/certificate.js';
import { readDer, tag } from '../../common/der-reader.js';
import type { Finding } from '../../common/finding.js';
import { applyRules, type Rule, type Violation } from '../../common/rule.js';
import { keyIdentifier } from '../x509/extension.js';
import { isRandomSerial } from '../x509/serial.js';
import { extensionKinds, type Profile } from './profile.js';

/** A certificate about to be signed, and everything it has to agree with. */
export interface LintSubject {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  readonly profile: Profile;
  readonly appId: string;
  /** the request's SubjectPublicKeyInfo */
  readonly spki: Uint8Array;
}

const sha256WithRsa = '1.2.840.113549.1.1.11';
const day = 86_400_000;
/** in the words of a maintainer: none of these can be mended by a requester */
const fix = 'Do not sign: this is a fault of the authority’s program or of its configuration.';

type LintRule = Omit<Rule<LintSubject>, 'severity' | 'fix'>;

const rules: readonly LintRule[] = [
  {
    id: 'lint-version',
    message: 'The version is not the profile’s.',
    check: ({ certificate, profile }) => when(certificate.version !== profile.version),
    source: 'RFC 5280 section 4.1.2.1',
  },
  {
    id: 'lint-serial',
    message: 'The serial is not 16 octets with the first in 0x01 to 0x7f.',
    check: ({ certificate }) => when(!isRandomSerial(certificate.serial)),
    source: 'RFC 5280 section 4.1.2.2, CA/B Forum CSBR 7.1',
  },
  {
    id: 'lint-issuer',
    message: 'The issuer’s name is not octet by octet the subject of the issuing certificate.',
    check: ({ certificate, issuer }) => when(!certificate.issuer.equals(issuer.subject)),
    source: 'server: IntegrityCheck/Checker.php with phpseclib',
  },
  {
    id: 'lint-subject',
    message: 'The subject is not one common name that equals the app id.',
    check: ({ certificate: { subject }, appId }) =>
      when(subject.attributes.length !== 1 || subject.commonNames.length !== 1 || subject.commonNames[0] !== appId),
    source: 'server: IntegrityCheck/Checker.php',
  },
  {
    id: 'lint-key',
    message: 'The key is not the request’s.',
    check: ({ certificate, spki }) => when(Buffer.compare(certificate.spki, spki) !== 0),
    source: 'RFC 2986 section 3',
  },
  {
    id: 'lint-validity',
    message: 'The validity is not inside the issuer’s, is empty, or is longer than the profile’s.',
    check: ({ certificate: { notBefore, notAfter }, issuer, profile }) =>
      when(
        !(notBefore < notAfter) ||
          notBefore < issuer.notBefore ||
          notAfter > issuer.notAfter ||
          notAfter.getTime() - notBefore.getTime() > profile.validityDays * day,
      ),
    source: 'RFC 5280 section 4.1.2.5',
  },
  {
    id: 'lint-time-type',
    message: 'A date up to 2049 is not UTCTime, or one from 2050 on not GeneralizedTime.',
    check: ({ certificate }) => when(timesOf(certificate).some(({ tag: type, year }) => type !== timeTag(year))),
    source: 'RFC 5280 section 4.1.2.5',
  },
  {
    id: 'lint-signature-algorithm',
    message: 'The signature algorithm is not sha256WithRSAEncryption, inside and outside alike.',
    check: ({ certificate }) =>
      when(certificate.signatureAlgorithm !== sha256WithRsa || innerAlgorithm(certificate) !== sha256WithRsa),
    source: 'RFC 5280 section 4.1.1.2; phpseclib 2 verifies RSA with PKCS#1 v1.5 only',
  },
  {
    id: 'lint-extensions',
    message: 'The extensions are not those of the profile, each once, or stand in a certificate of version 1.',
    check: ({ certificate: { extensions, version }, profile }) => {
      const wanted = profile.extensions.map((kind) => extensionKinds[kind].id);
      const has = extensions.map(({ id }) => id);
      return when(has.join() !== wanted.join() || (version === 1 && has.length > 0));
    },
    source: 'RFC 5280 section 4.1.2.9; no caIssuers, because servers fetch its URL',
  },
  {
    id: 'lint-key-identifiers',
    message: 'A key identifier does not name the key it speaks of.',
    applies: ({ profile }) => profile.extensions.length > 0,
    check: ({ certificate, issuer, spki }) =>
      when(
        !same(certificate.subjectKeyId, keyIdentifier(spki)) ||
          !same(certificate.authorityKeyId.keyId, issuer.subjectKeyId ?? keyIdentifier(issuer.spki)),
      ),
    source: 'RFC 5280 sections 4.2.1.1 and 4.2.1.2',
  },
];

export const certificateLints: readonly Rule<LintSubject>[] = rules.map((rule) => ({
  ...rule,
  severity: 'error',
  fix,
}));

/** Everything that is wrong with a certificate of this authority; nothing: it may be signed. */
export function lintCertificate(subject: LintSubject): Finding[] {
  return applyRules(certificateLints, subject);
}

function when(broken: boolean): Violation[] {
  return broken ? [{}] : [];
}

function same(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.compare(one, other) === 0;
}

function fieldsOf(certificate: Certificate) {
  const fields = readDer(certificate.tbs).children();
  return fields[0]?.tag === 0xa0 ? fields.slice(1) : fields;
}

function innerAlgorithm(certificate: Certificate): string | undefined {
  return fieldsOf(certificate)[1]?.children()[0]?.oid();
}

function timesOf(certificate: Certificate): { tag: number; year: number }[] {
  const times = fieldsOf(certificate)[3]?.children() ?? [];
  return times.map((node) => ({ tag: node.tag, year: node.time().getUTCFullYear() }));
}

function timeTag(year: number): number {
  return year < 2050 ? tag.utcTime : tag.generalizedTime;
}
