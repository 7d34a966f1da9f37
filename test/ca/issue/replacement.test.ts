// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { bringForward } from '../../../ca/crl/bring-forward.js';
import { publishCrl } from '../../../ca/crl/publish-crl.js';
import { revoke } from '../../../ca/crl/revoke.js';
import { entriesOfIssued } from '../../../ca/issue/entries-of-issued.js';
import { issueForApp } from '../../../ca/issue/issue-for-app.js';
import type { Replacement } from '../../../ca/issue/replacement.js';
import { currentCertificate } from '../../../ca/ledger/certificate-record.js';
import type { EntryOf, LedgerEntry } from '../../../ca/ledger/ledger-line.js';
import { Repository, requestPath } from '../../../ca/repository/repository.js';
import { MemoryStore } from '../../../ca/repository/store.js';
import { CertificateRevocationList } from '../../../common/crl.js';
import { testCertificate, testKey } from '../support/authority.js';
import { issued, ledgerOf } from '../support/knowledge.js';
import { auditNow, authority, issueNow, later, policyForTests, putRequest, reopen, start } from '../support/world.js';

const app = 'gardenplanner';
const newId = 'orchard_planner';

const crlOf = async (store: MemoryStore): Promise<CertificateRevocationList> =>
  CertificateRevocationList.from((await store.read('authority/nextcloud.crl'))!);

/** An app with a certificate, and another request in its place. */
async function certified(id = app): Promise<{ store: MemoryStore; old: bigint }> {
  const store = new MemoryStore();
  await putRequest(store, app);
  const old = (await issueNow(store, app)).certificate.serial;
  await putRequest(store, id, await testKey());
  return { store, old };
}

describe('a replacement', () => {
  it.each<[Replacement['why'], string, number]>([
    ['lost', 'superseded', 90],
    ['wrong-name', 'superseded', 90],
    ['other', 'superseded', 90],
    ['take-over', 'affiliationChanged', 14],
  ])('because %s is announced as %s, after %i days', async (why, reason, days) => {
    const { store, old } = await certified();
    const { announced } = await issueNow(store, app, start, { why });
    const on = later(days).toISOString().replace('.000', '');
    expect(announced).toEqual([{ kind: 'announce', serial: old.toString(16), app, reason, on, why: 'lost key' }]);
    expect((await Repository.open(store)).ledger.revocationOf(old)).toBeUndefined();
    expect(await auditNow(store, [app])).toEqual([]);
    await publishCrl(await Repository.open(store), await authority(), later(days));
    expect((await crlOf(store)).isRevoked(old)).toBe(true);
    expect(await auditNow(store, [app], later(days))).toEqual([]);
  });

  it('because leaked revokes at once, in the same commit, and blocks the key for ever', async () => {
    const { store, old } = await certified();
    const before = await Repository.open(store);
    // on a day to come for another reason: a leak does not wait for it
    await revoke(before, await authority(), { target: app, reason: 'superseded', now: start, date: later(5) });
    await issueNow(store, app, start, { why: 'leaked' });
    const { ledger } = await Repository.open(store);
    const { key } = ledger.certificatesOfSerial(old)[0]!;
    expect(ledger.revocationOf(old)).toMatchObject({ reason: 'keyCompromise', date: start });
    expect(ledger.blockedKey(key)).toBe('it was replaced because it leaked');
    expect((await crlOf(store)).revoked.get(old)?.reason).toBe(1);
    expect(ledger.announcements).toEqual([]);
    expect(await auditNow(store, [app])).toEqual([]);
  });

  it('because leaked leaves the day of older keys as it was announced', async () => {
    const { store, old } = await certified();
    await issueNow(store, app);
    await putRequest(store, app, await testKey());
    await issueNow(store, app, later(1), { why: 'leaked' });
    const { ledger } = await Repository.open(store);
    expect(ledger.announcementOf(old)).toMatchObject({ on: later(90), reason: 'superseded' });
    expect(ledger.revocations.size).toBe(1);
  });

  it('says nothing of revocations where nothing is replaced', async () => {
    const store = new MemoryStore();
    await putRequest(store, app);
    expect((await issueNow(store, app, start, { why: 'leaked' })).announced).toEqual([]);
    const { ledger } = await Repository.open(store);
    expect(ledger.lines.map(({ kind }) => kind)).toEqual(['approval', 'reserve', 'issue']);
  });
});

describe('a rename', () => {
  it('ends the certificates of the old id after the overlap, and audits clean all the way', async () => {
    const { store, old } = await certified(newId);
    await store.remove(requestPath(app));
    const { announced, certificate } = await issueNow(store, newId, start, { why: 'rename', from: app });
    expect(announced).toEqual([
      expect.objectContaining({ serial: old.toString(16), app, reason: 'cessationOfOperation' }),
    ]);
    const noErrors = async (now: Date): Promise<string[]> =>
      (await auditNow(store, [app, newId], now)).filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
    expect(await noErrors(start)).toEqual([]);
    await publishCrl(await Repository.open(store), await authority(), later(90));
    const list = await crlOf(store);
    expect([list.revoked.get(old)?.reason, list.isRevoked(certificate.serial)]).toEqual([5, false]);
    expect(await noErrors(later(90))).toEqual([]);
  });

  it('because of a leak ends them at once', async () => {
    const { store, old } = await certified(newId);
    await issueNow(store, newId, start, { why: 'leaked', from: app });
    const { ledger } = await Repository.open(store);
    expect(ledger.revocationOf(old)?.reason).toBe('keyCompromise');
    expect(ledger.blockedKey(ledger.certificatesOf(app)[0]!.key)).toBeDefined();
    expect(currentCertificate(ledger, newId)).toBeDefined();
  });

  it('that broke off between signing and recording is finished with the same days', async () => {
    const { store, old } = await certified(newId);
    const whole = new MemoryStore(store);
    const order = { appId: newId, now: start, approvals: [{ by: 'ada (1)', pullRequest: 7 }], reason: 'renamed' };
    const replacement = { why: 'rename', from: app } as const;
    const repository = await Repository.open(whole);
    const record = repository.record.bind(repository);
    repository.record = async (entries, now) => {
      if (entries.some(({ kind }) => kind === 'issue')) throw new Error('killed');
      return record(entries, now);
    };
    await expect(issueForApp(repository, await authority(), { ...order, replacement })).rejects.toThrow('killed');
    const { ledger } = await reopen(whole);
    expect(ledger.announcementOf(old)).toMatchObject({ reason: 'cessationOfOperation', on: later(90) });
    expect(ledger.issuedFor(7)).toMatchObject({ app: newId, pullRequest: 7 });
  });
});

describe('entriesOfIssued', () => {
  const key = (letter: string): string => letter.repeat(64);
  const ends = async (reservation: Partial<EntryOf<'reserve'>>, ...before: LedgerEntry[]) => {
    const reserve = { kind: 'reserve', serial: 'abc', app, key: key('a'), overlapDays: 90, ...reservation } as const;
    const entries = entriesOfIssued(ledgerOf(...before), reserve, await testCertificate(app), start);
    return entries.flatMap((entry) => (entry.kind === 'announce' ? [[entry.app, entry.serial, entry.reason]] : []));
  };

  it('ends what the new id of a rename had under another key', async () => {
    const rename = { renamedFrom: 'planner', overlapReason: 'cessationOfOperation' } as const;
    expect(await ends(rename, issued('planner', '1', key('b')), issued(app, '2', key('c')))).toEqual([
      [app, '2', 'superseded'],
      ['planner', '1', 'cessationOfOperation'],
    ]);
  });

  it('ends every certificate of a key that leaked, under whatever spelling of the id', async () => {
    const other = issued('GardenPlanner', '1', key('b'));
    const leak = { overlapReason: 'keyCompromise' } as const;
    expect(await ends(leak, other, issued(app, '2', key('b')))).toEqual([
      [app, '2', 'keyCompromise'],
      ['GardenPlanner', '1', 'keyCompromise'],
    ]);
    expect(await ends({}, other, issued(app, '2', key('b')))).toEqual([[app, '2', 'superseded']]);
  });

  it('leaves alone what is over, revoked or of the same key', async () => {
    const revoked: LedgerEntry = { kind: 'revoke', serial: '3', reason: 'superseded', date: '2026-01-02T00:00:00Z' };
    const over = issued(app, '1', key('b'), '2026-11-21T12:00:00Z');
    expect(await ends({}, over, issued(app, '2', key('a')), issued(app, '3', key('c')), revoked)).toEqual([]);
  });
});

describe('what the ledger knows of a pull request', () => {
  const order = {
    appId: app,
    now: start,
    requestedBy: 'ada (1)',
    requestedAt: later(-3),
    approvals: [{ by: 'bob (2)', review: 'review 5', commit: 'a'.repeat(40), pullRequest: 7 }],
  };

  it('is the certificate that it led to, who asked, and who approved', async () => {
    const store = new MemoryStore();
    await putRequest(store, app);
    const { certificate } = await issueForApp(await Repository.open(store), await authority(), order);
    const { ledger } = await Repository.open(store);
    expect(ledger.issuedFor(7)).toMatchObject({
      serial: certificate.serial,
      app,
      pullRequest: 7,
      requestedBy: 'ada (1)',
      requestedAt: later(-3),
    });
    expect(ledger.issuedFor(8)).toBeUndefined();
    expect(ledger.lines[0]).toMatchObject({ kind: 'approval', pullRequest: 7, review: 'review 5', by: 'bob (2)' });
    expect(await auditNow(store, [app])).toEqual([]);
  });

  it('is one certificate, however often it is asked', async () => {
    const store = new MemoryStore();
    await putRequest(store, app);
    await issueForApp(await Repository.open(store), await authority(), order);
    await putRequest(store, app, await testKey());
    const before = (await Repository.open(store)).ledger.head;
    const again = issueForApp(await Repository.open(store), await authority(), { ...order, reason: 'again' });
    await expect(again).rejects.toMatchObject({ code: 'nothing-to-do', message: expect.stringContaining('#7') });
    expect((await Repository.open(store)).ledger.head).toBe(before);
  });
});

describe('bringForward', () => {
  it('moves an announced day to the end of the notice, once, and keeps its reason', async () => {
    const { store, old } = await certified();
    await issueNow(store, app, start, { why: 'lost' });
    const repository = await Repository.open(store);
    const moved = { serial: old.toString(16), app, reason: 'superseded', on: '2026-12-08T12:00:00Z', why: 'lost key' };
    expect(await bringForward(repository, old, later(10))).toEqual({ kind: 'announce', ...moved });
    expect(await bringForward(repository, old, later(10))).toBeUndefined();
    expect(await bringForward(repository, old, later(11))).toBeUndefined();
    const { ledger } = await Repository.open(store);
    expect(ledger.announcements).toEqual([expect.objectContaining({ serial: old, on: later(17) })]);
    await publishCrl(await Repository.open(store), await authority(), later(16));
    expect((await crlOf(store)).isRevoked(old)).toBe(false);
    await publishCrl(await Repository.open(store), await authority(), later(17));
    expect((await crlOf(store)).revoked.get(old)?.date).toEqual(later(17));
    expect(await auditNow(store, [app], later(17))).toEqual([]);
    expect(await bringForward(await Repository.open(store), old, later(17))).toBeUndefined();
  });

  it('never moves a day away, and gives the notice that the policy says', async () => {
    const { store, old } = await certified();
    await issueNow(store, app, start, { why: 'take-over' });
    const policy = `${policyForTests}replacement:\n  notice-days: 10\n`;
    await store.replace('authority/policy.yml', Buffer.from(policy));
    expect(await bringForward(await Repository.open(store), old, later(4))).toBeUndefined();
    expect(await bringForward(await Repository.open(store), old, later(3))).toMatchObject({
      on: '2026-12-04T12:00:00Z',
    });
    expect(await bringForward(await Repository.open(store), 1n, start)).toBeUndefined();
  });
});
