// SPDX-License-Identifier: MIT
import type { Certificate } from './certificate.js';
import { algorithmOf, type Extension, readExtensions, verifyRsa } from './certificate.js';
import { type DerNode, readDer, tag } from './der-reader.js';
import { DistinguishedName } from './distinguished-name.js';
import { InputError } from './input-error.js';
import { parsePem } from './pem.js';
import { SerialMap } from './serial-map.js';

export interface RevokedCertificate {
  readonly serial: bigint;
  readonly date: Date;
  /** CRLReason (RFC 5280 section 5.3.1), where the entry has one */
  readonly reason?: number;
}

const cRLNumber = '2.5.29.20';
const reasonCode = '2.5.29.21';

/** A certificate revocation list as it stands (RFC 5280 section 5.1); nothing is checked but its form. */
export class CertificateRevocationList {
  readonly der: Uint8Array;
  readonly tbs: Uint8Array;
  readonly issuer: DistinguishedName;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | undefined;
  /** in the order of the list, keyed by serial: servers match by the serial alone, whoever issued it */
  readonly revoked: ReadonlyMap<bigint, RevokedCertificate>;
  readonly extensions: readonly Extension[];
  readonly signatureAlgorithm: string;
  readonly signature: Uint8Array;

  /** @throws InputError `not-a-crl`, `not-der` */
  constructor(der: Uint8Array) {
    this.der = der;
    const [tbs, algorithm, signature] = readDer(der).expect(tag.sequence, 'a CRL').children();
    const fields = tbs?.expect(tag.sequence, 'a CRL').children() ?? [];
    if (fields[0]?.tag === tag.integer) fields.shift();
    const [, issuer, thisUpdate, ...rest] = fields;
    if (!tbs || !algorithm || !signature || !issuer || !thisUpdate) throw notACrl('fields are missing');
    const nextUpdate = isTime(rest[0]) ? rest.shift() : undefined;
    const list = rest[0]?.tag === tag.sequence ? rest.shift() : undefined;
    this.tbs = tbs.bytes;
    this.issuer = new DistinguishedName(issuer);
    this.thisUpdate = thisUpdate.time();
    this.nextUpdate = nextUpdate?.time();
    this.revoked = readRevoked(list);
    this.extensions = readExtensions(rest[0]?.tag === 0xa0 ? rest[0].children()[0] : undefined);
    this.signatureAlgorithm = algorithmOf(algorithm);
    this.signature = signature.bits();
  }

  /** From PEM or DER bytes. */
  static from(bytes: Uint8Array, file = 'the CRL'): CertificateRevocationList {
    if (bytes[0] === tag.sequence) return new CertificateRevocationList(bytes);
    const block = parsePem(Buffer.from(bytes).toString('latin1'), file).find(({ label }) => label === 'X509 CRL');
    if (block === undefined) {
      throw new InputError('not-a-crl', `${file} is neither DER nor a PEM block "X509 CRL".`, {
        hint: 'Give the certificate revocation list itself, e.g. the servers’ root.crl.',
        file,
      });
    }
    return new CertificateRevocationList(block.der);
  }

  /** CRLNumber (RFC 5280 section 5.2.3) */
  get number(): bigint | undefined {
    const value = this.extensions.find(({ id }) => id === cRLNumber)?.value;
    return value && readDer(value).integer();
  }

  isSignedBy(certificate: Certificate): boolean {
    return verifyRsa(this.signatureAlgorithm, this.tbs, certificate.publicKey, this.signature);
  }

  isRevoked(serial: bigint): boolean {
    return this.revoked.has(serial);
  }
}

function readRevoked(list: DerNode | undefined): SerialMap<RevokedCertificate> {
  const revoked = new SerialMap<RevokedCertificate>();
  for (const entry of list?.each() ?? []) {
    const [serial, date, extensions] = entry.children();
    if (!serial || !date) throw notACrl('an entry is incomplete');
    const reason = readExtensions(extensions).find(({ id }) => id === reasonCode)?.value;
    const value = serial.integer();
    revoked.set(value, {
      serial: value,
      date: date.time(),
      ...(reason && { reason: readDer(reason).content[0] ?? 0 }),
    });
  }
  return revoked;
}

function isTime(node: DerNode | undefined): boolean {
  return node?.tag === tag.utcTime || node?.tag === tag.generalizedTime;
}

function notACrl(what: string): InputError {
  return new InputError('not-a-crl', `The bytes are not a certificate revocation list: ${what}.`, {
    hint: 'Give the certificate revocation list itself, e.g. the servers’ root.crl.',
  });
}
