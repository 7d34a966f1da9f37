// SPDX-License-Identifier: MIT
import { quarterOf } from '../expiry/expiring.js';
import { type CertificateRecord, currentCertificate } from '../ledger/certificate-record.js';
import type { Ledger } from '../ledger/ledger.js';

const day = 86_400_000;

export interface Replacement {
  readonly app: string;
  readonly on: Date;
  readonly newKey: boolean;
  /** how long the certificate before was used, in days */
  readonly after: number;
  readonly reason: string;
}

/** Days from a request to its certificate, over one year. */
export interface Waiting {
  readonly year: string;
  readonly count: number;
  readonly median: number;
  readonly ninetieth: number;
  readonly longest: number;
}

/** What the maintainers want to see, counted from the ledger alone. */
export interface Statistics {
  /** with a current certificate that is not over */
  readonly apps: number;
  /** whose current certificate is over */
  readonly over: number;
  /** current certificates that end within the days that were asked for, soonest first */
  readonly soon: readonly (CertificateRecord & { readonly quarter: string })[];
  readonly certificates: number;
  readonly revoked: number;
  /** current certificates by the quarter in which they end */
  readonly expiries: ReadonlyMap<string, number>;
  readonly years: readonly { readonly year: string; readonly issued: number; readonly revoked: number }[];
  /** newest first */
  readonly replacements: readonly Replacement[];
  readonly waiting: readonly Waiting[];
}

export function statistics(ledger: Ledger, now: Date, soonDays: number): Statistics {
  const certificates = [...ledger.certificates()];
  const current = [...ledger.apps()].flatMap((app) => currentCertificate(ledger, app) ?? []);
  const counting = current
    .filter(({ notAfter }) => notAfter > now)
    .toSorted((a, b) => a.notAfter.getTime() - b.notAfter.getTime());
  const soonEnd = new Date(now.getTime() + soonDays * day);
  const issued = count(certificates.map(({ notBefore }) => yearOf(notBefore)));
  const revoked = count([...ledger.revocations].map(({ date }) => yearOf(date)));
  const years = allYears([...issued.keys(), ...revoked.keys()].map(Number));
  return {
    apps: counting.length,
    over: current.length - counting.length,
    soon: counting
      .filter(({ notAfter }) => notAfter <= soonEnd)
      .map((record) => ({ ...record, quarter: quarterOf(record.notAfter) })),
    certificates: certificates.length,
    revoked: ledger.revocations.size,
    expiries: count(counting.map(({ notAfter }) => quarterOf(notAfter))),
    years: years.map((year) => ({ year, issued: issued.get(year) ?? 0, revoked: revoked.get(year) ?? 0 })),
    replacements: [...ledger.apps()]
      .flatMap((app) => replacementsOf(ledger.certificatesOf(app)))
      .toSorted((a, b) => b.on.getTime() - a.on.getTime()),
    waiting: waitingTimes(certificates),
  };
}

function replacementsOf(records: readonly CertificateRecord[]): Replacement[] {
  return records.slice(1).map(({ app, key, notBefore, reason }, at) => {
    const before = records[at];
    return {
      app,
      on: notBefore,
      newKey: before?.key !== key,
      after: Math.round((notBefore.getTime() - (before?.notBefore.getTime() ?? 0)) / day),
      reason: reason ?? 'not recorded',
    };
  });
}

/** The first certificate of a key counts: a second one was not waited for by anybody. */
function waitingTimes(certificates: readonly CertificateRecord[]): Waiting[] {
  const seen = new Set<string>();
  const days = new Map<string, number[]>();
  for (const { key, requestedAt, notBefore } of certificates.toSorted(
    (a, b) => a.notBefore.getTime() - b.notBefore.getTime(),
  )) {
    if (requestedAt === undefined || seen.has(key) || requestedAt > notBefore) continue;
    seen.add(key);
    const year = yearOf(notBefore);
    days.set(year, [...(days.get(year) ?? []), (notBefore.getTime() - requestedAt.getTime()) / day]);
  }
  return [...days].map(([year, values]) => {
    const sorted = values.toSorted((a, b) => a - b);
    const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
    return { year, count: sorted.length, median: at(0.5), ninetieth: at(0.9), longest: at(1) };
  });
}

function count(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** From the first to the last, also those in which nothing happened. */
function allYears(years: readonly number[]): string[] {
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => String(first + at));
}

function yearOf(date: Date): string {
  return String(date.getUTCFullYear());
}
