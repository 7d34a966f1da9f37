// SPDX-License-Identifier: MIT
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentCertificate } from '../../ca/ledger/certificate-record.js';
import { Ledger } from '../../ca/ledger/ledger.js';
import { type LedgerEntry, timeText } from '../../ca/ledger/ledger-line.js';
import { defaultPolicy } from '../../ca/policy.js';
import { RequestFile } from '../../ca/review/request-file.js';
import { type Review, review } from '../../ca/review/review.js';
import { keyHash } from '../../ca/review/review-subject.js';
import type { Measured } from './corpus.js';

const day = 86_400_000;

/** Why a request that the maintainers signed is refused by this rule: the policy is stricter on purpose. */
export const stricter: Readonly<Record<string, string>> = {
  'key-size': '2048 bits were signed until 2026; the documents ask for 4096, and reviewers did when they saw it',
  'cn-app-id':
    'signed although the common name is another: until the check of 2025-09-29 only the signer’s eye compared',
  'id-format': 'signed although no store or server takes such an id: most were replaced later',
  path: 'lay elsewhere in that commit, and was moved before it was signed or while it was',
  'request-text-around':
    'OpenSSL passes over text around the request; it is refused, since nobody can say who wrote it',
  'id-reserved': 'the product’s own developers asked; a policy or a decision of theirs says so',
};

/** Why requests that nothing is wrong with were never signed, by the name of their blob. */
export const neverSigned: Readonly<Record<string, string>> = {
  cce673adcbb8: 'its private key was committed beside it (gluusso/gluusso.key)',
  '0d697fb633fe': 'given up the same day for another id, which has the product’s name in it',
};

/** The requests as they stand today: all of them were signed. */
export async function measureRequests(folder: string): Promise<Measured> {
  const paths = readdirSync(folder)
    .map((app) => `${app}/${app}.csr`)
    .filter((path) => existsSync(join(folder, path)));
  const start = performance.now();
  const reviews = paths.map((path) => {
    const file = new RequestFile(path, readFileSync(join(folder, path)));
    return review({ file, policy: defaultPolicy, now: new Date('2026-08-21') });
  });
  const took = performance.now() - start;
  const refused = reviews.filter(({ ok }) => !ok);
  return {
    disagreements: refused.filter((one) => !isExplained(one)).map(told),
    summary: [
      ...byRule(refused),
      `${paths.length} requests that were signed: ${paths.length - refused.length} accepted, ${refused.length} refused by a stricter rule, in ${took.toFixed(0)} ms`,
    ],
  };
}

interface PastRequest {
  readonly path: string;
  readonly date: string;
  readonly blob: string;
  readonly certified: readonly number[];
  readonly file?: string;
}

/** Every request of the history in its order, judged by what was known on its day. */
export async function measureRequestHistory(folder: string): Promise<Measured> {
  const rows = readFileSync(join(folder, 'index.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PastRequest);
  const ledger = new Ledger();
  const disagreements: string[] = [];
  const refused: Review[] = [];
  const unsigned: string[] = [];
  let held = 0;
  for (const { path, date, blob, certified, file: name } of rows) {
    if (name === undefined) continue;
    const now = new Date(date);
    const file = new RequestFile(path, readFileSync(join(folder, name)));
    const verdict = review({ file, policy: defaultPolicy, now, repository: { path, knowledge: ledger } });
    if (certified.length === 0) {
      const why =
        neverSigned[blob] ??
        verdict.findings.find(({ severity }) => severity === 'error' || severity === 'hold')?.message;
      unsigned.push(`never signed: ${date} ${path}: ${why ?? '?'}`);
      if (why === undefined) disagreements.push(`${date} ${path}: never signed, and nothing is wrong with it`);
      continue;
    }
    if (!verdict.ok) refused.push(verdict);
    if (!verdict.ok && !isExplained(verdict)) disagreements.push(`${date} ${told(verdict)}`);
    if (verdict.ok && verdict.hold) held++;
    ledger.append(entriesOf(ledger, file, path.split('/')[0] ?? '', certified, now), now);
  }
  const signed = rows.length - unsigned.length;
  return {
    disagreements,
    summary: [
      ...unsigned,
      ...byRule(refused),
      `${rows.length} requests of the history: ${signed} were signed, of which ${signed - refused.length} accepted here (${held} after a decision) and ${refused.length} refused by a stricter rule; ${unsigned.length} were never signed`,
    ],
  };
}

/** What the ledger would have said: the certificate, and, as was the custom, its forerunner revoked at once. */
function entriesOf(
  ledger: Ledger,
  { request }: RequestFile,
  app: string,
  certified: readonly number[],
  now: Date,
): LedgerEntry[] {
  if (request === undefined) return [];
  const key = keyHash(request.spki);
  const current = currentCertificate(ledger, app);
  const serials = [...new Set(certified)].map((serial) => serial.toString(16));
  const fresh = serials.filter(
    (serial) => !ledger.certificatesOf(app).some((record) => record.serial.toString(16) === serial),
  );
  const issued = fresh.map((serial): LedgerEntry => {
    const notAfter = timeText(new Date(now.getTime() + 3750 * day));
    const fingerprint = `${serial}${app.length}`.padStart(64, '0');
    return { kind: 'issue', serial, app, key, fingerprint, notBefore: timeText(now), notAfter, imported: true };
  });
  if (current === undefined || current.key === key || fresh.length === 0) return issued;
  const serial = current.serial.toString(16);
  return [...issued, { kind: 'revoke', serial, app, reason: 'superseded', date: timeText(now) }];
}

function errorsOf({ findings }: Review): string[] {
  return [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))];
}

function isExplained(verdict: Review): boolean {
  return errorsOf(verdict).every((rule) => stricter[rule] !== undefined);
}

function told(verdict: Review): string {
  const errors = verdict.findings.filter(({ severity }) => severity === 'error');
  return `${verdict.path}: signed, here refused: ${errors.map(({ rule, message }) => `${message} [${rule}]`).join(' ')}`;
}

/** The disagreements that are meant, rule by rule, each with its reason. */
function byRule(refused: readonly Review[]): string[] {
  const rules = new Map<string, string[]>();
  for (const verdict of refused) {
    for (const rule of errorsOf(verdict)) rules.set(rule, [...(rules.get(rule) ?? []), verdict.path]);
  }
  return [...rules].map(
    ([rule, paths]) => `${rule}: ${paths.length} (${paths.join(', ')}): ${stricter[rule] ?? 'not explained'}`,
  );
}
