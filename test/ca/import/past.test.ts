// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createCrl } from '../../../ca/crl/create-crl.js';
import { publishCrl } from '../../../ca/crl/publish-crl.js';
import { importHistory } from '../../../ca/import/import-history.js';
import { pastCertificates, pastLists } from '../../../ca/import/past.js';
import { crlPath, Repository } from '../../../ca/repository/repository.js';
import { MemoryStore } from '../../../ca/repository/store.js';
import { CertificateRevocationList } from '../../../common/crl.js';
import { encodePem } from '../../../common/pem.js';
import { Trust } from '../../../common/trust.js';
import { testAuthority, testCertificate } from '../support/authority.js';
import { auditNow, authority, later, start } from '../support/world.js';

const trust = Trust.fromPem((await testAuthority()).bundle);

async function list(number: bigint, ...serials: bigint[]): Promise<Uint8Array> {
  const { intermediate: issuer, signer } = await testAuthority();
  const revoked = serials.map((serial) => ({ serial, date: start }));
  const order = { issuer, signer, number, thisUpdate: start, nextUpdate: later(3600), revoked };
  return Buffer.from(encodePem('X509 CRL', await createCrl(order)));
}

describe('lists of the past', () => {
  it('are each taken once', async () => {
    const bytes = await list(5n, 1n);
    const files = ['one.crl', 'same.crl'].map((path) => ({ path, bytes }));
    expect(pastLists([...files, { path: 'next.crl', bytes: await list(6n, 1n) }], trust)).toHaveLength(2);
  });

  it('are refused where two have one number, or somebody else signed them', async () => {
    const files = [
      { path: 'one.crl', bytes: await list(5n, 1n) },
      { path: 'other.crl', bytes: await list(5n, 2n) },
    ];
    const message = 'other.crl and one.crl are two lists with the number 5.';
    expect(() => pastLists(files, trust)).toThrow(expect.objectContaining({ code: 'bad-crl', message }));
    expect(() => pastLists(files.slice(0, 1), Trust.pinned())).toThrow(expect.objectContaining({ code: 'bad-crl' }));
  });

  it('lose nothing, not even what a later one forgot, and their numbers go on', async () => {
    const files = [
      { path: 'later.crl', bytes: await list(4166n, 2n, 3n) },
      { path: 'earlier.crl', bytes: await list(4113n, 1n, 2n) },
    ];
    const store = new MemoryStore();
    const repository = await Repository.open(store);
    const crls = pastLists(files, trust);
    await repository.record(importHistory({ certificates: [], requests: new Map(), crls, partial: false }), start);
    await store.replace(crlPath, files[0]!.bytes);
    expect(await auditNow(store, [], later(1))).toEqual([
      expect.objectContaining({ rule: 'crl-forgotten', message: 'The serial 1 is revoked, and not on the list.' }),
    ]);
    expect((await publishCrl(repository, await authority(), later(1))).number).toBe('4167');
    const made = CertificateRevocationList.from((await store.read(crlPath))!);
    expect([...made.revoked.keys()]).toEqual([1n, 2n, 3n]);
    expect(await auditNow(store, [], later(1))).toEqual([]);
  });
});

describe('serials of the past', () => {
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const past = (app: string, serial: number, at = start) => ({
    ...{ app, serial: BigInt(serial), key: hash(app), fingerprint: hash(`${app} ${serial} ${at.getTime()}`) },
    ...{ notBefore: at, notAfter: later(3600) },
  });
  const revoked = (certificates: ReturnType<typeof past>[], bytes: Uint8Array) => {
    const crls = [CertificateRevocationList.from(bytes)];
    const entries = importHistory({ certificates, requests: new Map(), crls, partial: false });
    return entries.flatMap((entry) => (entry.kind === 'revoke' ? [[entry.serial, entry.app]] : []));
  };

  it('are revoked with the app that they were given to, where it is one', async () => {
    const twice = [past('weather', 1), past('weather', 1, later(1)), past('garden', 2), past('recipes', 2, later(1))];
    expect(revoked([...twice, past('garden', 2, later(2))], await list(1n, 1n, 2n, 3n))).toEqual([
      ['1', 'weather'],
      ['2', undefined],
      ['3', undefined],
    ]);
  });

  it('are looked up in a time that grows with their number, not with its square', async () => {
    const certificates = Array.from({ length: 40_000 }, (_, at) => past(`app${at}`, at + 1));
    const bytes = await list(1n, ...certificates.slice(20_000).map(({ serial }) => serial));
    const before = process.cpuUsage();
    expect(revoked(certificates, bytes)).toHaveLength(20_000);
    const { user, system } = process.cpuUsage(before);
    // 0.5 s; each serial compared with every certificate, it was 7 s
    expect((user + system) / 1e6).toBeLessThan(4);
  });
});

it('passes over, with its reason, what is no certificate of this authority', async () => {
  const bytes = Buffer.from((await testCertificate('weather')).toPem());
  const read = pastCertificates(
    [
      { path: 'weather/weather.crt', bytes },
      { path: 'weather.crt', bytes },
      { path: 'red\u001b[31m/red.crt', bytes },
      { path: 'other/other.crt', bytes: Buffer.from('no certificate') },
    ],
    trust,
  );
  expect(read.certificates.map(({ app }) => app)).toEqual(['weather', 'weather']);
  expect(read.passedOver).toEqual([
    { path: 'red\u001b[31m/red.crt', why: 'its folder cannot be the id of an app' },
    { path: 'other/other.crt', why: 'it is no certificate' },
  ]);
  expect(pastCertificates([{ path: 'weather/weather.crt', bytes }], Trust.pinned()).passedOver).toEqual([
    { path: 'weather/weather.crt', why: 'no trusted authority signed it' },
  ]);
});
