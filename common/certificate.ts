// SPDX-License-Identifier: MIT
import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { type DerNode, readDer, tag } from './der-reader.js';
import { DistinguishedName } from './distinguished-name.js';
import { InputError } from './input-error.js';
import { encodePem, parsePem } from './pem.js';

export interface Extension {
  readonly id: string;
  readonly critical: boolean;
  /** content of the OCTET STRING */
  readonly value: Uint8Array;
}

/** Signature algorithms that a certificate or CRL of this world carries: RSA with PKCS#1 v1.5 (RFC 4055), by OID. */
export const rsaSignatureHashes: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.14': 'sha224',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
};

const authorityKeyIdentifier = '2.5.29.35';
const subjectKeyIdentifier = '2.5.29.14';

/** An X.509 certificate as it stands (RFC 5280 section 4.1), v1 or v3; nothing is checked but its form. */
export class Certificate {
  readonly der: Uint8Array;
  readonly tbs: Uint8Array;
  /** 1 or 3 */
  readonly version: number;
  readonly serial: bigint;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  readonly notBefore: Date;
  /** the last second of validity, inclusive */
  readonly notAfter: Date;
  /** SubjectPublicKeyInfo, DER */
  readonly spki: Uint8Array;
  readonly extensions: readonly Extension[];
  /** dotted decimal */
  readonly signatureAlgorithm: string;
  readonly signature: Uint8Array;

  /** @throws InputError `not-a-certificate`, `not-der` */
  constructor(der: Uint8Array) {
    this.der = der;
    const [tbs, algorithm, signature] = readDer(der).expect(tag.sequence, 'a certificate').children();
    const fields = tbs?.expect(tag.sequence, 'a certificate').children() ?? [];
    const version = fields[0]?.tag === 0xa0 ? fields.shift() : undefined;
    const [serial, , issuer, validity, subject, spki, ...optional] = fields;
    const [notBefore, notAfter] = validity?.children() ?? [];
    if (!tbs || !algorithm || !signature || !serial || !issuer || !subject || !spki || !notBefore || !notAfter) {
      throw notACertificate('fields are missing');
    }
    this.tbs = tbs.bytes;
    this.version = Number(version?.children()[0]?.integer() ?? 0n) + 1;
    this.serial = serial.integer();
    this.issuer = new DistinguishedName(issuer);
    this.subject = new DistinguishedName(subject);
    this.notBefore = notBefore.time();
    this.notAfter = notAfter.time();
    this.spki = spki.bytes;
    this.extensions = readExtensions(optional.find((field) => field.tag === 0xa3)?.children()[0]);
    this.signatureAlgorithm = algorithmOf(algorithm);
    this.signature = signature.bits();
  }

  /**
   * The first certificate of a PEM text.
   * @throws InputError `not-a-certificate` where there is none
   */
  static fromPem(text: string, file = 'the certificate'): Certificate {
    const block = parsePem(text, file).find(({ label }) => label === 'CERTIFICATE');
    if (block === undefined) {
      throw new InputError('not-a-certificate', `${file} holds no PEM block "CERTIFICATE".`, {
        hint: 'Give the certificate that the authority issued: it begins with -----BEGIN CERTIFICATE-----.',
        file,
      });
    }
    return new Certificate(block.der);
  }

  /** Every certificate of a PEM text, in order, e.g. the servers' bundle. */
  static allFromPem(text: string, file = 'the certificates'): Certificate[] {
    return parsePem(text, file)
      .filter(({ label }) => label === 'CERTIFICATE')
      .map(({ der }) => new Certificate(der));
  }

  /** @throws where Node knows no such key; see `hasRsaKey` */
  get publicKey(): KeyObject {
    return createPublicKey({ key: Buffer.from(this.spki), format: 'der', type: 'spki' });
  }

  get commonNames(): readonly string[] {
    return this.subject.commonNames;
  }

  /** SHA-256 over the DER, lower-case hex */
  get fingerprint(): string {
    return hash('sha256', this.der, 'hex');
  }

  extension(id: string): Extension | undefined {
    return this.extensions.find((extension) => extension.id === id);
  }

  get subjectKeyId(): Uint8Array | undefined {
    const value = this.extension(subjectKeyIdentifier)?.value;
    return value && readDer(value).content;
  }

  /** keyIdentifier and authorityCertSerialNumber of the AKI (RFC 5280 section 4.2.1.1) */
  get authorityKeyId(): { keyId?: Uint8Array; serial?: bigint } {
    const value = this.extension(authorityKeyIdentifier)?.value;
    if (value === undefined) return {};
    const fields = readDer(value).children();
    const keyId = fields.find((field) => field.tag === 0x80)?.content;
    const serial = fields.find((field) => field.tag === 0x82)?.content;
    return {
      ...(keyId && { keyId }),
      ...(serial && { serial: BigInt(`0x${Buffer.from(serial).toString('hex') || '0'}`) }),
    };
  }

  /** True where the key verifies this certificate's signature: RSA with PKCS#1 v1.5 only, whatever else it is: false. */
  isSignedBy(key: KeyObject): boolean {
    return verifyRsa(this.signatureAlgorithm, this.tbs, key, this.signature);
  }

  isValidAt(now: Date): boolean {
    return this.notBefore <= now && now <= this.notAfter;
  }

  toPem(eol: '\n' | '\r\n' = '\n'): string {
    return encodePem('CERTIFICATE', this.der, eol);
  }
}

/** RSA PKCS#1 v1.5 over `data`, hash by the signature algorithm's OID; false for every other algorithm or key. */
export function verifyRsa(algorithm: string, data: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  const hash = rsaSignatureHashes[algorithm];
  if (hash === undefined || key.asymmetricKeyType !== 'rsa') return false;
  return verify(hash, data, key, signature);
}

/** OID of an AlgorithmIdentifier */
export function algorithmOf(node: DerNode): string {
  const [id] = node.expect(tag.sequence, 'an algorithm identifier').children();
  if (id === undefined) throw notACertificate('an algorithm identifier is empty');
  return id.oid();
}

/** Extensions (RFC 5280 section 4.1): SEQUENCE OF { extnID, critical DEFAULT FALSE, extnValue } */
export function readExtensions(node: DerNode | undefined): Extension[] {
  return (node?.children() ?? []).map((extension) => {
    const [id, ...rest] = extension.expect(tag.sequence, 'an extension').children();
    const value = rest.at(-1);
    if (id === undefined || value === undefined) throw notACertificate('an extension is incomplete');
    return {
      id: id.oid(),
      critical: rest.length > 1 && rest[0]?.content[0] !== 0,
      value: value.expect(tag.octetString, 'an extension value').content,
    };
  });
}

function notACertificate(what: string): InputError {
  return new InputError('not-a-certificate', `The bytes are not an X.509 certificate: ${what}.`, {
    hint: 'Give the certificate file that the authority issued.',
  });
}
