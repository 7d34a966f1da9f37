// SPDX-License-Identifier: MIT
import { hash } from 'node:crypto';
import { type Finding, inReadingOrder } from '../../common/finding.js';
import { applyRules } from '../../common/rule.js';
import type { Trust } from '../../common/trust.js';
import { certificatePath, crlPath, ledgerPath, pendingCrlPath, requestPath } from '../repository/repository.js';
import type { Store } from '../repository/store.js';
import { auditCertificateRules } from './audit-certificate-rules.js';
import { auditCrlRules } from './audit-crl-rules.js';
import type { AuditSubject, LedgerAnchor } from './audit-subject.js';
import { Ledger } from './ledger.js';
import { readOrProblem } from './read-or-problem.js';

export interface AuditInput {
  readonly store: Store;
  /** paths of all `*.crt` and `*.csr` in the repository */
  readonly paths: readonly string[];
  readonly trust: Trust;
  readonly now: Date;
  readonly anchors?: readonly LedgerAnchor[];
}

export const auditRules = [...auditCertificateRules, ...auditCrlRules];

/** Proves that ledger, certificates, requests and CRL agree, or says what does not. Changes nothing. */
export async function audit({ store, paths, trust, now, anchors = [] }: AuditInput): Promise<Finding[]> {
  const ledgerBytes = (await store.read(ledgerPath)) ?? new Uint8Array();
  const { ledger, findings } = readLedger(ledgerBytes);
  const apps = new Set(ledger.apps());
  // a certificate that is gone is looked for as well
  const certificatePaths = new Set([
    ...paths.filter((path) => path.endsWith('.crt')),
    ...[...apps].map(certificatePath),
  ]);
  const certificates = await Promise.all(
    [...certificatePaths].toSorted().map((path) => readOrProblem(store, path, 'certificate')),
  );
  const requests = await Promise.all(certificates.map(({ app }) => readOrProblem(store, requestPath(app), 'request')));
  const crl = await readOrProblem(store, crlPath, 'crl');
  const subject: AuditSubject = {
    ledger,
    certificates: certificates.filter(({ content, problem }) => content !== undefined || problem !== undefined),
    requests: new Map(requests.map((request) => [request.app, request])),
    crl: crl.content === undefined && crl.problem === undefined ? undefined : crl,
    crlHash: crl.content && hash('sha256', crl.content.der, 'hex'),
    pendingCrl: (await store.read(pendingCrlPath)) !== undefined,
    trust,
    now,
    anchors,
    ledgerBytes,
  };
  return inReadingOrder([...findings, ...applyRules(auditRules, subject)]);
}

/** Where the chain is broken, what stands before that line is audited all the same. */
function readLedger(bytes: Uint8Array): { ledger: Ledger; findings: Finding[] } {
  const { ledger, torn, problem } = Ledger.parseAsFarAsWhole(bytes, ledgerPath);
  if (problem === undefined) return { ledger, findings: [] };
  const { message, hint, line } = problem;
  const place = { file: ledgerPath, ...(line !== undefined && { line }) };
  const finding: Finding = torn
    ? {
        rule: 'ledger-torn',
        severity: 'warning',
        message,
        fix: 'The next command that writes takes it away.',
        ...place,
      }
    : { rule: 'ledger-chain', severity: 'error', message, fix: hint, ...place };
  return { ledger, findings: [finding] };
}
