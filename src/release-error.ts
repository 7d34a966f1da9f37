// SPDX-License-Identifier: MIT
import { CodedError, type ErrorCodes, type ErrorDetails } from '../common/coded-error.js';
import type { Finding } from '../common/finding.js';

const codes = {
  'no-app': 'unusable',
  'plan-refused': 'refused',
  'validation-failed': 'refused',
  'archive-refused': 'refused',
  'archive-other-app': 'refused',
  'served-archive-differs': 'refused',
  'nothing-to-publish-to': 'unusable',
} as const satisfies ErrorCodes;

/** A release that may not happen, or did not: the errors of the pipeline itself; each room has its own beside. */
export class ReleaseError extends CodedError<keyof typeof codes> {
  constructor(code: keyof typeof codes, message: string, details: ErrorDetails) {
    super(code, codes[code], message, details);
  }
}

/** The errors among findings as one error: the first one in words, the others by number. */
function sumOf(code: keyof typeof codes, what: string, findings: readonly Finding[], file?: string): ReleaseError {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return new ReleaseError(code, `${what}: ${first?.message ?? ''}${more}`, {
    hint: first?.fix ?? 'Mend what the findings say.',
    findings,
    ...(file !== undefined && { file }),
  });
}

export function planRefused(findings: readonly Finding[]): ReleaseError {
  return sumOf('plan-refused', 'The release cannot be made', findings);
}

export function validationFailed(findings: readonly Finding[]): ReleaseError {
  return sumOf('validation-failed', 'The store would refuse this app', findings);
}

export function archiveRefused(archive: string, findings: readonly Finding[]): ReleaseError {
  return sumOf('archive-refused', `${archive} would be refused`, findings, archive);
}
