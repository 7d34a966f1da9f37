// SPDX-License-Identifier: MIT
import type { RevocationReason } from '../crl/revocation-reason.js';

/** Hex, lower case. Serials have no leading zeros. */
type Hex = string;
/** ISO 8601 in UTC, whole seconds: `2026-11-21T12:00:00Z` */
type Time = string;

/**
 * What a line of `authority/ledger.jsonl` says. Beside these each line has `at`, when it was written, and `prev`, the
 * SHA-256 of the line before. A kind is never taken away and a field never changes its meaning: the ledger is for ever.
 */
export type LedgerEntry =
  | {
      /** first line of a ledger that was built from what was there before */
      readonly kind: 'import';
      /** the tree was a sample: apps may be absent from it */
      readonly partial: boolean;
      readonly certificates: number;
      readonly revocations: number;
    }
  | {
      /** a serial that nobody else may use; nothing was signed yet */
      readonly kind: 'reserve';
      readonly serial: Hex;
      readonly app: string;
      /** SHA-256 of the request's SubjectPublicKeyInfo */
      readonly key: Hex;
      readonly profile?: string;
      /** the written reason, where one was needed or given */
      readonly reason?: string;
      /** certificates of another key are revoked so many days later; absent: there are none */
      readonly overlapDays?: number;
    }
  | {
      /** a reservation that came to nothing */
      readonly kind: 'void';
      readonly serial: Hex;
      readonly app: string;
      readonly why: string;
    }
  | {
      readonly kind: 'issue';
      readonly serial: Hex;
      readonly app: string;
      readonly key: Hex;
      /** SHA-256 of the certificate's DER */
      readonly fingerprint: Hex;
      readonly notBefore: Time;
      readonly notAfter: Time;
      /** absent for imported ones */
      readonly profile?: string;
      /** a written reason, where one was needed or given */
      readonly reason?: string;
      /** from the history of the certificate repository */
      readonly requestedAt?: Time;
      readonly requestedBy?: string;
      /** it was issued by hand, before this ledger began */
      readonly imported?: true;
    }
  | {
      /** a revocation to come */
      readonly kind: 'announce';
      readonly serial: Hex;
      readonly app: string;
      readonly reason: RevocationReason;
      readonly on: Time;
      readonly why?: string;
    }
  | {
      readonly kind: 'revoke';
      readonly serial: Hex;
      /** absent where nobody knows what the serial was issued for */
      readonly app?: string;
      readonly reason: RevocationReason;
      /** as it stands on the CRL: may lie before `at` */
      readonly date: Time;
      readonly imported?: true;
    }
  | {
      readonly kind: 'crl';
      /** decimal: a CRL number may be larger than a JSON number */
      readonly number: string;
      readonly thisUpdate: Time;
      readonly nextUpdate: Time;
      /** SHA-256 of the list's DER */
      readonly sha256: Hex;
      readonly entries: number;
    }
  | {
      readonly kind: 'approval';
      readonly app: string;
      /** SHA-256 of the request's bytes */
      readonly request: Hex;
      readonly by: string;
      /** e.g. the id of the review */
      readonly review?: string;
      readonly commit?: string;
    }
  | {
      /** never to be certified again, whoever asks */
      readonly kind: 'block-key';
      readonly key: Hex;
      readonly why: string;
    };

export type LedgerKind = LedgerEntry['kind'];
export type EntryOf<Kind extends LedgerKind> = Extract<LedgerEntry, { kind: Kind }>;
export type LedgerLine = LedgerEntry & {
  readonly at: Time;
  readonly prev: Hex;
  /** the next line belongs to it: all lines of one append count, or none of them */
  readonly more?: true;
};

/** The fields that a line of each kind must have, and their form; others may be there, and are kept. */
const forms: Readonly<Record<LedgerKind, Readonly<Record<string, RegExp | 'number' | 'boolean'>>>> = (() => {
  const hex = /^[1-9a-f][0-9a-f]{0,39}$/;
  const sha256 = /^[0-9a-f]{64}$/;
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
  const text = /^[^\0]*$/s;
  return {
    import: { partial: 'boolean', certificates: 'number', revocations: 'number' },
    reserve: { serial: hex, app: text, key: sha256 },
    void: { serial: hex, app: text, why: text },
    issue: { serial: hex, app: text, key: sha256, fingerprint: sha256, notBefore: time, notAfter: time },
    announce: { serial: hex, app: text, reason: text, on: time },
    revoke: { serial: hex, reason: text, date: time },
    crl: { number: /^\d{1,49}$/, thisUpdate: time, nextUpdate: time, sha256, entries: 'number' },
    approval: { app: text, request: sha256, by: text },
    'block-key': { key: sha256, why: text },
  };
})();

/** The entry that a parsed line is; otherwise in words why it is none. */
export function checkLine(value: unknown): LedgerLine | string {
  if (typeof value !== 'object' || value === null) return 'it is not an object';
  const fields = value as Record<string, unknown>;
  const form =
    typeof fields.kind === 'string' && Object.hasOwn(forms, fields.kind) ? forms[fields.kind as LedgerKind] : undefined;
  if (form === undefined) return 'its kind is unknown';
  for (const name in form) {
    const wanted = form[name];
    const field = fields[name];
    const fits = wanted instanceof RegExp ? typeof field === 'string' && wanted.test(field) : typeof field === wanted;
    if (!fits) return `its field "${name}" is missing or has another form`;
  }
  return value as LedgerLine;
}

/** ISO 8601 in UTC without fractions of a second */
export function timeText(date: Date): Time {
  return `${date.toISOString().slice(0, 19)}Z`;
}
