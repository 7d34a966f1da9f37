// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import {
  algorithmOf,
  type Extension,
  readExtensions,
  rsaSignatureHashes,
  verifyRsa,
} from '../../common/certificate.js';
import { readDer, tag } from '../../common/der-reader.js';
import { DistinguishedName } from '../../common/distinguished-name.js';
import { encodePem, parsePem } from '../../common/pem.js';
import { AuthorityError } from '../authority-error.js';
import { publicKeyOf, type RsaKey, rsaKeyOf } from '../x509/rsa-key.js';

const extensionRequest = '1.2.840.113549.1.9.14';
const labels = ['CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST'];

/** A PKCS#10 request as it stands (RFC 2986 section 4.2); nothing is checked but its form. */
export class CertificateRequest {
  readonly der: Uint8Array;
  /** CertificationRequestInfo: what the requester signed */
  readonly info: Uint8Array;
  readonly version: bigint;
  readonly subject: DistinguishedName;
  /** SubjectPublicKeyInfo, DER */
  readonly spki: Uint8Array;
  /** attribute types, dotted decimal */
  readonly attributes: readonly string[];
  readonly requestedExtensions: readonly Extension[];
  /** dotted decimal */
  readonly signatureAlgorithm: string;
  readonly signature: Uint8Array;
  #publicKey: { readonly key: KeyObject | undefined } | undefined;
  #isSelfSigned: boolean | undefined;

  /** @throws AuthorityError `not-a-request`, InputError `not-der` */
  constructor(der: Uint8Array) {
    this.der = der;
    const [info, algorithm, signature, ...more] = readDer(der).expect(tag.sequence, 'a request').children();
    const [version, subject, spki, attributes] = info?.expect(tag.sequence, 'a request').children() ?? [];
    if (!info || !algorithm || !signature || !version || !subject || !spki || more.length > 0) {
      throw notARequest('the bytes are not a PKCS#10 request: fields are missing or too many');
    }
    this.info = info.bytes;
    this.version = version.integer();
    this.subject = new DistinguishedName(subject);
    this.spki = spki.expect(tag.sequence, 'a public key').bytes;
    const read = attributes?.expect(0xa0, 'the attributes').children() ?? [];
    const pairs = read.map((attribute) => {
      const [type, values] = attribute.expect(tag.sequence, 'an attribute').children();
      if (!type || !values) throw notARequest('an attribute is incomplete');
      return { type: type.oid(), values: values.expect(tag.set, 'the values of an attribute').children() };
    });
    this.attributes = pairs.map(({ type }) => type);
    this.requestedExtensions = pairs
      .filter(({ type }) => type === extensionRequest)
      .flatMap(({ values }) => values.flatMap(readExtensions));
    this.signatureAlgorithm = algorithmOf(algorithm);
    this.signature = signature.bits();
  }

  /**
   * The one request of a PEM text.
   * @throws AuthorityError `not-a-request` where there is none, or more than one
   */
  static fromPem(text: string, file = 'the request'): CertificateRequest {
    const blocks = parsePem(text, file).filter(({ label }) => labels.includes(label));
    const [block] = blocks;
    if (block === undefined || blocks.length > 1) {
      throw notARequest(
        `${file} holds ${blocks.length === 0 ? 'no' : 'more than one'} PEM block "CERTIFICATE REQUEST"`,
        file,
      );
    }
    return new CertificateRequest(block.der);
  }

  get commonNames(): readonly string[] {
    return this.subject.commonNames;
  }

  /** Undefined where Node knows no such key, or it is damaged. Read once: it costs as much as the signature. */
  get publicKey(): KeyObject | undefined {
    this.#publicKey ??= { key: publicKeyOf(this.spki) };
    return this.#publicKey.key;
  }

  /** Undefined where the key is not RSA, or cannot be read. */
  get rsaKey(): RsaKey | undefined {
    return rsaKeyOf(this.spki, this.publicKey);
  }

  /** e.g. `sha256`; undefined where it is not RSA with PKCS#1 v1.5 */
  get signatureHash(): string | undefined {
    return rsaSignatureHashes[this.signatureAlgorithm];
  }

  /** The requester holds the private key: the signature verifies with the request's own key (RSA only). */
  get isSelfSigned(): boolean {
    const key = this.publicKey;
    this.#isSelfSigned ??= key !== undefined && verifyRsa(this.signatureAlgorithm, this.info, key, this.signature);
    return this.#isSelfSigned;
  }

  toPem(): string {
    return encodePem('CERTIFICATE REQUEST', this.der);
  }
}

function notARequest(what: string, file?: string): AuthorityError {
  return new AuthorityError('not-a-request', `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}.`, {
    hint: 'Make the request again: nextcloud-release certificate request APP_ID.',
    ...(file !== undefined && { file }),
  });
}
