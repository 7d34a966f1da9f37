// SPDX-License-Identifier: MIT
import type { Finding } from '../../common/finding.js';
import type { DifferenceKind, IntegrityResult } from './verdict.js';

const words: Readonly<Record<DifferenceKind, { readonly message: string; readonly fix: string }>> = {
  INVALID_HASH: {
    message: 'INVALID_HASH: the file is not what was signed.',
    fix: 'Put back the file that was signed, or sign again.',
  },
  FILE_MISSING: {
    message: 'FILE_MISSING: the file was signed and is not there.',
    fix: 'Put the file back, or sign again what is shipped.',
  },
  EXTRA_FILE: {
    message: 'EXTRA_FILE: the file is there and was not signed.',
    fix: 'Remove the file, or sign again what is shipped.',
  },
};

/** A server's verdict as findings, for people, annotations and code scanning. */
export function verdictFindings(result: IntegrityResult): Finding[] {
  const differences = Object.entries(words).flatMap(([kind, { message, fix }]) =>
    Object.keys(result[kind as DifferenceKind] ?? {}).map((file): Finding => {
      return { rule: `integrity-${kind.toLowerCase().replace('_', '-')}`, severity: 'error', message, file, fix };
    }),
  );
  if (result.EXCEPTION === undefined) return differences;
  const { class: name, message } = result.EXCEPTION;
  const fix = 'Sign with the key and certificate of the app, and ship the files that were signed.';
  return [{ rule: 'integrity-exception', severity: 'error', message: `${name}: ${message}`, fix }, ...differences];
}
