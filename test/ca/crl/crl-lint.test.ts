// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { explicit, integer, sequence, time } from '../../../common/der-writer.js';
import { createCrl, type CrlOrder } from '../../../ca/crl/create-crl.js';
import type { Revocation } from '../../../ca/crl/revocation.js';
import { crlLints, refuseBadCrl } from '../../../ca/crl/crl-lint.js';
import { initAuthority } from '../../../ca/init-authority.js';
import { extension } from '../../../ca/x509/extension.js';
import { sha256WithRsa, signStructure } from '../../../ca/x509/signed-structure.js';
import { testAuthority } from '../support/authority.js';

const now = new Date('2026-11-21T12:00:00Z');
const nextUpdate = new Date('2027-11-21T12:00:00Z');
const [date, otherDate] = [new Date('2026-11-20T12:00:00Z'), new Date('2026-11-20T12:00:01Z')];
const revoked: readonly Revocation[] = [
  { serial: 5n, date, reason: 'superseded' },
  { serial: 0xffn, date },
];
const { intermediate: issuer, signer } = await testAuthority();
const stranger = await initAuthority({ organization: 'Stranger', keyBits: 2048, now: new Date('2026-01-01') });

async function list(changes: Partial<CrlOrder> = {}): Promise<Uint8Array> {
  return createCrl({ issuer, signer, number: 7n, thisUpdate: now, nextUpdate, revoked, ...changes });
}

async function listWithoutKeyIdentifier(): Promise<Uint8Array> {
  const number = explicit(0, sequence(extension('2.5.29.20', integer(7))));
  const fields = [integer(1), sha256WithRsa, issuer.subject.der, time(now), time(nextUpdate), number];
  return signStructure(sequence(...fields), signer);
}

/** What the lint finds in a list that was to hold these entries under the number 7. */
function found(der: Uint8Array, wanted: readonly Revocation[] = revoked): string[] {
  try {
    refuseBadCrl({ der, issuer, number: 7n, revoked: wanted, now });
    return [];
  } catch (error) {
    expect(error).toMatchObject({ code: 'bad-crl' });
    return (error as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);
  }
}

describe('CRL lint', () => {
  it('finds nothing in a list that is right', async () => {
    expect(found(await list())).toEqual([]);
    expect(found(await list({ revoked: [] }), [])).toEqual([]);
  });

  const cases: [what: string, rule: string, make: () => Promise<Uint8Array>][] = [
    ['another signer', 'crl-signature', () => list({ signer: stranger.signer })],
    ['another issuer', 'crl-signature', () => list({ issuer: stranger.intermediate })],
    ['a number that went back', 'crl-number', () => list({ number: 6n })],
    ['no key identifier', 'crl-authority-key', listWithoutKeyIdentifier],
    ['a list of tomorrow', 'crl-dates', () => list({ thisUpdate: new Date('2026-11-22') })],
    ['a list that is over', 'crl-dates', () => list({ thisUpdate: new Date('2026-01-01'), nextUpdate: now })],
    ['an entry too few', 'crl-entries', () => list({ revoked: revoked.slice(1) })],
    ['no entries', 'crl-entries', () => list({ revoked: [] })],
    ['an entry too many', 'crl-entries', () => list({ revoked: [...revoked, { serial: 9n, date }] })],
    ['another order', 'crl-entries', () => list({ revoked: revoked.toReversed() })],
    ['another serial', 'crl-entries', () => list({ revoked: [{ ...revoked[0]!, serial: 6n }, revoked[1]!] })],
    ['another date', 'crl-entries', () => list({ revoked: [revoked[0]!, { serial: 0xffn, date: otherDate }] })],
    [
      'another reason',
      'crl-entries',
      () => list({ revoked: [{ serial: 5n, date, reason: 'keyCompromise' }, revoked[1]!] }),
    ],
    [
      'a reason where there is none',
      'crl-entries',
      () => list({ revoked: [revoked[0]!, { serial: 0xffn, date, reason: 'superseded' }] }),
    ],
    ['no reason where there is one', 'crl-entries', () => list({ revoked: [{ serial: 5n, date }, revoked[1]!] })],
  ];

  it.each(cases)('finds %s by %s', async (_, rule, make) => {
    expect(found(await make())).toContain(rule);
  });

  it('has a test for each of its rules', () => {
    expect([...new Set(cases.map(([, rule]) => rule))].toSorted()).toEqual(crlLints.map(({ id }) => id).toSorted());
  });
});
