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

/** the server's words of an exception, and how to mend it; what is not here is malformed beyond all signing */
const exceptionFixes: readonly { readonly pattern: RegExp; readonly fix: string }[] = [
  {
    pattern: /^Signature data not found\.$/,
    fix: 'Sign it first, with "nextcloud-release sign" or "nextcloud-release package".',
  },
  {
    pattern: /^Certificate is not valid\.$/,
    fix: 'Sign with the certificate that the authority issued for the app, or name an authority of your own with --trust FILE.',
  },
  {
    pattern: /^Certificate is not valid for required scope\./,
    fix: 'Sign with the certificate whose CN is the requested id; where the id is not the one you mean, give --app ID.',
  },
  {
    pattern: /^Signature could not get verified\.$/,
    fix: 'Sign again, with the key that belongs to the certificate.',
  },
];
const otherFix = 'Remove signature.json and sign again, with "nextcloud-release sign".';

/** A server's verdict as findings, for people, annotations and code scanning. */
export function verdictFindings(result: IntegrityResult): Finding[] {
  const differences = Object.entries(words).flatMap(([kind, { message, fix }]) =>
    Object.keys(result[kind as DifferenceKind] ?? {}).map((file): Finding => {
      return { rule: `integrity-${kind.toLowerCase().replace('_', '-')}`, severity: 'error', message, file, fix };
    }),
  );
  if (result.EXCEPTION === undefined) return differences;
  const { class: name, message } = result.EXCEPTION;
  const fix = exceptionFixes.find(({ pattern }) => pattern.test(message))?.fix ?? otherFix;
  return [{ rule: 'integrity-exception', severity: 'error', message: `${name}: ${message}`, fix }, ...differences];
}
