// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import type { LedgerEntry } from '../../../ca/ledger/ledger-line.js';
import { serialText } from '../../../ca/x509/serial.js';
import { Certificate } from '../../../common/certificate.js';
import { viewOf } from '../../../bot/view.js';
import { announcementWords } from '../../../bot/words/announcement-words.js';
import { copyWords } from '../../../bot/words/copy-words.js';
import { expiryReminder, expiryWords } from '../../../bot/words/expiry-words.js';
import { signedWords } from '../../../bot/words/signed-words.js';
import { typicalWait } from '../../../bot/words/typical-wait.js';
import { testCertificate } from '../../ca/support/authority.js';
import { issued, ledgerOf } from '../../ca/support/knowledge.js';
import { goodSituation, now } from '../support/situation.js';

const id = 'weather_maps';
const certificate = await testCertificate(id);
const serial = serialText(certificate.serial);
const [key, oldKey] = ['1'.repeat(64), '2'.repeat(64)];
const own = { ...issued(id, serial, key), pullRequest: 7 } as LedgerEntry;

async function words(...ledger: LedgerEntry[]): Promise<string> {
  return signedWords(await viewOf(await goodSituation({ ledger })), certificate);
}

describe('where the certificate is there', () => {
  it('shows it whole, with serial, fingerprint and end', async () => {
    const text = await words(own);
    const pem = /^```text\n([\s\S]*?)\n```$/m.exec(text)?.[1] ?? '';
    expect(Buffer.from(Certificate.fromPem(pem).der).equals(certificate.der)).toBe(true);
    expect(text).toContain(`| serial | \`${serial}\` |`);
    expect(text).toMatch(/fingerprint \| `([0-9A-F]{2}:){31}[0-9A-F]{2}`/);
    expect(text).toContain('to 2037-02-26');
    expect(text.startsWith(`## The certificate of \`${id}\`\n\n@alice, `)).toBe(true);
  });

  it('gives the steps with the id of this app', async () => {
    const text = await words(own);
    expect(text).toContain(`echo -n "${id}" | openssl dgst -sha512 -sign ${id}.key | openssl base64`);
    for (const input of ['private-key', 'certificate', 'store-token']) expect(text).toContain(`\`${input}\``);
    expect(text).toContain('Registering another certificate later deletes all releases');
    expect(text).not.toContain('### The certificate before this one');
  });

  it('tells when the replaced one ends, and when to register', async () => {
    const announced: LedgerEntry = {
      kind: 'announce',
      serial: 'abc',
      app: id,
      reason: 'superseded',
      on: '2027-02-19T12:00:00Z',
    };
    const text = await words(issued(id, 'abc', oldKey), own, announced);
    expect(text).toContain(`\`abc\` of \`${id}\` is revoked on **2027-02-19**`);
    expect(text).toContain('do it right before you publish a release that is signed with the new key, not earlier');
  });

  it('tells that a leaked one is revoked already', async () => {
    const revoked: LedgerEntry = {
      kind: 'revoke',
      serial: 'abc',
      app: id,
      reason: 'keyCompromise',
      date: '2026-11-21T12:00:00Z',
    };
    expect(await words(issued(id, 'abc', oldKey), own, revoked)).toContain('is revoked since 2026-11-21');
  });

  it('tells of a renewal that the old one goes on', async () => {
    const text = await words(issued(id, 'abc', key, '2027-01-05T00:00:00Z'), own);
    expect(text).toContain('also with the same key: the certificate before this one stays valid until 2027-01-05');
    expect(text).not.toContain('### The certificate before this one');
  });
});

describe('before something ends', () => {
  const ledger = ledgerOf({ ...issued(id, 'abc', oldKey), requestedBy: 'bob (22)' } as LedgerEntry);
  const [record] = ledger.certificatesOf(id);

  it('the announcement mentions whoever asked for the new certificate', () => {
    const announced = { serial: 0xdefn, app: 'rainfall', reason: 'superseded', on: now, why: undefined } as const;
    const text = announcementWords(announced, record);
    expect(text).toContain('@bob, the certificate `def` of `rainfall` is revoked on **2026-11-21**');
    expect(announcementWords(announced, { ...record!, requestedBy: 'Bob <bob@example.org>' })).toContain('`Bob`, the');
  });

  it('the warning is the same every day, and the reminder is not', () => {
    expect(expiryWords(record!).title).toBe(`The certificate of ${id} ends on 2036-01-01`);
    expect(expiryWords(record!).body).not.toContain('@');
    expect(expiryReminder({ record: record!, daysLeft: 90 })).toBe(
      `@bob, the certificate of \`${id}\` ends in 90 days, on 2036-01-01.`,
    );
  });

  it('a copy of the list is told what it lacks', () => {
    expect(copyWords(12n, 11n).title).toContain('number 12');
    expect(copyWords(12n, 11n).body).toContain('Here is number 11.');
    expect(copyWords(12n, undefined).body).toContain('Here is none that can be read.');
  });
});

describe('the typical wait', () => {
  const waiting = (count: number, days: (at: number) => number): LedgerEntry[] =>
    Array.from({ length: count }, (_, at) => {
      const requestedAt = new Date(Date.UTC(2026, 0, 1) - days(at) * 86_400_000).toISOString().replace('.000', '');
      return { ...issued(`app_${at}`, `1${at}`, `${at}`.padStart(64, '0')), requestedAt } as LedgerEntry;
    });

  it('is told in days, rounded up, of enough requests', () => {
    expect(typicalWait(ledgerOf(...waiting(19, () => 3)))).toBeUndefined();
    expect(typicalWait(ledgerOf(...waiting(20, () => 0.1)))).toEqual({ half: 1, mostOf: 1 });
    expect(typicalWait(ledgerOf(...waiting(100, (at) => at / 10)))).toEqual({ half: 5, mostOf: 8 });
  });
});
