// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { refuseBadCrl } from '../../../ca/crl/crl-lint.js';
import { createCrl } from '../../../ca/crl/create-crl.js';
import type { Revocation } from '../../../ca/crl/revocation.js';
import { CrlOutline } from '../../../ca/crl/crl-outline.js';
import { revocationReasons, type RevocationReason } from '../../../ca/crl/revocation-reason.js';
import { AuthorityError } from '../../../ca/authority-error.js';
import { testAuthority, testKey } from '../support/authority.js';

const now = new Date('2026-11-21T12:00:00Z');
const reasons = Object.keys(revocationReasons) as RevocationReason[];
const serials = ['1', '7f', '80', 'ff', '100', '7fff', '8000', `4${'0'.repeat(38)}1`, `7${'f'.repeat(39)}`];
const dates = ['1949-12-31T23:59:59Z', '1950-01-01T00:00:00Z', '2049-12-31T23:59:59Z', '2050-01-01T00:00:00Z'];
const revoked: Revocation[] = serials.map((serial, at) => ({
  serial,
  date: dates[at % dates.length]!,
  reason: reasons[at % reasons.length]!,
}));

async function listOf(entries: readonly Revocation[], number = 7n): Promise<Uint8Array> {
  const { intermediate: issuer, signer } = await testAuthority();
  const nextUpdate = new Date('2027-11-21T12:00:00Z');
  return createCrl({ issuer, signer, number, thisUpdate: now, nextUpdate, revoked: entries });
}

/** Rules that the lint names. */
async function findings(der: Uint8Array, wanted: readonly Revocation[] = revoked, at = now): Promise<string[]> {
  const { intermediate: issuer } = await testAuthority();
  try {
    refuseBadCrl({ der, issuer, number: 7n, revoked: wanted, now: at });
    return [];
  } catch (error) {
    if (!(error instanceof AuthorityError)) throw error;
    return error.findings.map(({ rule }) => rule);
  }
}

describe('the lint of a list', () => {
  it('finds nothing where all is right, with serials and dates of every kind, or none', async () => {
    expect(await findings(await listOf(revoked))).toEqual([]);
    expect(await findings(await listOf([]), [])).toEqual([]);
  });

  it.each<[string, (entries: Revocation[]) => Revocation[]]>([
    ['one is missing', (entries) => entries.slice(0, -1)],
    ['one is too many', (entries) => [...entries, { serial: '1234', date: dates[2]! }]],
    ['two changed places', ([first, second, ...rest]) => [second!, first!, ...rest]],
    ['a serial is another', (entries) => entries.with(4, { ...entries[4]!, serial: '101' })],
    ['a serial has a digit more', (entries) => entries.with(2, { ...entries[2]!, serial: '180' })],
    ['a date is another', (entries) => entries.with(1, { ...entries[1]!, date: '1950-01-01T00:00:01Z' })],
    ['a century is another', (entries) => entries.with(3, { ...entries[3]!, date: '1950-01-01T00:00:00Z' })],
    ['a reason is another', (entries) => entries.with(1, { ...entries[1]!, reason: 'superseded' })],
    ['a reason is none', (entries) => entries.with(1, { ...entries[1]!, reason: 'unspecified' })],
  ])('finds that %s', async (_, change) => {
    expect(await findings(await listOf(change([...revoked])))).toEqual(['crl-entries']);
  });

  it('finds another number, another signer, and dates that are over', async () => {
    expect(await findings(await listOf(revoked, 8n))).toEqual(['crl-number']);
    const { intermediate: issuer } = await testAuthority();
    const [thisUpdate, nextUpdate] = [now, new Date('2027-11-21T12:00:00Z')];
    const order = { issuer, signer: await testKey(), number: 7n, thisUpdate, nextUpdate, revoked };
    expect(await findings(await createCrl(order))).toEqual(['crl-signature']);
    expect(await findings(await listOf(revoked), revoked, nextUpdate)).toEqual(['crl-dates']);
  });

  it('ends the walk at an entry that this authority would not write', async () => {
    const der = Buffer.from(await listOf(revoked));
    const at = der.indexOf(Buffer.from('0603551d15', 'hex'));
    der[at + 4] = 0x16;
    const entries = [...new CrlOutline(der).entries()];
    expect(entries.at(-1)).toBeUndefined();
    expect(entries.length).toBeLessThan(revoked.length);
  });
});
