// SPDX-License-Identifier: MIT
import { type RevocationReason, revocationReasons } from '../crl/revocation-reason.js';
import { serialForm } from '../x509/serial.js';

/** A folder of the repository, which an id becomes: one name, not a path, and nothing that a terminal would obey. */
export const folderName = /^(?!\.{1,2}$)[^\p{Cc}/\\]{1,255}$/u;

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
      /** … and why, on the list; absent: `superseded` */
      readonly overlapReason?: RevocationReason;
      /** the id that the app had: its certificates end as well */
      readonly renamedFrom?: string;
      readonly requestedAt?: Time;
      readonly requestedBy?: string;
      readonly pullRequest?: number;
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
      /** of imported ones from the history of the certificate repository: whatever a commit says */
      readonly requestedAt?: Time;
      readonly requestedBy?: string;
      /** the one that asked for it */
      readonly pullRequest?: number;
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
      /** what people said; the list knows the reason alone */
      readonly why?: string;
      /** who had it revoked: accounts, or that its private key did */
      readonly by?: string;
      /** number of the issue or pull request in which that happened */
      readonly thread?: number;
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
      readonly pullRequest?: number;
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

/** What {@link timeText} writes; whether the month has that day is not looked at. */
export const timeForm = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
export const sha256Form = /^[0-9a-f]{64}$/;
export const reasonForm = new RegExp(`^(?:${Object.keys(revocationReasons).join('|')})$`);

type Form = RegExp | 'number' | 'boolean';

/**
 * The fields of a line of each kind, and their form; behind a `?` those that may be absent. Others may be there, and are
 * kept. Who reads a ledger takes paths, dates and reasons from it: what passes here is safe to use.
 */
const forms = (() => {
  const [hex, time, sha256, reason] = [serialForm, timeForm, sha256Form, reasonForm];
  const text = /^[^\0]*$/s;
  const app = folderName;
  const asked = { '?requestedAt': time, '?requestedBy': text, '?pullRequest': 'number' } as const;
  const kinds: Readonly<Record<LedgerKind, Readonly<Record<string, Form>>>> = {
    import: { partial: 'boolean', certificates: 'number', revocations: 'number' },
    reserve: {
      ...{ serial: hex, app, key: sha256, '?profile': text, '?reason': text, '?overlapDays': 'number' },
      ...{ '?overlapReason': reason, '?renamedFrom': app, ...asked },
    },
    void: { serial: hex, app, why: text },
    issue: {
      ...{ serial: hex, app, key: sha256, fingerprint: sha256, notBefore: time, notAfter: time },
      ...{ '?profile': text, '?reason': text, '?imported': 'boolean', ...asked },
    },
    announce: { serial: hex, app, reason, on: time, '?why': text },
    revoke: {
      ...{ serial: hex, '?app': app, reason, date: time },
      ...{ '?why': text, '?by': text, '?thread': 'number', '?imported': 'boolean' },
    },
    crl: { number: /^\d{1,49}$/, thisUpdate: time, nextUpdate: time, sha256, entries: 'number' },
    approval: { app, request: sha256, by: text, '?review': text, '?commit': text, '?pullRequest': 'number' },
    'block-key': { key: sha256, why: text },
  };
  const common: Readonly<Record<string, Form>> = { at: time, prev: sha256, '?more': 'boolean' };
  return new Map(
    Object.entries(kinds).map(([kind, fields]) => [
      kind,
      Object.entries({ ...fields, ...common }).map(([name, form]) => {
        return { name: name.replace('?', ''), form, optional: name.startsWith('?') };
      }),
    ]),
  );
})();

/** The entry that a parsed line is; otherwise in words why it is none. */
export function checkLine(value: unknown): LedgerLine | string {
  if (typeof value !== 'object' || value === null) return 'it is not an object';
  const fields = value as Record<string, unknown>;
  const known = typeof fields.kind === 'string' ? forms.get(fields.kind) : undefined;
  if (known === undefined) return 'its kind is unknown';
  for (const { name, form, optional } of known) {
    const field = fields[name];
    if (optional && field === undefined) continue;
    const fits = form instanceof RegExp ? typeof field === 'string' && form.test(field) : typeof field === form;
    if (!fits) return `its field "${name}" is missing or has another form`;
  }
  return value as LedgerLine;
}

/** ISO 8601 in UTC without fractions of a second */
export function timeText(date: Date): Time {
  return `${date.toISOString().slice(0, 19)}Z`;
}
