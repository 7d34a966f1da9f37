// SPDX-License-Identifier: MIT

/** `error`: the answer is no. `hold`: a person must decide, with a written reason. */
export const severities = ['error', 'hold', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** What a rule says about one place. Every room speaks it; the renderers in `common/render` print it. */
export interface Finding {
  /** id of the rule, kebab-case, stable: other people's scripts match on it */
  readonly rule: string;
  readonly severity: Severity;
  /** one sentence: what is wrong, here */
  readonly message: string;
  /** path as the user would write it, relative to what was checked */
  readonly file?: string;
  /** 1-based */
  readonly line?: number;
  /** 1-based */
  readonly column?: number;
  /** one sentence: how to mend it */
  readonly fix?: string;
}

/** `ok` means no `error`; whether something is on hold is said beside it. */
export function isOk(findings: readonly Finding[]): boolean {
  return findings.every((finding) => finding.severity !== 'error');
}

export function isOnHold(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'hold');
}

/** Sorted by file, line, column, then severity: the order in which a person reads. Does not change its argument. */
export function inReadingOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      compareText(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
