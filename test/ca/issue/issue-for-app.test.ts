// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { Certificate } from '../../../common/certificate.js';
import { CertificateRevocationList } from '../../../common/crl.js';
import { initAuthority } from '../../../ca/init-authority.js';
import { issueForApp } from '../../../ca/issue/issue-for-app.js';
import { profiles } from '../../../ca/issue/profile.js';
import { publishCrl } from '../../../ca/crl/publish-crl.js';
import { revoke, targetsOf } from '../../../ca/crl/revoke.js';
import { ledgerPath, Repository } from '../../../ca/repository/repository.js';
import { MemoryStore } from '../../../ca/repository/store.js';
import { isRandomSerial } from '../../../ca/x509/serial.js';
import { testAuthority, testKey } from '../support/authority.js';
import { auditNow, authority, issueNow, later, policyForTests, putRequest, start } from '../support/world.js';

const app = 'gardenplanner';

async function crlOf(store: MemoryStore): Promise<CertificateRevocationList> {
  return CertificateRevocationList.from((await store.read('authority/nextcloud.crl'))!);
}

async function kinds(store: MemoryStore): Promise<string[]> {
  return (await Repository.open(store)).ledger.lines.map(({ kind }) => kind);
}

describe('issueForApp', () => {
  it('reserves, signs, puts the certificate beside the request, and records it', async () => {
    const store = new MemoryStore();
    await putRequest(store, app);
    const { certificate, announced } = await issueForApp(await Repository.open(store), await authority(), {
      appId: app,
      now: start,
    });
    const file = Certificate.fromPem(Buffer.from((await store.read(`${app}/${app}.crt`))!).toString('latin1'));
    expect(file.fingerprint).toBe(certificate.fingerprint);
    expect(isRandomSerial(certificate.serial)).toBe(true);
    expect(certificate.notBefore.toISOString()).toBe('2026-11-21T11:55:00.000Z');
    expect(announced).toEqual([]);
    expect(await kinds(store)).toEqual(['reserve', 'issue']);
    expect(await auditNow(store, [app])).toEqual([]);
  });

  it('leaves neither file nor serial when it refuses', async () => {
    const store = new MemoryStore();
    await putRequest(store, app);
    await store.replace('files/files.csr', (await store.read(`${app}/${app}.csr`))!);
    const before = [...store.changes.keys()];
    const refused = issueForApp(await Repository.open(store), await authority(), { appId: 'files', now: start });
    await expect(refused).rejects.toMatchObject({
      code: 'request-refused',
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'cn-app-id' })]),
    });
    const absent = issueForApp(await Repository.open(store), await authority(), { appId: 'absent', now: start });
    await expect(absent).rejects.toMatchObject({ code: 'no-request', outcome: 'unusable' });
    expect([...store.changes.keys()]).toEqual(before);
  });

  it('voids the serial when the key cannot sign', async () => {
    const store = new MemoryStore();
    await putRequest(store, app);
    const { issuer, signer, profile } = await authority();
    const broken = { publicKey: signer.publicKey, sign: () => Promise.reject(new Error('the token is gone')) };
    const failed = issueForApp(
      await Repository.open(store),
      { issuer, profile, signer: broken },
      { appId: app, now: start },
    );
    await expect(failed).rejects.toThrow('the token is gone');
    expect(await kinds(store)).toEqual(['reserve', 'void']);
    expect(await store.read(`${app}/${app}.crt`)).toBeUndefined();
    await issueNow(store, app);
    const { lines } = (await Repository.open(store)).ledger;
    expect(new Set(lines.flatMap((line) => ('serial' in line ? [line.serial] : []))).size).toBe(2);
  });

  it('renews in the last 180 days, without a revocation, and not before', async () => {
    const store = new MemoryStore();
    await putRequest(store, app);
    const { certificate } = await issueNow(store, app);
    await expect(issueNow(store, app, later(3568))).rejects.toMatchObject({
      code: 'nothing-to-do',
      outcome: 'refused',
    });
    const renewed = await issueNow(store, app, later(3570));
    expect(renewed.announced).toEqual([]);
    expect(renewed.certificate.serial).not.toBe(certificate.serial);
    expect(Buffer.compare(renewed.certificate.spki, certificate.spki)).toBe(0);
  });

  it('issues anew under another authority, however long the old certificate lasts', async () => {
    const store = new MemoryStore();
    await putRequest(store, app);
    await issueNow(store, app);
    const successor = await initAuthority({ organization: 'Successor', keyBits: 2048, now: start });
    const { certificate } = await issueForApp(
      await Repository.open(store),
      { issuer: successor.intermediate, signer: successor.signer, profile: profiles['nextcloud-v1'] },
      { appId: app, now: later(1) },
    );
    expect(certificate.isSignedBy(successor.intermediate.publicKey)).toBe(true);
  });

  it.each(['../escape', '..', '', 'a/b', '/etc', 'a\\b', 'red\u001b[31m'])('takes %j for no id', async (appId) => {
    const store = new MemoryStore();
    const refused = issueForApp(await Repository.open(store), await authority(), { appId, now: start });
    await expect(refused).rejects.toMatchObject({ code: 'bad-usage' });
    expect(store.changes.size).toBe(0);
  });

  it('needs a decision for another key, and revokes the old certificate on the announced day, not before', async () => {
    const store = new MemoryStore();
    await putRequest(store, app);
    const old = (await issueNow(store, app)).certificate;
    await putRequest(store, app, await testKey());
    const undecided = issueForApp(await Repository.open(store), await authority(), { appId: app, now: start });
    await expect(undecided).rejects.toMatchObject({ code: 'needs-decision', outcome: 'refused' });
    const { announced } = await issueNow(store, app);
    expect(announced).toEqual([
      expect.objectContaining({ serial: old.serial.toString(16), on: '2027-02-19T12:00:00Z', why: 'lost key' }),
    ]);

    await publishCrl(await Repository.open(store), await authority(), later(89));
    expect((await crlOf(store)).isRevoked(old.serial)).toBe(false);
    expect(await auditNow(store, [app], later(91))).toEqual([
      expect.objectContaining({ rule: 'announcement-due', severity: 'warning' }),
    ]);
    await publishCrl(await Repository.open(store), await authority(), later(91));
    const entry = (await crlOf(store)).revoked.get(old.serial);
    expect(entry).toEqual({ serial: old.serial, date: later(90), reason: 4 });
    expect((await crlOf(store)).number).toBe(2n);
    expect(await auditNow(store, [app], later(91))).toEqual([]);
  });

  it('takes 14 days after a take-over, and none where the policy says so', async () => {
    const store = new MemoryStore();
    await putRequest(store, app);
    await issueNow(store, app);
    await putRequest(store, app, await testKey());
    expect((await issueNow(store, app, start, { why: 'take-over' })).announced).toEqual([
      expect.objectContaining({ on: '2026-12-05T12:00:00Z', reason: 'affiliationChanged' }),
    ]);
    const second = (await Repository.open(store)).ledger.certificatesOf(app).at(-1)!;
    await putRequest(store, app, await testKey());
    await store.replace('authority/policy.yml', Buffer.from(`${policyForTests}replacement:\n  revoke: at-once\n`));
    await issueNow(store, app);
    expect((await crlOf(store)).isRevoked(second.serial)).toBe(true);
    expect(await auditNow(store, [app])).toEqual([]);
  });
});

describe('revoke', () => {
  it('puts every certificate of the key on the list, and blocks a key that leaked for ever', async () => {
    const store = new MemoryStore();
    await putRequest(store, app);
    const { certificate } = await issueNow(store, app);
    const { certificates, crl } = await revoke(await Repository.open(store), await authority(), {
      target: app,
      reason: 'keyCompromise',
      now: later(1),
    });
    expect(certificates.map(({ serial }) => serial)).toEqual([certificate.serial]);
    expect(crl).toMatchObject({ number: '1', entries: 1 });
    const list = await crlOf(store);
    expect(list.isSignedBy((await testAuthority()).intermediate)).toBe(true);
    expect(list.revoked.get(certificate.serial)?.reason).toBe(1);
    await expect(issueNow(store, app, later(2))).rejects.toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'key-blocked', severity: 'error' })]),
    });
    const again = revoke(await Repository.open(store), await authority(), {
      target: app,
      reason: 'superseded',
      now: later(2),
    });
    await expect(again).rejects.toMatchObject({ code: 'nothing-to-revoke' });
  });

  it('takes serials in both forms, dates of the past, and announces those of the future', async () => {
    const store = new MemoryStore();
    await putRequest(store, app);
    const { serial } = (await issueNow(store, app)).certificate;
    const order = { reason: 'superseded' as const, now: later(1) };
    const announced = await revoke(await Repository.open(store), await authority(), {
      target: `0x${serial.toString(16)}`,
      date: later(5),
      ...order,
    });
    expect(announced.crl).toBeUndefined();
    expect(await store.read('authority/nextcloud.crl')).toBeUndefined();
    await revoke(await Repository.open(store), await authority(), {
      target: serial.toString(),
      date: later(0),
      ...order,
    });
    expect((await crlOf(store)).revoked.get(serial)?.date).toEqual(later(0));
    expect((await Repository.open(store)).ledger.announcements).toEqual([]);
    const unknown = revoke(await Repository.open(store), await authority(), { target: '0x1', ...order });
    await expect(unknown).rejects.toMatchObject({ code: 'nothing-to-revoke' });
  });

  it('revokes with one serial every certificate of a key that leaked', async () => {
    const store = new MemoryStore();
    await putRequest(store, app);
    const first = (await issueNow(store, app)).certificate;
    const renewed = (await issueNow(store, app, later(3600))).certificate;
    const target = `0x${first.serial.toString(16)}`;
    await revoke(await Repository.open(store), await authority(), {
      target,
      reason: 'keyCompromise',
      now: later(3601),
    });
    const list = await crlOf(store);
    expect([first, renewed].map(({ serial }) => list.isRevoked(serial))).toEqual([true, true]);
  });

  it.each([
    ['before the certificate was there', -2],
    ['announced for when it is over anyway', 3751],
  ])('refuses a date %s', async (_, days) => {
    const store = new MemoryStore();
    await putRequest(store, app);
    await issueNow(store, app);
    const before = store.changes.get(ledgerPath);
    const order = { target: app, reason: 'superseded' as const, now: later(1), date: later(days) };
    const refused = revoke(await Repository.open(store), await authority(), order);
    await expect(refused).rejects.toMatchObject({ code: 'bad-usage' });
    expect(store.changes.get(ledgerPath)).toEqual(before);
  });

  it('takes the day of issuance for a date, though its midnight lies before the certificate', async () => {
    const store = new MemoryStore();
    await putRequest(store, app);
    await issueNow(store, app);
    const date = new Date('2026-11-21');
    const { on } = await revoke(await Repository.open(store), await authority(), {
      ...{ target: app, reason: 'superseded', now: later(1), date },
    });
    expect(on).toEqual(date);
  });

  it('takes a serial that nobody recorded only where that is said', async () => {
    const store = new MemoryStore();
    await putRequest(store, app);
    const { serial } = (await issueNow(store, app)).certificate;
    const order = { reason: 'unspecified' as const, now: later(1) };
    const run = async (target: string, more: object = { unknown: true }) =>
      revoke(await Repository.open(store), await authority(), { ...order, target, ...more });
    await expect(run('0x1234', {})).rejects.toMatchObject({ hint: expect.stringContaining('--unknown') });
    expect(await run('0x1234')).toMatchObject({ certificates: [], crl: { number: '1', entries: 1 } });
    expect((await crlOf(store)).isRevoked(0x1234n)).toBe(true);
    expect((await Repository.open(store)).ledger.isUsed(0x1234n)).toBe(true);
    expect(await auditNow(store, [app], later(1))).toEqual([]);
    await expect(run('0x1234')).rejects.toMatchObject({ code: 'nothing-to-revoke' });
    await expect(run(`0x${serial.toString(16)}`)).rejects.toMatchObject({ code: 'bad-usage' });
    await expect(run(app)).rejects.toMatchObject({ code: 'bad-usage' });
    await expect(run('0x5', { unknown: true, date: later(9) })).rejects.toMatchObject({ code: 'bad-usage' });
  });

  it('names every app that a serial of the past stands for, also where one of them was asked for', async () => {
    const ledger = (await Repository.open(new MemoryStore())).ledger;
    const past = { kind: 'issue', serial: '1101', notBefore: '2020-01-01T00:00:00Z', imported: true } as const;
    const until = { notAfter: '2030-01-01T00:00:00Z' };
    ledger.append(
      ['one', 'two'].map((name, at) => {
        return { ...past, ...until, app: name, key: `${at}`.repeat(64), fingerprint: `${at + 2}`.repeat(64) };
      }),
      start,
    );
    // nextcloud/server#20674: revoking one app killed the other, and nobody was told
    expect(targetsOf(ledger, 'two').map(({ app: hit }) => hit)).toEqual(['one', 'two']);
  });

  it('keeps what is expired on the list', async () => {
    const store = new MemoryStore();
    await putRequest(store, app);
    const { certificate } = await issueNow(store, app);
    await revoke(await Repository.open(store), await authority(), { target: app, reason: 'superseded', now: later(1) });
    await publishCrl(await Repository.open(store), await authority(), later(8000));
    expect(certificate.isValidAt(later(8000))).toBe(false);
    expect((await crlOf(store)).isRevoked(certificate.serial)).toBe(true);
  });
});

it('keeps the ledger as one chain of lines', async () => {
  const store = new MemoryStore();
  await putRequest(store, app);
  await issueNow(store, app);
  const text = Buffer.from((await store.read(ledgerPath))!).toString('utf8');
  expect(text.split('\n')).toHaveLength(4);
  expect(text).toContain('"by":"maintainer"');
});
