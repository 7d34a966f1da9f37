// SPDX-License-Identifier: MIT
import type { Finding, Severity } from './finding.js';

/** Where a rule is broken, and in which words where the rule's own are too general. */
export interface Violation {
  readonly message?: string;
  readonly fix?: string;
  readonly severity?: Severity;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * A rule is data: the same list drives the command line, annotations, the bot's comment and the table in the docs.
 * `Subject` is what is judged, e.g. a parsed info.xml or a certificate request.
 */
export interface Rule<Subject> {
  /** kebab-case, stable */
  readonly id: string;
  readonly severity: Severity;
  /** absent: always */
  readonly applies?: (subject: Subject) => boolean;
  /** nothing: the rule holds */
  readonly check: (subject: Subject) => Iterable<Violation>;
  /** what is wrong when the rule is broken, one sentence */
  readonly message: string;
  /** how to mend it, one sentence */
  readonly fix: string;
  /** where the rule comes from: an RFC section, a source file of the store or the server */
  readonly source: string;
}

/** Runs every rule over the subject, in the order of the list: all findings at once, at the first look. */
export function applyRules<Subject>(rules: readonly Rule<Subject>[], subject: Subject): Finding[] {
  return rules
    .filter((rule) => rule.applies?.(subject) ?? true)
    .flatMap((rule) =>
      [...rule.check(subject)].map((violation) => ({
        rule: rule.id,
        severity: rule.severity,
        message: rule.message,
        fix: rule.fix,
        ...violation,
      })),
    );
}
