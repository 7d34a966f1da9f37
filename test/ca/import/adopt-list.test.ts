// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { publishCrl } from '../../../ca/crl/publish-crl.js';
import { revoke } from '../../../ca/crl/revoke.js';
import { adoptList } from '../../../ca/import/adopt-list.js';
import { initAuthority } from '../../../ca/init-authority.js';
import { crlPath, Repository } from '../../../ca/repository/repository.js';
import { MemoryStore } from '../../../ca/repository/store.js';
import { CertificateRevocationList } from '../../../common/crl.js';
import { auditNow, authority, issueNow, later, putRequest, start } from '../support/world.js';

const app = 'gardenplanner';

async function listOf(store: MemoryStore): Promise<CertificateRevocationList> {
  return CertificateRevocationList.from((await store.read(crlPath))!);
}

it('goes on from a list that a ledger from an older backup does not know', async () => {
  const backup = new MemoryStore();
  await putRequest(backup, app);
  const { serial } = (await issueNow(backup, app)).certificate;
  await publishCrl(await Repository.open(backup), await authority(), start);
  const lost = new MemoryStore(backup);
  const order = { target: app, reason: 'keyCompromise' as const, now: later(1) };
  await revoke(await Repository.open(lost), await authority(), order);
  await revoke(await Repository.open(lost), await authority(), { ...order, target: '0x77', unknown: true });
  const newer = await listOf(lost);

  const repository = await Repository.open(backup);
  await adoptList(repository, await authority(), newer, later(2));
  expect((await listOf(backup)).number).toBe(3n);
  expect(repository.ledger.revocationOf(serial)).toMatchObject({ app, reason: 'keyCompromise', date: later(1) });
  expect((await auditNow(backup, [app], later(2))).map(({ severity }) => severity)).not.toContain('error');
  await publishCrl(repository, await authority(), later(2));
  const next = await listOf(backup);
  expect([next.number, next.isRevoked(serial), next.isRevoked(0x77n)]).toEqual([4n, true, true]);

  const stranger = await initAuthority({ organization: 'Test', keyBits: 2048, now: start });
  const { profile } = await authority();
  for (const [by, words] of [
    [await authority(), 'nothing is newer'],
    [{ issuer: stranger.intermediate, signer: stranger.signer, profile }, 'not signed by this authority'],
  ] as const) {
    await expect(adoptList(repository, by, newer, later(2))).rejects.toMatchObject({
      code: 'bad-crl',
      message: expect.stringContaining(words),
    });
  }
});
