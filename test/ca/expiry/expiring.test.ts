// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { expiring, quarterOf, untilOf } from '../../../ca/expiry/expiring.js';
import { renewal } from '../../../ca/expiry/renewal.js';
import { revoke } from '../../../ca/crl/revoke.js';
import { Repository } from '../../../ca/repository/repository.js';
import { MemoryStore } from '../../../ca/repository/store.js';
import { CertificateRequest } from '../../../ca/request/certificate-request.js';
import { testKey } from '../support/authority.js';
import { authority, issueNow, later, putRequest } from '../support/world.js';

const store = new MemoryStore();
const ids = ['gardenplanner', 'starcatalogue', 'moonphases'];
const keys = await Promise.all(ids.map(() => testKey()));
for (const [at, id] of ids.entries()) {
  await putRequest(store, id, keys[at]);
  await issueNow(store, id, later(at * 30));
}
// ends on 2037-02-26, 2037-03-28, 2037-04-27

it('names what ends, by quarter, soonest first, and not what ends later', async () => {
  const quarters = await expiring(await Repository.open(store), later(3700), later(3790));
  expect(
    quarters.map(({ name, certificates }) => [
      name,
      certificates.map(({ record, daysLeft }) => [record.app, daysLeft]),
    ]),
  ).toEqual([
    [
      '2037 Q1',
      [
        ['gardenplanner', 49],
        ['starcatalogue', 79],
      ],
    ],
  ]);
  expect((await expiring(await Repository.open(store), later(3700), later(3830))).map(({ name }) => name)).toEqual([
    '2037 Q1',
    '2037 Q2',
  ]);
});

it('leaves out what is revoked, replaced, or not there', async () => {
  const changed = new MemoryStore(store);
  await revoke(await Repository.open(changed), await authority(), {
    target: 'gardenplanner',
    reason: 'superseded',
    now: later(100),
  });
  await issueNow(changed, 'starcatalogue', later(3700));
  await changed.remove('moonphases/moonphases.crt');
  expect(await expiring(await Repository.open(changed), later(3700), later(3830))).toEqual([]);
});

it('makes a pull request of the request that was certified, and of nothing else', async () => {
  const repository = await Repository.open(store);
  const [first] = (await expiring(repository, later(3700), later(3790)))[0]!.certificates;
  const made = await renewal(repository, first!, later(3700));
  if (typeof made === 'string') throw new Error(made);
  expect([...made.files.keys()]).toEqual(['gardenplanner/gardenplanner.csr', 'gardenplanner.md']);
  const file = Buffer.from(made.files.get('gardenplanner/gardenplanner.csr')!).toString();
  const request = CertificateRequest.fromPem(file);
  expect(request.publicKey?.equals(keys[0]!.publicKey)).toBe(true);
  const text = Buffer.from(made.files.get('gardenplanner.md')!).toString();
  expect(text).toContain('ends on 2037-02-26');
  expect(text).toContain('deletes all releases');

  // a pull request without a change cannot be opened, so it changes what means nothing; and the next one, back
  const now = Buffer.from((await store.read('gardenplanner/gardenplanner.csr'))!).toString();
  expect(file).toBe(`${now}\n`);
  const next = new MemoryStore(store);
  await next.replace('gardenplanner/gardenplanner.csr', Buffer.from(file));
  const again = await renewal(await Repository.open(next), first!, later(3700));
  if (typeof again === 'string') throw new Error(again);
  expect(Buffer.from(again.files.get('gardenplanner/gardenplanner.csr')!).toString()).toBe(now);
  expect((await issueNow(next, 'gardenplanner', later(3700))).certificate.isValidAt(later(3760))).toBe(true);

  const other = new MemoryStore(store);
  await putRequest(other, 'gardenplanner', await testKey());
  expect(await renewal(await Repository.open(other), first!, later(3700))).toContain(
    'is not the one that was certified',
  );
  await other.remove('gardenplanner/gardenplanner.csr');
  expect(await renewal(await Repository.open(other), first!, later(3700))).toContain('no request');
});

it('says of a request that would be refused today by which rule', async () => {
  const blocked = new MemoryStore(store);
  const repository = await Repository.open(blocked);
  const [first] = (await expiring(repository, later(3700), later(3790)))[0]!.certificates;
  await repository.record([{ kind: 'block-key', key: first!.record.key, why: 'a test' }], later(3700));
  expect(await renewal(repository, first!, later(3700))).toBe('the request would be refused today: key-blocked');
});

it('says who asked, in words that command nobody', async () => {
  const repository = await Repository.open(store);
  const [first] = (await expiring(repository, later(3700), later(3790)))[0]!.certificates;
  const requestedBy = 'Eve `@team` \u001b[31m](x) <eve@example.org>';
  const made = await renewal(repository, { ...first!, record: { ...first!.record, requestedBy } }, later(3700));
  if (typeof made === 'string') throw new Error(made);
  const text = Buffer.from(made.files.get('gardenplanner.md')!).toString();
  expect(text).toContain('It was asked for by `Eve @team \\x1b[31m](x)`.\n');
  expect(text).not.toContain('eve@example.org');
});

it('knows quarters and days', () => {
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map((day) => quarterOf(new Date(day)))).toEqual([
    '2026 Q1',
    '2026 Q1',
    '2026 Q2',
    '2026 Q4',
  ]);
  expect(untilOf('180d', later(0))).toEqual(later(180));
  expect(() => untilOf('soon', later(0))).toThrow(expect.objectContaining({ code: 'bad-usage' }));
});
