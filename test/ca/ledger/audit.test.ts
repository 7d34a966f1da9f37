// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createCrl } from '../../../ca/crl/create-crl.js';
import { publishCrl } from '../../../ca/crl/publish-crl.js';
import { revoke } from '../../../ca/crl/revoke.js';
import { initAuthority } from '../../../ca/init-authority.js';
import { audit } from '../../../ca/ledger/audit.js';
import { Ledger } from '../../../ca/ledger/ledger.js';
import type { LedgerEntry } from '../../../ca/ledger/ledger-line.js';
import { crlPath, ledgerPath, Repository } from '../../../ca/repository/repository.js';
import { MemoryStore, type Store } from '../../../ca/repository/store.js';
import { createRequest } from '../../../ca/request/create-request.js';
import { CertificateRevocationList } from '../../../common/crl.js';
import { Trust } from '../../../common/trust.js';
import { testAuthority, testCertificate, testKey } from '../support/authority.js';
import { issued } from '../support/knowledge.js';
import { auditNow, authority, issueNow, later, putRequest, start } from '../support/world.js';

const apps = ['gardenplanner', 'starcatalogue'];
const good = new MemoryStore();
let firstCrl: Uint8Array;

beforeAll(async () => {
  for (const app of apps) await putRequest(good, app, await testKey());
  for (const app of apps) await issueNow(good, app);
  await publishCrl(await Repository.open(good), await authority(), start);
  firstCrl = (await good.read(crlPath))!;
  await revoke(await Repository.open(good), await authority(), { target: apps[1]!, reason: 'superseded', now: start });
});

/** Rules that the audit names after the change, with their severities, without the one that the good repository has. */
async function after(change: (store: MemoryStore) => Promise<unknown>, now = start): Promise<string[]> {
  const store = new MemoryStore(good);
  await change(store);
  const findings = await auditNow(store, apps, now);
  return findings
    .map(({ rule, severity }) => `${severity} ${rule}`)
    .filter((text) => text !== 'info certificate-revoked');
}

async function ledgerLines(store: Store): Promise<string[]> {
  return Buffer.from((await store.read(ledgerPath))!)
    .toString('utf8')
    .trimEnd()
    .split('\n');
}

const rewrite = async (store: MemoryStore, change: (lines: string[]) => string[]): Promise<void> =>
  store.replace(ledgerPath, Buffer.from(`${change(await ledgerLines(store)).join('\n')}\n`));

/** Lines with a chain of their own: what somebody could do who rewrites the whole file. */
function chained(lines: string[]): string[] {
  let prev = '0'.repeat(64);
  return lines.map((line) => {
    const text = JSON.stringify({ ...(JSON.parse(line) as object), prev });
    prev = createHash('sha256').update(text).digest('hex');
    return text;
  });
}

describe('audit finds', () => {
  it('nothing where all is right', async () => {
    expect(await after(async () => undefined)).toEqual([]);
  });

  it('a certificate that nobody recorded', async () => {
    const certificate = await testCertificate('starcatalogue');
    const found = await after((store) =>
      store.replace('starcatalogue/starcatalogue.crt', Buffer.from(certificate.toPem())),
    );
    expect(found).toContain('error certificate-unrecorded');
  });

  it('the folder of an authority in the repository, and says to move it, not to revoke', async () => {
    const { intermediate, bundle } = await initAuthority({ keyBits: 2048 });
    const store = new MemoryStore(good);
    const files = { 'my-ca/intermediate.crt': intermediate.toPem(), 'my-ca/root.crt': bundle };
    for (const [path, pem] of Object.entries(files)) await store.replace(path, Buffer.from(pem));
    const paths = [...apps.flatMap((app) => [`${app}/${app}.crt`, `${app}/${app}.csr`]), ...Object.keys(files)];
    const trust = Trust.fromPem((await testAuthority()).bundle);
    const findings = await audit({ store, paths, trust, now: start });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual(
      Object.keys(files).map((file) =>
        expect.objectContaining({
          rule: 'certificate-unrecorded',
          message: 'This is the certificate of an authority, and of no app.',
          fix: expect.stringContaining('Take CA_DIR out of the repository'),
          file,
        }),
      ),
    );
  });

  it('a certificate that is gone', async () => {
    expect(await after((store) => store.remove('gardenplanner/gardenplanner.crt'))).toEqual([
      'error certificate-absent',
    ]);
  });

  it('a changed line and a missing line', async () => {
    const changed = await after((store) =>
      rewrite(store, (lines) => lines.with(1, lines[1]!.replace('lost key', 'stolen key'))),
    );
    expect(changed).toContain('error ledger-chain');
    expect(await after((store) => rewrite(store, (lines) => lines.toSpliced(2, 1)))).toContain('error ledger-chain');
  });

  it('a tail that was cut off, by the number of the list', async () => {
    const found = await after((store) => rewrite(store, (lines) => lines.slice(0, -2)));
    expect(found).toEqual(['error crl-number', 'error crl-unrecorded'].toSorted());
  });

  it('a ledger that was written anew, by the history in git', async () => {
    const bytes = (await good.read(ledgerPath))!;
    const blob = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    const anchors = [{ commit: 'c'.repeat(40), length: bytes.length, blob }];
    const rules = async (store: Store) => {
      const { bundle } = await testAuthority();
      const paths = apps.map((app) => `${app}/${app}.crt`);
      const findings = await audit({ store, paths, trust: Trust.fromPem(bundle), now: start, anchors });
      return findings.map(({ rule }) => rule);
    };
    expect(await rules(good)).not.toContain('ledger-prefix');
    const store = new MemoryStore(good);
    await rewrite(store, (lines) => chained(lines.map((line) => line.replace('lost key', 'stolen key'))));
    expect((await auditNow(store, apps)).map(({ rule }) => rule)).not.toContain('ledger-chain');
    expect(await rules(store)).toContain('ledger-prefix');
  });

  it('a serial used twice', async () => {
    const found = await after((store) =>
      rewrite(store, (lines) => {
        const issue = JSON.parse(lines.find((line) => line.includes('"issue"'))!) as Record<string, string>;
        return chained([...lines, JSON.stringify({ ...issue, app: 'other', fingerprint: 'f'.repeat(64) })]);
      }),
    );
    expect(found).toContain('error serial-twice');
  });

  it('a serial of the past whose certificate nobody saw', async () => {
    const store = new MemoryStore();
    const ledger = new Ledger();
    const past = (at: number) => ({
      ...issued(`app_${at}`, (0x1000 + at).toString(16), 'a'.repeat(64)),
      imported: true,
    });
    const there = Array.from({ length: 40 }, (_, at) => at).filter((at) => at !== 7 && at !== 9);
    const revoked = { kind: 'revoke', reason: 'unspecified', date: '2026-01-01T00:00:00Z' } as const;
    const lines = [...there.map((at) => past(at) as LedgerEntry), { ...revoked, serial: '1009' }];
    await store.replace(ledgerPath, ledger.append(lines, start));
    const found = (await auditNow(store, [])).filter(({ rule }) => rule === 'serial-missing');
    expect(found.map(({ severity, message }) => [severity, /serial (\w+)/.exec(message)?.[1]])).toEqual([
      ['warning', '1007'],
      ['info', '1009'],
    ]);
  });

  it('a certificate whose key is not the request’s', async () => {
    const request = await createRequest(await testKey(), 'gardenplanner');
    const found = await after((store) =>
      store.replace('gardenplanner/gardenplanner.csr', Buffer.from(request.toPem())),
    );
    expect(found).toEqual(['error certificate-key']);
  });

  it('an expired list', async () => {
    expect(await after(async () => undefined, later(366))).toEqual(['error crl-expired']);
  });

  it('a list whose number went back, without the newest revocation', async () => {
    expect(await after((store) => store.replace(crlPath, firstCrl))).toEqual([
      'error crl-number',
      'error crl-forgotten',
    ]);
  });

  it('a CRL number that went back in the ledger', async () => {
    const found = await after((store) =>
      rewrite(store, (lines) => {
        const last = JSON.parse(lines.findLast((line) => line.includes('"crl"'))!) as Record<string, string>;
        return chained([...lines, JSON.stringify({ ...last, number: '1' })]);
      }),
    );
    expect(found).toContain('error crl-numbers-rise');
  });

  it('another list under the number of the one that was recorded', async () => {
    const { intermediate: issuer, signer } = await testAuthority();
    const { number, revoked } = CertificateRevocationList.from((await good.read(crlPath))!);
    const entries = [...revoked.values()].map(({ serial, date }) => ({ serial, date }));
    const der = await createCrl({
      ...{ issuer, signer, number: number!, thisUpdate: start, nextUpdate: later(9), revoked: entries },
    });
    expect(await after((store) => store.replace(crlPath, der))).toEqual(['error crl-ledger']);
  });

  it('a run that broke off', async () => {
    const entry = { kind: 'reserve', serial: 'abc', app: 'moonphases', key: 'a'.repeat(64) } as const;
    const found = await after(async (store) => (await Repository.open(store)).record([entry], start));
    expect(found).toEqual(['warning reservation-open']);
  });

  it('a list that is gone, broken, or of somebody else', async () => {
    expect(await after((store) => store.remove(crlPath))).toEqual(['error crl-absent']);
    expect(await after((store) => store.replace(crlPath, Buffer.from('x')))).toEqual(['error crl-unreadable']);
    const trust = Trust.pinned();
    const findings = await audit({ store: good, paths: [], trust, now: start });
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['crl-signature', 'certificate-issuer']));
  });

  it('a certificate in place of its successor', async () => {
    const old = (await good.read('gardenplanner/gardenplanner.crt'))!;
    const found = await after(async (store) => {
      await putRequest(store, 'gardenplanner', await testKey());
      await issueNow(store, 'gardenplanner');
      await store.replace('gardenplanner/gardenplanner.crt', old);
    });
    expect(found).toContain('error certificate-not-the-newest');
  });
});
