// SPDX-License-Identifier: MIT
import { InputError } from '../../common/input-error.js';
import { Certificate } from '../../common/certificate.js';
import type { CertificateRecord } from '../ledger/certificate-record.js';
import { certificatePath, type Repository } from '../repository/repository.js';

const day = 86_400_000;

export interface Expiring {
  readonly record: CertificateRecord;
  /** negative: it is over */
  readonly daysLeft: number;
}

/** Certificates of one quarter, soonest first. */
export interface Quarter {
  /** e.g. `2026 Q4` */
  readonly name: string;
  readonly certificates: readonly Expiring[];
}

/**
 * The certificates in the repository that end before `until`, by quarter: those that are there, count, and are not
 * revoked.
 */
export async function expiring({ ledger, store }: Repository, now: Date, until: Date): Promise<Quarter[]> {
  const ending = [...ledger.certificates()]
    .filter(({ notAfter, serial }) => notAfter <= until && ledger.revocationOf(serial) === undefined)
    .toSorted((a, b) => a.notAfter.getTime() - b.notAfter.getTime() || (a.app < b.app ? -1 : 1));
  const quarters = new Map<string, Expiring[]>();
  for (const record of ending) {
    const bytes = await store.read(certificatePath(record.app));
    if (bytes === undefined || fingerprintOf(bytes) !== record.fingerprint) continue;
    const name = quarterOf(record.notAfter);
    const daysLeft = Math.floor((record.notAfter.getTime() - now.getTime()) / day);
    quarters.set(name, [...(quarters.get(name) ?? []), { record, daysLeft }]);
  }
  return [...quarters].map(([name, certificates]) => ({ name, certificates }));
}

export function quarterOf(date: Date): string {
  return `${date.getUTCFullYear()} Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
}

/**
 * `180d` from now.
 * @throws InputError `bad-usage`
 */
export function untilOf(within: string, now: Date): Date {
  const days = /^(\d{1,5})d$/.exec(within)?.[1];
  if (days === undefined) {
    throw new InputError('bad-usage', `"${within}" is not a number of days.`, { hint: 'Give for example 180d.' });
  }
  return new Date(now.getTime() + Number(days) * day);
}

function fingerprintOf(bytes: Uint8Array): string | undefined {
  try {
    return Certificate.fromPem(Buffer.from(bytes).toString('latin1')).fingerprint;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
