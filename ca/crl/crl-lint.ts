// SPDX-License-Identifier: MIT
import type { Certificate } from '../../common/certificate.js';
import { applyRules, type Rule, type Violation } from '../../common/rule.js';
import { AuthorityError } from '../authority-error.js';
import type { Revocation } from './revocation.js';
import { CrlOutline, type OutlineEntry } from './crl-outline.js';
import { revocationReasons } from './revocation-reason.js';
import { digitValue, type RevocationWords, timeOf, wordsOf } from './revocation-words.js';

export interface CrlSubject {
  readonly crl: CrlOutline;
  readonly issuer: Certificate;
  readonly number: bigint;
  readonly revoked: readonly (Revocation | RevocationWords)[];
  readonly now: Date;
}

const fix = 'Do not publish: this is a fault of the authority’s program or of its key.';

const rules: readonly Omit<Rule<CrlSubject>, 'severity' | 'fix'>[] = [
  {
    id: 'crl-signature',
    message: 'The issuer’s name or signature is not right.',
    check: ({ crl, issuer }) => when(Buffer.compare(crl.issuer, issuer.subject.der) !== 0 || !crl.isSignedBy(issuer)),
    source: 'server: Installer.php refuses every app where the CRL’s signature is not right',
  },
  {
    id: 'crl-number',
    message: 'The CRL number is not the one that was meant.',
    check: ({ crl, number }) => when(crl.number !== number),
    source: 'RFC 5280 section 5.2.3',
  },
  {
    id: 'crl-authority-key',
    message: 'The authority key identifier is missing.',
    check: ({ crl }) => when(!crl.extensions.some(({ id }) => id === '2.5.29.35')),
    source: 'RFC 5280 section 5.2.1',
  },
  {
    id: 'crl-dates',
    message: 'thisUpdate lies in the future, or nextUpdate is missing or over.',
    check: ({ crl, now }) => when(crl.thisUpdate > now || crl.nextUpdate === undefined || crl.nextUpdate <= now),
    source: 'the store checks with OpenSSL, which refuses every certificate where nextUpdate is over',
  },
  {
    id: 'crl-entries',
    message: 'The entries are not those of the ledger, one for each, in their order.',
    check: ({ crl, revoked }) => when(!sameEntries(crl, revoked)),
    source: 'a revoked serial never leaves the list (CSBR 7.2)',
  },
];

export const crlLints: readonly Rule<CrlSubject>[] = rules.map((rule) => ({ ...rule, severity: 'error', fix }));

/** @throws AuthorityError `bad-crl` with the findings */
export function refuseBadCrl({ der, ...rest }: Omit<CrlSubject, 'crl'> & { readonly der: Uint8Array }): void {
  const findings = applyRules(crlLints, { ...rest, crl: new CrlOutline(der) });
  if (findings.length === 0) return;
  throw new AuthorityError('bad-crl', 'The revocation list is not published: it is not what it should be.', {
    hint: 'Report this with the findings; the list before it stays in place.',
    findings,
  });
}

function sameEntries(crl: CrlOutline, revoked: CrlSubject['revoked']): boolean {
  let count = 0;
  for (const entry of crl.entries()) {
    const wanted = revoked[count++];
    if (entry === undefined || wanted === undefined) return false;
    const words = wordsOf(wanted);
    if (!sameSerial(entry, words)) return false;
    if (entry.date !== timeOf(words) || entry.reason !== revocationReasons[words.reason]) return false;
  }
  return count === revoked.length;
}

/** Compared from the last digit to the first, so as not to be the way in which it was written. */
function sameSerial({ bytes, serialAt, serialEnd }: OutlineEntry, words: RevocationWords): boolean {
  let octet = serialEnd - 1;
  for (let digit = words.serialEnd - 1; digit >= words.serialAt; digit -= 2) {
    const high = digit > words.serialAt ? digitValue(words.bytes[digit - 1]) : 0;
    if (octet < serialAt || bytes[octet--] !== high * 16 + digitValue(words.bytes[digit])) return false;
  }
  // one zero octet more where the number would be negative without it
  const isLong = (bytes[octet + 1] ?? 0) >= 0x80;
  return isLong ? octet === serialAt && bytes[octet] === 0 : octet < serialAt;
}

function when(broken: boolean): Violation[] {
  return broken ? [{}] : [];
}
