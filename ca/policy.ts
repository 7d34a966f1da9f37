// SPDX-License-Identifier: MIT
import { choice, integer, list, type Setting, text, type ValuesOf, valuesOf } from '../common/settings.js';

/** What is accepted, and how long things take: `authority/policy.yml` of the certificate repository, reviewed like code. */
export const policySettings = {
  minimumKeyBits: integer('key.minimum-bits', 4096, 2048, 16384, 'the shortest RSA key of a new request'),
  shorterKeysUntil: date(
    'key.shorter-until',
    'the last day on which a key of 2048 bits or more is a warning, not an error',
  ),
  sha1Until: date('hash.sha1-until', 'the last day on which a request signed with SHA-1 is a warning', '2026-12-31'),
  shortestId: integer('id.shortest', 3, 1, 32, 'characters of an id never certified before, at least'),
  longestId: integer('id.longest', 32, 3, 32, 'the same, at most; the store’s schema ends at 32'),
  reservedIds: list(
    'id.reserved',
    [],
    'more ids that nobody gets, beside the names of the product, its folders and its apps',
    'a list of ids',
    text,
  ),
  allowedIds: list(
    'id.allowed',
    [],
    'reserved ids that are certified all the same, e.g. of the product’s own new apps',
    'a list of ids',
    text,
  ),
  certificateDays: integer(
    'certificate.days',
    3750,
    1,
    3750,
    'validity of a certificate, never beyond the issuer’s own',
  ),
  backdateMinutes: integer(
    'certificate.backdate-minutes',
    5,
    0,
    1440,
    'a certificate begins so long ago, for slow clocks',
  ),
  renewalDays: integer('renewal.within-days', 180, 1, 3750, 'a certificate is renewed in its last so many days'),
  replacementRevoke: choice(
    'replacement.revoke',
    ['overlap', 'at-once'],
    'when a replaced certificate is revoked; at-once makes every published release uninstallable at once',
  ),
  overlapDays: integer('replacement.overlap-days', 90, 0, 3750, 'after a lost key or a rename'),
  takeOverDays: integer('replacement.take-over-days', 14, 0, 3750, 'after a take-over'),
  noticeDays: integer(
    'replacement.notice-days',
    7,
    0,
    3750,
    'once the newest release has the new certificate, the announced day comes nearer, but never nearer than this',
  ),
  crlDays: integer(
    'crl.next-update-days',
    365,
    1,
    3650,
    'nextUpdate of the list; where the store’s copy is older than that, the store refuses every upload',
  ),
} as const;

export type Policy = ValuesOf<typeof policySettings>;

export const policyPath = 'authority/policy.yml';

export const defaultPolicy: Policy = valuesOf(policySettings, () => undefined);

/** The last day, whole, in UTC; `undefined`: it is over already. */
function date(at: string, means: string, fallback?: string): Setting<Date | undefined> {
  const read = (value: unknown): Date | undefined => {
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
    const end = new Date(`${value}T23:59:59Z`);
    // 30 February is read as 2 March
    return Number.isNaN(end.getTime()) || !end.toISOString().startsWith(value) ? undefined : end;
  };
  return { at, default: read(fallback), means, form: 'a date like 2026-12-31', read };
}
