// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { publishCrl } from '../../ca/crl/publish-crl.js';
import { revoke } from '../../ca/crl/revoke.js';
import { issueForApp } from '../../ca/issue/issue-for-app.js';
import { generateRsaKey } from '../../ca/key/encrypted-key.js';
import { PemSigner } from '../../ca/key/pem-signer.js';
import { crlPath, Repository, requestPath } from '../../ca/repository/repository.js';
import { MemoryStore } from '../../ca/repository/store.js';
import { createRequest } from '../../ca/request/create-request.js';
import { randomSerial } from '../../ca/x509/serial.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { testKey } from './support/authority.js';
import { auditNow, authority, issueNow, later, policyForTests, putRequest, start } from './support/world.js';

/** What happened in the hand-made authority, and must not happen in this one: each by its place. */
const app = 'gardenplanner';
const certificate = `${app}/${app}.crt`;

async function world(...apps: string[]): Promise<MemoryStore> {
  const store = new MemoryStore();
  for (const id of apps) await putRequest(store, id, await testKey());
  for (const id of apps) await issueNow(store, id);
  return store;
}

const rulesOf = async (store: MemoryStore, now = start): Promise<string[]> =>
  (await auditNow(store, [app], now)).map(({ severity, rule }) => `${severity} ${rule}`);

async function listOf(store: MemoryStore): Promise<CertificateRevocationList> {
  return CertificateRevocationList.from((await store.read(crlPath))!);
}

describe('nextcloud/server#20674: two apps had one serial, and revoking one killed the other', () => {
  it('no serial is given twice, whoever had it, not even where the random source repeats itself', async () => {
    const store = await world(app);
    const { ledger } = await Repository.open(store);
    const { serial } = ledger.certificatesOf(app)[0]!;
    const used = Buffer.from(serial.toString(16), 'hex');
    used[0] = used[0]! - 1; // what the first octet is made of
    const fresh = Buffer.alloc(16, 7);
    const source = [used, used, fresh];
    expect(
      randomSerial(
        (taken) => ledger.isUsed(taken),
        () => source.shift()!,
      ).toString(16),
    ).toMatch(/^8(07){15}$/);
    expect(() =>
      randomSerial(
        (taken) => ledger.isUsed(taken),
        () => used,
      ),
    ).toThrow(expect.objectContaining({ code: 'bad-serial' }));
  });

  it('revoking one app revokes no other', async () => {
    const store = await world(app, 'starcatalogue');
    await revoke(await Repository.open(store), await authority(), { target: app, reason: 'superseded', now: start });
    const other = (await Repository.open(store)).ledger.certificatesOf('starcatalogue')[0]!;
    expect([...(await listOf(store)).revoked]).toHaveLength(1);
    expect((await listOf(store)).isRevoked(other.serial)).toBe(false);
  });
});

it('app-certificate-requests#1006: a key that was shown to the world is never certified, then or later', async () => {
  const store = new MemoryStore();
  await putRequest(store, app);
  const shown = new PemSigner(await generateRsaKey(2048));
  await putRequest(store, app, shown);
  const key = createHash('sha256')
    .update(shown.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  await (await Repository.open(store)).record([{ kind: 'block-key', key, why: 'it was in a pull request' }], start);
  for (const now of [start, later(3000)]) {
    await expect(issueNow(store, app, now)).rejects.toMatchObject({
      code: 'request-refused',
      findings: [expect.objectContaining({ rule: 'key-blocked', message: expect.stringContaining('pull request') })],
    });
  }
});

it('approved one request, signed another: the ledger says which bytes were approved, and those were signed', async () => {
  const store = new MemoryStore();
  await putRequest(store, app);
  const bytes = (await store.read(requestPath(app)))!;
  const issued = await issueNow(store, app);
  const approval = (await Repository.open(store)).ledger.lines.find(({ kind }) => kind === 'approval');
  expect(approval).toMatchObject({ by: 'maintainer', request: createHash('sha256').update(bytes).digest('hex') });
  await putRequest(store, app, await testKey());
  expect(await rulesOf(store)).toEqual(['error certificate-key']);
  expect(issued.certificate.commonNames).toEqual([app]);
});

describe.each([
  ['app-certificate-requests#441, #819: the CN was literally APP_ID', 'APP_ID', 'cn-app-id'],
  ['app-certificate-requests#441: the CN had capitals', 'GardenPlanner', 'cn-app-id'],
])('%s', (_, cn, rule) => {
  it('is refused', async () => {
    const store = new MemoryStore();
    await store.replace('authority/policy.yml', Buffer.from(policyForTests));
    await store.replace(requestPath(app), Buffer.from((await createRequest(await testKey(), cn)).toPem()));
    await expect(issueNow(store, app)).rejects.toMatchObject({ findings: [expect.objectContaining({ rule })] });
    expect(await store.read(certificate)).toBeUndefined();
  });
});

it('app-certificate-requests#794, appstore#1809: an id of 39 characters is not certified', async () => {
  const id = 'an_app_with_an_id_of_thirty_nine_letter';
  expect(id).toHaveLength(39);
  const store = new MemoryStore();
  await putRequest(store, id);
  await expect(issueNow(store, id)).rejects.toMatchObject({
    findings: [expect.objectContaining({ rule: 'id-format' })],
  });
});

it('app-certificate-requests#1136: nothing is replaced without somebody who says why', async () => {
  const store = await world(app);
  await putRequest(store, app, await testKey());
  const order = { appId: app, now: start };
  for (const half of [{}, { reason: 'lost key' }, { approvals: [{ by: 'maintainer' }] }]) {
    const refused = issueForApp(await Repository.open(store), await authority(), { ...order, ...half });
    await expect(refused).rejects.toMatchObject({ code: 'needs-decision' });
  }
  expect(await rulesOf(store)).toEqual(['error certificate-key']);
});

it('app-certificate-requests#667, #688: what is replaced is revoked on a day that is known long before', async () => {
  const store = await world(app);
  const old = (await Repository.open(store)).ledger.certificatesOf(app)[0]!;
  await putRequest(store, app, await testKey());
  const { announced } = await issueNow(store, app);
  expect(announced).toEqual([expect.objectContaining({ on: later(90).toISOString().replace('.000', '') })]);
  for (const [days, revoked] of [
    [0, false],
    [89, false],
    [91, true],
  ] as const) {
    await publishCrl(await Repository.open(store), await authority(), later(days));
    expect([days, (await listOf(store)).isRevoked(old.serial)]).toEqual([days, revoked]);
  }
});

it('app-certificate-requests#205: no revocation is without its list', async () => {
  const store = await world(app);
  await publishCrl(await Repository.open(store), await authority(), start);
  const before = (await store.read(crlPath))!;
  await revoke(await Repository.open(store), await authority(), { target: app, reason: 'keyCompromise', now: start });
  // both are one append to the ledger: all of its lines but the last say that more belongs to it
  const [, revoked, list] = (await Repository.open(store)).ledger.lines.slice(-3);
  expect([revoked?.kind, revoked?.more, list?.kind, list?.more]).toEqual(['revoke', true, 'crl', undefined]);
  await store.replace(crlPath, before);
  expect(await rulesOf(store)).toEqual(expect.arrayContaining(['error crl-number', 'error crl-forgotten']));
});

describe('app-certificate-requests#319: the signer pasted half a certificate, or the request', () => {
  it.each<[string, (pem: string, request: string) => string]>([
    ['without the last dash', (pem) => pem.trimEnd().slice(0, -1)],
    ['without its first line', (pem) => pem.split('\n').slice(1).join('\n')],
    ['without its last lines', (pem) => pem.split('\n').slice(0, -5).join('\n')],
    ['with four dashes', (pem) => pem.replace('-----BEGIN', '----BEGIN')],
    ['that is the request', (_, request) => request],
  ])('the audit finds a certificate %s', async (_, damage) => {
    const store = await world(app);
    const [pem, request] = [certificate, requestPath(app)].map(async (path) => (await store.read(path))!);
    const text = damage(Buffer.from((await pem)!).toString(), Buffer.from((await request)!).toString());
    await store.replace(certificate, Buffer.from(text));
    expect(await rulesOf(store)).toEqual(['error certificate-unreadable']);
  });
});
