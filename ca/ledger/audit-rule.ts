// SPDX-License-Identifier: MIT
import type { Severity } from '../../common/finding.js';
import type { Rule, Violation } from '../../common/rule.js';
import type { AuditSubject } from './audit-subject.js';

export type AuditRule = Rule<AuditSubject>;

export const fromHistory = 'Take the file back from the history of the repository, and find out who changed it.';
const design = 'the ledger, the certificates, the requests and the list say the same, or somebody changed one of them';

/** A rule of the audit: they all have the same source. */
export function auditRule(
  id: string,
  severity: Severity,
  message: string,
  fix: string,
  check: (subject: AuditSubject) => Iterable<Violation>,
): AuditRule {
  return { id, severity, message, fix, check, source: design };
}

/** Nothing, or one violation. */
export function when(broken: boolean, violation: Violation = {}): Violation[] {
  return broken ? [violation] : [];
}
