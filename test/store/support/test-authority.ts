// SPDX-License-Identifier: MIT
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createCrl } from '../../../ca/crl/create-crl.js';
import { PemSigner } from '../../../ca/key/pem-signer.js';
import {
  authorityKeyIdentifier,
  basicConstraints,
  keyIdentifier,
  keyUsage,
  subjectKeyIdentifier,
} from '../../../ca/x509/extension.js';
import { name } from '../../../ca/x509/name.js';
import { sha256WithRsa, signStructure } from '../../../ca/x509/signed-structure.js';
import { Certificate } from '../../../common/certificate.js';
import { CertificateRevocationList } from '../../../common/crl.js';
import { explicit, integer, sequence, time } from '../../../common/der-writer.js';
import { encodePem } from '../../../common/pem.js';
import type { StoreTrust } from '../../../src/store/certificate-path.js';

export const noon = new Date('2026-11-20T12:00:00Z');
const long = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2040-01-01T00:00:00Z') };

export interface Dates {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export interface Holder {
  readonly certificate: Certificate;
  readonly pem: string;
  readonly key: KeyObject;
}

/** A key and the name it issues under. */
export interface Issuer extends Holder {
  readonly commonName: string;
}

export function rsaKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

let serial = 100n;

/** Any certificate at all: what a real authority would refuse to issue included. */
export async function makeCertificate(order: {
  readonly commonName: string;
  readonly issuer: Issuer | 'self';
  readonly key?: KeyObject;
  readonly dates?: Dates;
  readonly extensions?: readonly Uint8Array[];
  readonly serial?: bigint;
  /** signed with this key in place of the issuer's */
  readonly forgedBy?: KeyObject;
}): Promise<Issuer> {
  const { commonName, issuer, key = rsaKey(), dates = long, extensions = [] } = order;
  const issuerKey = issuer === 'self' ? key : issuer.key;
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const toBeSigned = sequence(
    ...(extensions.length > 0 ? [explicit(0, integer(2))] : []),
    integer(order.serial ?? serial++),
    sha256WithRsa,
    name([['CN', issuer === 'self' ? commonName : issuer.commonName]]),
    sequence(time(dates.notBefore), time(dates.notAfter)),
    name([['CN', commonName]]),
    spki,
    ...(extensions.length > 0 ? [explicit(3, sequence(...extensions))] : []),
  );
  const certificate = new Certificate(await signStructure(toBeSigned, new PemSigner(order.forgedBy ?? issuerKey)));
  return { certificate, pem: certificate.toPem(), key, commonName };
}

export function authorityExtensions(key: KeyObject, issuerKey: KeyObject, pathLength?: number): Uint8Array[] {
  return [
    subjectKeyIdentifier(keyIdentifierOf(key)),
    authorityKeyIdentifier(keyIdentifierOf(issuerKey)),
    basicConstraints(true, pathLength),
    keyUsage('keyCertSign', 'cRLSign'),
  ];
}

function keyIdentifierOf(key: KeyObject): Uint8Array {
  return keyIdentifier(createPublicKey(key).export({ type: 'spki', format: 'der' }));
}

/** Root and intermediate as the real ones are, and an app's certificate of version 1 as is issued today. */
export interface TestAuthority {
  readonly root: Issuer;
  readonly intermediate: Issuer;
  readonly trust: StoreTrust;
  /** PEM of intermediate and root */
  readonly bundle: string;
  issue(commonName: string, options?: { dates?: Dates; key?: KeyObject; serial?: bigint }): Promise<Holder>;
  crl(revoked: readonly Certificate[], dates?: { thisUpdate: Date; nextUpdate: Date }): Promise<TestCrl>;
}

export interface TestCrl {
  readonly list: CertificateRevocationList;
  readonly pem: string;
}

export async function makeAuthority(
  dates: { root?: Dates; intermediate?: Dates } = {},
  keys: { root?: KeyObject; intermediate?: KeyObject } = {},
): Promise<TestAuthority> {
  const rootKey = keys.root ?? rsaKey();
  const key = keys.intermediate ?? rsaKey();
  const root = await makeCertificate({
    commonName: 'Test Root Authority',
    issuer: 'self',
    key: rootKey,
    extensions: authorityExtensions(rootKey, rootKey),
    ...(dates.root && { dates: dates.root }),
  });
  const intermediate = await makeCertificate({
    commonName: 'Test Code Signing Intermediate Authority',
    issuer: root,
    key,
    extensions: authorityExtensions(key, rootKey, 0),
    ...(dates.intermediate && { dates: dates.intermediate }),
  });
  return {
    root,
    intermediate,
    bundle: intermediate.pem + root.pem,
    trust: { authorities: [intermediate.certificate, root.certificate] },
    issue: (commonName, options = {}) => makeCertificate({ commonName, issuer: intermediate, ...options }),
    crl: async (revoked, { thisUpdate, nextUpdate } = { thisUpdate: long.notBefore, nextUpdate: long.notAfter }) => {
      const der = await createCrl({
        issuer: intermediate.certificate,
        signer: new PemSigner(intermediate.key),
        number: 1n,
        thisUpdate,
        nextUpdate,
        revoked: revoked.map(({ serial: of }) => ({ serial: of, date: thisUpdate })),
      });
      return { list: new CertificateRevocationList(der), pem: encodePem('X509 CRL', der) };
    },
  };
}
