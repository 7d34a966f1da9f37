// SPDX-License-Identifier: MIT
import type { Finding } from '../../common/finding.js';
import { applyRules } from '../../common/rule.js';
import { certificateRules, type CertificateUse } from '../certificate-rules.js';
import { IntegrityError } from './integrity-error.js';

/**
 * May this key and certificate sign the code of this app? They must belong together and the CN be the app id (`core`
 * for a server): the server's own command looks at neither, and what it writes then verifies nowhere. Whatever the
 * checker of a server is blind to, or a private authority would explain, is a warning here; a release looks again.
 *
 * @throws IntegrityError `key-mismatch`, `wrong-common-name`
 */
export function signerFindings(use: CertificateUse): Finding[] {
  const findings = applyRules(certificateRules, use);
  refuse(findings, 'certificate-key-mismatch', 'key-mismatch');
  refuse(findings, 'certificate-other-app', 'wrong-common-name');
  return findings.map((finding) => (finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding));
}

function refuse(findings: readonly Finding[], rule: string, code: 'key-mismatch' | 'wrong-common-name'): void {
  const finding = findings.find((candidate) => candidate.rule === rule);
  if (finding !== undefined) throw new IntegrityError(code, finding.message, { hint: finding.fix ?? '' });
}
