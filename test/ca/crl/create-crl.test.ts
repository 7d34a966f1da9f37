// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { CertificateRevocationList } from '../../../common/crl.js';
import { encodePem } from '../../../common/pem.js';
import { createCrl, type CrlOrder } from '../../../ca/crl/create-crl.js';
import type { Revocation } from '../../../ca/crl/revocation.js';

import { revocationReasons, type RevocationReason } from '../../../ca/crl/revocation-reason.js';
import { randomSerial } from '../../../ca/x509/serial.js';
import { needs } from '../../support/needs.js';
import { openssl, testAuthority, testCertificate, testFolder } from '../support/authority.js';

const itOpenssl = needs('openssl', 'openssl') ? it : it.skip;
const folder = testFolder();

async function order(revoked: Iterable<Revocation>, changes: Partial<CrlOrder> = {}): Promise<CrlOrder> {
  const { intermediate, signer } = await testAuthority();
  return {
    issuer: intermediate,
    signer,
    number: 0x1047n,
    thisUpdate: new Date('2026-11-21T12:00:00Z'),
    nextUpdate: new Date('2056-12-21T12:00:00Z'),
    revoked,
    ...changes,
  };
}

const date = new Date('2026-11-20T10:11:12Z');

describe('createCrl', () => {
  it('writes number, dates, key identifier and entries as they were given', async () => {
    const { intermediate } = await testAuthority();
    const revoked: Revocation[] = [
      { serial: 0x1101n, date },
      { serial: (0x7fn << 120n) | 5n, date, reason: 'keyCompromise' },
    ];
    const crl = new CertificateRevocationList(await createCrl(await order(revoked)));
    expect(crl.number).toBe(0x1047n);
    expect(crl.isSignedBy(intermediate)).toBe(true);
    expect(crl.nextUpdate?.toISOString()).toBe('2056-12-21T12:00:00.000Z');
    expect([...crl.revoked.values()]).toEqual([
      { serial: 0x1101n, date },
      { serial: (0x7fn << 120n) | 5n, date, reason: 1 },
    ]);
    const keyId = Buffer.from(crl.extensions.find(({ id }) => id === '2.5.29.35')!.value).subarray(4);
    expect(keyId.equals(intermediate.subjectKeyId!)).toBe(true);
  });

  itOpenssl('is read and verified by OpenSSL, every reason by its name', async () => {
    const { bundle } = await testAuthority();
    const reasons = Object.keys(revocationReasons) as RevocationReason[];
    const revoked = reasons.map((reason, at) => ({ serial: BigInt(4097 + at), date, reason }));
    const pem = encodePem('X509 CRL', await createCrl(await order(revoked)));
    const { text } = openssl(['crl', '-text', '-noout', '-CAfile', folder.put('bundle.pem', bundle)], pem);
    expect(text).toContain('verify OK');
    expect(text).toContain('Version 2 (0x1)');
    expect(text).toMatch(/X509v3 CRL Number: \n\s+0?x?4167/);
    expect(text.match(/Serial Number: /g)).toHaveLength(reasons.length);
    for (const name of [
      'Key Compromise',
      'CA Compromise',
      'Affiliation Changed',
      'Superseded',
      'Cessation Of Operation',
    ]) {
      expect(text).toContain(name);
    }
    expect(text.match(/CRL Reason Code/g)).toHaveLength(reasons.length - 1);
  });

  itOpenssl('revokes for "openssl verify -crl_check", and nothing but what stands on it', async () => {
    const { bundle } = await testAuthority();
    const [bad, good] = [await testCertificate('leaked'), await testCertificate('fine', 'code-signing')];
    const crl = encodePem('X509 CRL', await createCrl(await order([{ serial: bad.serial, date }])));
    const files = ['-CAfile', folder.put('bundle.pem', bundle), '-CRLfile', folder.put('list.crl', crl), '-crl_check'];
    const at = ['-purpose', 'any', '-attime', String(Date.UTC(2026, 10, 22) / 1000)];
    const verify = (pem: string) => openssl(['verify', ...at, ...files, folder.put('leaf.crt', pem)]);
    expect(verify(good.toPem())).toMatchObject({ status: 0 });
    expect(verify(bad.toPem())).toMatchObject({ status: 2, text: expect.stringContaining('certificate revoked') });
  });

  it('writes serials of every length and sign', async () => {
    const serials = [1n, 0x7fn, 0x80n, 0xffn, 0x100n, 0x7fffn, 0x8000n, (1n << 158n) + 1n, (1n << 159n) - 1n];
    const crl = new CertificateRevocationList(
      await createCrl(await order(serials.map((serial) => ({ serial, date })))),
    );
    expect([...crl.revoked.keys()]).toEqual(serials);
  });

  itOpenssl('writes dates at the edges as X.509 wants them, up to 2049 with two digits of the year', async () => {
    const dates: [iso: string, openssl: string, type: string][] = [
      ['2028-02-29T23:59:59Z', 'Feb 29 23:59:59 2028', 'UTCTIME'],
      ['2049-12-31T23:59:59Z', 'Dec 31 23:59:59 2049', 'UTCTIME'],
      ['2050-01-01T00:00:00Z', 'Jan  1 00:00:00 2050', 'GENERALIZEDTIME'],
      ['2100-02-28T12:00:00Z', 'Feb 28 12:00:00 2100', 'GENERALIZEDTIME'],
    ];
    for (const [iso, text, type] of dates) {
      const at = new Date(iso);
      const edge = await order([{ serial: 5n, date: at }], { thisUpdate: at, nextUpdate: new Date('2101-01-01') });
      const der = await createCrl(edge);
      const crl = new CertificateRevocationList(der);
      expect([crl.thisUpdate, crl.revoked.get(5n)?.date]).toEqual([at, at]);
      const file = ['-inform', 'DER', '-in', folder.put('edge.crl', der)];
      const said = openssl(['crl', '-noout', '-text', ...file]).text;
      expect(said.match(/(?:Last Update|Revocation Date): .*/g)).toEqual([
        `Last Update: ${text} GMT`,
        `Revocation Date: ${text} GMT`,
      ]);
      const structure = openssl(['asn1parse', ...file]).text;
      expect(structure.match(new RegExp(`prim: ${type} `, 'g'))).toHaveLength(type === 'UTCTIME' ? 2 : 3);
    }
  });

  it('has no list where nothing is revoked', async () => {
    const crl = new CertificateRevocationList(await createCrl(await order([])));
    expect(crl.revoked.size).toBe(0);
    expect(crl.number).toBe(0x1047n);
  });

  itOpenssl('is whole with 20,000 entries', async () => {
    const revoked = Array.from({ length: 20_000 }, () => ({ serial: randomSerial(() => false), date }));
    const der = await createCrl(await order(revoked));
    expect(new CertificateRevocationList(der).revoked.size).toBe(20_000);
    const { text } = openssl(['crl', '-inform', 'DER', '-noout', '-crlnumber', '-in', folder.put('big.crl', der)]);
    expect(text.trim()).toMatch(/crlNumber=0?x?1047/i);
  });

  it.each<[string, Revocation[], Partial<CrlOrder>]>([
    [
      'twice',
      [
        { serial: 5n, date },
        { serial: 5n, date },
      ],
      {},
    ],
    ['not a serial', [{ serial: 0n, date }], {}],
    ['not a serial', [{ serial: 1n << 159n, date }], {}],
    ['not a serial', [{ serial: '0a', date }], {}],
    ['no date', [{ serial: 5n, date: new Date(NaN) }], {}],
    ['no date', [{ serial: 5n, date: '2026-02-30T00:00:00Z' }], {}],
    ['no date', [{ serial: 5n, date: 'soon' }], {}],
    ['nextUpdate', [], { nextUpdate: new Date('2026-11-21T12:00:00Z') }],
    ['not a CRL number', [], { number: 0n }],
  ])('refuses: %s', async (words, revoked, changes) => {
    await expect(createCrl(await order(revoked, changes))).rejects.toMatchObject({
      code: 'bad-crl',
      message: expect.stringContaining(words),
    });
  });
});
