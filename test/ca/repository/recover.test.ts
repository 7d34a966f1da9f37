// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { publishCrl } from '../../../ca/crl/publish-crl.js';
import { revoke } from '../../../ca/crl/revoke.js';
import { crlPath, ledgerPath, Repository } from '../../../ca/repository/repository.js';
import { MemoryStore, type Store } from '../../../ca/repository/store.js';
import { CertificateRevocationList } from '../../../common/crl.js';
import { type Finding, isOk } from '../../../common/finding.js';
import { testKey } from '../support/authority.js';
import { auditNow, authority, issueNow, later, putRequest, reopen, start } from '../support/world.js';

const app = 'gardenplanner';

class Killed extends Error {}

/** A store whose process is killed at a given write: before it, or, for an append, in the middle of it. */
class MortalStore implements Store {
  writes = 0;

  constructor(
    private readonly store: Store,
    private readonly killAt: number,
    private readonly torn: boolean,
  ) {}

  read(path: string) {
    return this.store.read(path);
  }

  async append(path: string, bytes: Uint8Array): Promise<void> {
    if (this.writes === this.killAt && this.torn) await this.store.append(path, bytes.subarray(0, bytes.length >> 1));
    this.#live();
    await this.store.append(path, bytes);
  }

  async replace(path: string, bytes: Uint8Array): Promise<void> {
    this.#live();
    await this.store.replace(path, bytes);
  }

  async rename(from: string, to: string): Promise<void> {
    this.#live();
    await this.store.rename(from, to);
  }

  async remove(path: string): Promise<void> {
    this.#live();
    await this.store.remove(path);
  }

  #live(): void {
    if (this.writes++ === this.killAt) throw new Killed();
  }
}

/** Runs the action on a copy of the store again and again, killed at its first, second, … write, until it survives. */
async function killedAtEveryWrite(
  base: Store,
  action: (store: Store) => Promise<unknown>,
  check: (store: MemoryStore) => Promise<void>,
  /** rules that are broken already, and stay so until the action is done */
  allowed: readonly string[] = [],
): Promise<number> {
  for (const torn of [false, true]) {
    for (let killAt = 0; ; killAt++) {
      const store = new MemoryStore(base);
      const mortal = new MortalStore(store, killAt, torn);
      const survived = await action(mortal).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Killed) return false;
          throw error;
        },
      );
      // what an auditor sees before anybody repaired anything is no error, and after the next run nothing at all
      const findings = async (): Promise<Finding[]> =>
        (await auditNow(store, [app])).filter(({ rule, severity }) => severity !== 'info' && !allowed.includes(rule));
      expect([killAt, torn, isOk(await findings())]).toEqual([killAt, torn, true]);
      await reopen(store);
      expect([killAt, torn, await findings()]).toEqual([killAt, torn, []]);
      await check(store);
      if (survived) {
        if (torn) return killAt;
        break;
      }
    }
  }
  return 0;
}

async function serials(store: Store, kind: string): Promise<string[]> {
  const { lines } = (await Repository.open(store)).ledger;
  return lines.flatMap((line) => (line.kind === kind && 'serial' in line ? [line.serial] : []));
}

describe('killed between any two writes', () => {
  it('an issuance leaves clean books, and no serial is used twice', async () => {
    const base = new MemoryStore();
    await putRequest(base, app);
    const points = await killedAtEveryWrite(
      base,
      (store) => issueNow(store, app),
      async (store) => {
        const { ledger } = await Repository.open(store);
        if (ledger.certificatesOf(app).length === 0) await issueNow(store, app);
        const reserved = await serials(store, 'reserve');
        expect(new Set(reserved).size).toBe(reserved.length);
        expect(await serials(store, 'issue')).toHaveLength(1);
        expect(await auditNow(store, [app])).toEqual([]);
      },
    );
    expect(points).toBe(3);
  });

  it('a replacement loses no announced revocation', async () => {
    const base = new MemoryStore();
    await putRequest(base, app);
    const old = (await issueNow(base, app)).certificate.serial;
    await putRequest(base, app, await testKey());
    await killedAtEveryWrite(
      base,
      (store) => issueNow(store, app),
      async (store) => {
        const { ledger } = await Repository.open(store);
        const replaced = ledger.certificatesOf(app).length === 2;
        expect(ledger.announcementOf(old)?.on).toEqual(replaced ? later(90) : undefined);
      },
      ['certificate-key'],
    );
  });

  it('a revocation happens as a whole or not at all, the list included', async () => {
    const base = new MemoryStore();
    await putRequest(base, app);
    const { serial } = (await issueNow(base, app)).certificate;
    await publishCrl(await Repository.open(base), await authority(), start);
    const points = await killedAtEveryWrite(
      base,
      async (store) =>
        revoke(await reopen(store), await authority(), { target: app, reason: 'keyCompromise', now: start }),
      async (store) => {
        const { ledger } = await Repository.open(store);
        const revoked = ledger.revocationOf(serial) !== undefined;
        const list = CertificateRevocationList.from((await store.read(crlPath))!);
        expect([list.isRevoked(serial), list.number]).toEqual([revoked, revoked ? 2n : 1n]);
        expect(ledger.certificatesOfKey(ledger.certificatesOf(app)[0]!.key).length).toBe(1);
        expect(ledger.blockedKey(ledger.certificatesOf(app)[0]!.key) !== undefined).toBe(revoked);
      },
    );
    expect(points).toBe(3);
  });
});

it('takes away a last line that was not written to its end, and nothing else', async () => {
  const store = new MemoryStore();
  await putRequest(store, app);
  await issueNow(store, app);
  const whole = Buffer.from((await store.read(ledgerPath))!);
  await store.append(ledgerPath, Buffer.from('{"kind":"revoke","ser'));
  await reopen(store);
  expect(Buffer.from((await store.read(ledgerPath))!).equals(whole)).toBe(true);
});

it('does not record a certificate that is not the reserved one', async () => {
  const store = new MemoryStore();
  await putRequest(store, app);
  await issueNow(store, app);
  const repository = await Repository.open(store);
  const { key } = repository.ledger.certificatesOf(app)[0]!;
  await repository.record([{ kind: 'reserve', serial: 'abc', app, key }], start);
  await reopen(store);
  expect(await serials(store, 'void')).toEqual(['abc']);
  expect(await serials(store, 'issue')).toHaveLength(1);
});
