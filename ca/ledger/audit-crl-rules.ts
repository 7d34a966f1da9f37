// SPDX-License-Identifier: MIT
import type { Severity } from '../../common/finding.js';
import { crlPath, ledgerPath } from '../repository/repository.js';
import { quote } from '../review/review-subject.js';
import { serialText } from '../x509/serial.js';
import { type AuditRule, auditRule, fromHistory, when } from './audit-rule.js';

/** Ledger and revocation list. */
export const auditCrlRules: readonly AuditRule[] = [
  auditRule('crl-absent', 'error', 'There is no revocation list.', 'Run "nextcloud-ca crl".', ({ crl, ledger }) =>
    when(crl === undefined && (ledger.crl !== undefined || ledger.revocations.size > 0), { file: crlPath }),
  ),
  auditRule('crl-unreadable', 'error', 'The revocation list cannot be read.', fromHistory, ({ crl }) =>
    crl?.problem === undefined ? [] : [{ message: crl.problem, file: crlPath }],
  ),
  auditRule(
    'crl-signature',
    'error',
    'No trusted authority signed the revocation list.',
    'Give the right bundle with --trust or --ca.',
    ({ crl, trust }) => {
      const list = crl?.content;
      const signed =
        list && trust.issuers.some((issuer) => issuer.subject.equals(list.issuer) && list.isSignedBy(issuer));
      return when(signed === false, { file: crlPath });
    },
  ),
  auditRule(
    'crl-number',
    'error',
    'The number of the revocation list is not the ledger’s last.',
    fromHistory,
    ({ crl, ledger, pendingCrl }) => {
      const has = crl?.content?.number;
      const last = ledger.crl === undefined ? undefined : BigInt(ledger.crl.number);
      if (has === undefined || last === undefined || has === last) return [];
      const file = crlPath;
      if (has > last)
        return [
          {
            message: `The list has the number ${has}, the ledger ends with ${last}: its end was cut off.`,
            file: ledgerPath,
          },
        ];
      // the next run that writes puts it in place
      if (pendingCrl && has === last - 1n)
        return [{ severity: 'warning', message: `The list ${last} waits to be put in place.`, file }];
      return [{ message: `The list has the number ${has}, the ledger’s last is ${last}: it went back.`, file }];
    },
  ),
  auditRule(
    'crl-ledger',
    'error',
    'The list is another than the one that was recorded under its number.',
    fromHistory,
    ({ crl, crlHash, ledger }) => {
      const has = crl?.content?.number;
      return when(has !== undefined && has.toString() === ledger.crl?.number && crlHash !== ledger.crl.sha256, {
        file: crlPath,
      });
    },
  ),
  auditRule('crl-numbers-rise', 'error', 'A CRL number went back.', fromHistory, ({ ledger }) => {
    const numbers = ledger.lines.flatMap((line) => (line.kind === 'crl' ? [BigInt(line.number)] : []));
    return numbers.flatMap((number, at) =>
      when(at > 0 && number <= (numbers[at - 1] ?? 0n), {
        message: `The CRL number ${number} follows ${numbers[at - 1] ?? 0n}.`,
        file: ledgerPath,
      }),
    );
  }),
  auditRule(
    'crl-expired',
    'error',
    'The revocation list is over.',
    'Run "nextcloud-ca crl", and take the list to the store: it refuses every upload.',
    ({ crl, now }) => {
      const end = crl?.content?.nextUpdate;
      return when(end !== undefined && end <= now, {
        message: `The revocation list ended on ${end?.toISOString() ?? ''}.`,
        file: crlPath,
      });
    },
  ),
  auditRule(
    'crl-forgotten',
    'error',
    'A revoked serial is not on the list.',
    'Run "nextcloud-ca crl".',
    ({ crl, ledger, pendingCrl }) => {
      const list = crl?.content;
      if (list === undefined) return [];
      const missing = [...ledger.revocations].filter(({ serial }) => !list.isRevoked(serial));
      const severity: Severity = pendingCrl ? 'warning' : 'error';
      return missing.map(({ serial, app }) => ({
        severity,
        message: `The serial ${serialText(serial)}${app === undefined ? '' : ` of ${quote(app)}`} is revoked, and not on the list.`,
        file: crlPath,
      }));
    },
  ),
  auditRule(
    'crl-unrecorded',
    'error',
    'A serial is on the list, and not revoked in the ledger.',
    fromHistory,
    ({ crl, ledger }) =>
      [...(crl?.content?.revoked.keys() ?? [])]
        .filter((serial) => ledger.revocationOf(serial) === undefined)
        .map((serial) => ({
          message: `The serial ${serialText(serial)} is on the list, and not revoked in the ledger.`,
          file: crlPath,
        })),
  ),
  auditRule(
    'announcement-due',
    'warning',
    'An announced revocation is due.',
    'Run "nextcloud-ca crl".',
    ({ ledger, now }) =>
      ledger.announcements
        .filter(({ on }) => on <= now)
        .map(({ serial, app, on }) => ({
          message: `The serial ${serialText(serial)} of ${quote(app)} was to be revoked on ${on.toISOString()}.`,
          file: ledgerPath,
        })),
  ),
];
