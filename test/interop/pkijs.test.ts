// SPDX-License-Identifier: MIT
import { fromBER } from 'asn1js';
import { describe, expect, it } from '@jest/globals';
import { Certificate as PkijsCertificate, CertificateRevocationList as PkijsCrl } from 'pkijs';
import { certify, crlOf, sharedAuthority } from '../support/world.js';

/** An independent reader of certificates and revocation lists, on WebCrypto instead of OpenSSL. */
describe('pkijs, over what the authority makes', () => {
  it('reads a certificate as it was meant, and verifies it with the issuer’s key', async () => {
    const { certificate } = await certify('news');
    const { intermediate } = await sharedAuthority();
    const read = PkijsCertificate.fromBER(new Uint8Array(certificate.der).buffer);
    const issuer = PkijsCertificate.fromBER(new Uint8Array(intermediate.der).buffer);
    expect(read.version).toBe(0);
    expect(read.extensions ?? []).toEqual([]);
    expect(read.subject.typesAndValues.map(({ type, value }) => [type, value.valueBlock.value])).toEqual([
      ['2.5.4.3', 'news'],
    ]);
    expect(BigInt(`0x${Buffer.from(read.serialNumber.valueBlock.valueHexView).toString('hex')}`)).toBe(
      certificate.serial,
    );
    expect(await read.verify(issuer)).toBe(true);
  });

  it('reads a revocation list, and finds on it what was revoked and nothing else', async () => {
    const [revoked, other] = [await certify('news'), await certify('notes')];
    const { intermediate } = await sharedAuthority();
    const crl = await crlOf([revoked.certificate]);
    const read = new PkijsCrl({ schema: fromBER(new Uint8Array(crl.der).buffer).result });
    const issuer = PkijsCertificate.fromBER(new Uint8Array(intermediate.der).buffer);
    expect(await read.verify({ issuerCertificate: issuer })).toBe(true);
    const pkijs = (der: Uint8Array): PkijsCertificate => PkijsCertificate.fromBER(new Uint8Array(der).buffer);
    expect(read.isCertificateRevoked(pkijs(revoked.certificate.der))).toBe(true);
    expect(read.isCertificateRevoked(pkijs(other.certificate.der))).toBe(false);
  });
});
