// SPDX-License-Identifier: MIT
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { Certificate } from '../../../common/certificate.js';
import { readDer } from '../../../common/der-reader.js';
import {
  bitString,
  boolean,
  explicit,
  implicit,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  setOf,
  time,
  tlv,
  utf8String,
} from '../../../common/der-writer.js';

export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export function rsaKey(bits = 2048): KeyPair {
  return generateKeyPairSync('rsa', { modulusLength: bits });
}

/** An issuer of test certificates, RSA unless it brings its own key. */
export interface Authority extends KeyPair {
  readonly name: Uint8Array;
  readonly certificate: Certificate;
}

export interface CertificateWish {
  /** none, one or several common names */
  readonly names: readonly string[];
  readonly publicKey: KeyObject;
  readonly issuer: { readonly name: Uint8Array; readonly privateKey: KeyObject };
  readonly serial?: bigint;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** whole Extension structures; with any of them the certificate is v3 */
  readonly extensions?: readonly Uint8Array[];
  readonly signature?: 'pkcs1' | 'pss' | 'ecdsa';
}

const pssSha256 = sequence(
  explicit(0, sequence(oid('2.16.840.1.101.3.4.2.1'), nullValue())),
  explicit(1, sequence(oid('1.2.840.113549.1.1.8'), sequence(oid('2.16.840.1.101.3.4.2.1'), nullValue()))),
  explicit(2, integer(32)),
);

const algorithms = {
  pkcs1: { id: sequence(oid('1.2.840.113549.1.1.11'), nullValue()), padding: 1 },
  pss: { id: sequence(oid('1.2.840.113549.1.1.10'), pssSha256), padding: 6 },
  ecdsa: { id: sequence(oid('1.2.840.10045.4.3.2')), padding: undefined },
};

/** Certificates as no authority should issue them: what a checker must have an answer to. */
export function certificate(wish: CertificateWish): Certificate {
  const { id, padding } = algorithms[wish.signature ?? 'pkcs1'];
  const toBeSigned = sequence(
    ...(wish.extensions ? [explicit(0, integer(2))] : []),
    integer(wish.serial ?? 4711n),
    id,
    wish.issuer.name,
    sequence(
      time(wish.notBefore ?? new Date('2026-01-01T00:00:00Z')),
      time(wish.notAfter ?? new Date('2036-01-01T00:00:00Z')),
    ),
    commonNames(wish.names),
    wish.publicKey.export({ type: 'spki', format: 'der' }),
    ...(wish.extensions ? [explicit(3, sequence(...wish.extensions))] : []),
  );
  const key = padding === undefined ? wish.issuer.privateKey : { key: wish.issuer.privateKey, padding, saltLength: 32 };
  return new Certificate(sequence(toBeSigned, id, bitString(sign('sha256', toBeSigned, key))));
}

export function authority(
  key: KeyPair = rsaKey(),
  commonName = 'Test Authority',
  more: Partial<CertificateWish> = {},
): Authority {
  const name = commonNames([commonName]);
  const signature = key.privateKey.asymmetricKeyType === 'ec' ? 'ecdsa' : 'pkcs1';
  const own = certificate({
    names: [commonName],
    publicKey: key.publicKey,
    issuer: { ...key, name },
    signature,
    ...more,
  });
  return { ...key, name, certificate: own };
}

export function commonNames(names: readonly string[]): Uint8Array {
  return sequence(...names.map((name) => setOf(sequence(oid('2.5.4.3'), utf8String(name)))));
}

export function extension(id: string, value: Uint8Array, critical = false): Uint8Array {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value));
}

export const subjectKeyId = (id: string): Uint8Array => extension('2.5.29.14', octetString(Buffer.from(id)));

/** authorityKeyIdentifier by key, or by the issuer's name and the serial of its certificate */
export function authorityKeyId(id: string): Uint8Array;
export function authorityKeyId(issuer: Uint8Array, serial: bigint): Uint8Array;
export function authorityKeyId(by: string | Uint8Array, serial = 0n): Uint8Array {
  const content =
    typeof by === 'string'
      ? [implicit(0, Buffer.from(by))]
      : [explicit(1, explicit(4, by)), implicit(2, readDer(integer(serial)).content)];
  return extension('2.5.29.35', sequence(...content));
}

/** authorityInfoAccess with one caIssuers address: what makes a server fetch */
export function caIssuers(url: string): Uint8Array {
  const location = tlv(0x86, Buffer.from(url, 'latin1'));
  return extension('1.3.6.1.5.5.7.1.1', sequence(sequence(oid('1.3.6.1.5.5.7.48.2'), location)));
}

/** A CRL (v1 form) with the serials, all revoked at the same time. */
export function revocationList(issuer: Authority, serials: readonly bigint[]): Uint8Array {
  const { id } = algorithms.pkcs1;
  const date = time(new Date('2026-06-01T00:00:00Z'));
  const entries = serials.map((serial) => sequence(integer(serial), date));
  const toBeSigned = sequence(id, issuer.name, date, date, ...(entries.length > 0 ? [sequence(...entries)] : []));
  return sequence(toBeSigned, id, bitString(sign('sha256', toBeSigned, issuer.privateKey)));
}
