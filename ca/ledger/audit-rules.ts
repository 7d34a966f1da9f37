// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import type { Severity } from '../../common/finding.js';
import type { Rule, Violation } from '../../common/rule.js';
import { crlPath, ledgerPath } from '../repository/repository.js';
import { keyHash, quote } from '../review/review-subject.js';
import { serialText } from '../x509/serial.js';
import type { AuditFile, AuditSubject } from './audit.js';
import type { CertificateRecord } from './certificate-record.js';

type AuditRule = Rule<AuditSubject>;

const fromHistory = 'Take the file back from the history of the repository, and find out who changed it.';
const design = 'the ledger, the certificates, the requests and the list say the same, or somebody changed one of them';

/** Ledger and certificates. */
const certificateRules: readonly AuditRule[] = [
  rule(
    'ledger-prefix',
    'error',
    'Today’s ledger does not begin with an earlier one.',
    fromHistory,
    ({ anchors, ledgerBytes }) =>
      anchors
        .filter(({ length, blob }) => length > ledgerBytes.length || gitBlob(ledgerBytes.subarray(0, length)) !== blob)
        .map(({ commit }) => ({
          message: `Today’s ledger does not begin with that of the commit ${commit.slice(0, 12)}: lines were changed or cut off.`,
          file: ledgerPath,
        })),
  ),
  rule('certificate-unreadable', 'error', 'A certificate cannot be read.', fromHistory, ({ certificates }) =>
    certificates.flatMap(({ path, problem }) => (problem === undefined ? [] : [{ message: problem, file: path }])),
  ),
  rule(
    'certificate-unrecorded',
    'error',
    'Nobody recorded this certificate.',
    'Revoke it, and find out who signed it; or restore the ledger.',
    (subject) =>
      readable(subject).flatMap(({ path, app, content }) => {
        const known = subject.ledger.certificatesOf(app).some(({ fingerprint }) => fingerprint === content.fingerprint);
        const reserved = subject.ledger.openReservations.some(({ serial }) => serial === serialText(content.serial));
        return when(!known && !reserved, {
          message: `Nobody recorded the certificate ${serialText(content.serial)}.`,
          file: path,
        });
      }),
  ),
  rule('certificate-not-the-newest', 'error', 'This is not the app’s newest certificate.', fromHistory, (subject) =>
    readable(subject).flatMap(({ path, app, content }) => {
      const records = subject.ledger.certificatesOf(app);
      const newest = records.at(-1);
      const known = records.some(({ fingerprint }) => fingerprint === content.fingerprint);
      const imported = newest?.imported ?? false;
      return when(known && !imported && newest?.fingerprint !== content.fingerprint, { file: path });
    }),
  ),
  rule('certificate-absent', 'error', 'The certificate is absent.', fromHistory, (subject) => {
    const there = new Set(subject.certificates.map(({ app }) => app));
    const absent = [...subject.ledger.apps()].filter((app) => !there.has(app) && needsFile(subject, app));
    if (!subject.ledger.partial)
      return absent.map((app) => ({ message: `The certificate of ${quote(app)} is absent.` }));
    return when(absent.length > 0, {
      severity: 'info',
      message: `${absent.length} apps are absent: the tree is a sample.`,
    });
  }),
  rule(
    'certificate-issuer',
    'error',
    'No trusted authority signed this certificate.',
    'Give the right bundle with --trust or --ca, or revoke.',
    (subject) =>
      readable(subject).flatMap(({ path, content }) =>
        when(subject.trust.issuerOf(content) === undefined, { file: path }),
      ),
  ),
  rule(
    'certificate-name',
    'error',
    'The certificate’s common name is not its folder’s.',
    'Revoke it, and issue another.',
    (subject) =>
      readable(subject).flatMap(({ path, app, content }) => {
        const wrong =
          content.commonNames.length !== 1 || content.commonNames[0] !== app || path !== `${app}/${app}.crt`;
        const imported = recordOf(subject, app, content.fingerprint)?.imported ?? false;
        return when(wrong, {
          severity: imported ? 'warning' : 'error',
          message: `The common name of the certificate is ${quote(content.commonNames.join(', '))}.`,
          file: path,
        });
      }),
  ),
  rule(
    'certificate-key',
    'error',
    'The certificate’s key is not the request’s.',
    'Take back the request that was certified, or issue for the one that is there.',
    (subject) =>
      readable(subject).flatMap(({ path, app, content }) => {
        const request = subject.requests.get(app);
        const record = recordOf(subject, app, content.fingerprint);
        if (request?.content === undefined) {
          const revoked = record !== undefined && subject.ledger.revocationOf(record.serial) !== undefined;
          const severity: Severity = revoked ? 'info' : record?.imported === true ? 'warning' : 'error';
          return [{ severity, message: request?.problem ?? 'There is no request beside the certificate.', file: path }];
        }
        const same = Buffer.compare(request.content.spki, content.spki) === 0;
        return when(!same, { severity: record?.imported === true ? 'warning' : 'error', file: path });
      }),
  ),
  rule(
    'certificate-record',
    'error',
    'The certificate does not say what the ledger says of it.',
    fromHistory,
    (subject) =>
      readable(subject).flatMap(({ path, app, content }) => {
        const record = recordOf(subject, app, content.fingerprint);
        if (record === undefined) return [];
        const { serial, key, notBefore, notAfter } = record;
        const agrees =
          serial === content.serial &&
          key === keyHash(content.spki) &&
          notBefore.getTime() === content.notBefore.getTime() &&
          notAfter.getTime() === content.notAfter.getTime();
        return when(!agrees, { file: path });
      }),
  ),
  rule(
    'certificate-revoked',
    'info',
    'The certificate is revoked, and still there.',
    'Delete the folder, or issue a new certificate.',
    (subject) =>
      readable(subject).flatMap(({ path, content }) =>
        when(subject.ledger.revocationOf(content.serial) !== undefined, { file: path }),
      ),
  ),
  rule(
    'serial-twice',
    'error',
    'A serial was used twice.',
    'Revoke the serial: every app that has it needs a new certificate.',
    ({ ledger }) =>
      duplicates(ledger.certificates()).map(([serial, records]) => {
        const past = records.every(({ imported }) => imported) && ledger.revocationOf(serial) !== undefined;
        const apps = [...new Set(records.map(({ app }) => app))].join(', ');
        return {
          severity: past ? 'warning' : 'error',
          message: `The serial ${serialText(serial)} was used for ${apps}${past ? ', and is revoked' : ''}.`,
          file: ledgerPath,
        };
      }),
  ),
  rule(
    'reservation-open',
    'warning',
    'A run broke off.',
    'The next command that writes finishes or voids it.',
    ({ ledger }) =>
      ledger.openReservations.map(({ serial, app }) => ({
        message: `The serial ${serial} is reserved for ${quote(app)}, and neither issued nor voided.`,
        file: ledgerPath,
      })),
  ),
];

/** Ledger and revocation list. */
const crlRules: readonly AuditRule[] = [
  rule('crl-absent', 'error', 'There is no revocation list.', 'Run "nextcloud-ca crl".', ({ crl, ledger }) =>
    when(crl === undefined && (ledger.crl !== undefined || ledger.revocations.size > 0), { file: crlPath }),
  ),
  rule('crl-unreadable', 'error', 'The revocation list cannot be read.', fromHistory, ({ crl }) =>
    crl?.problem === undefined ? [] : [{ message: crl.problem, file: crlPath }],
  ),
  rule(
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
  rule(
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
  rule(
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
  rule('crl-numbers-rise', 'error', 'A CRL number went back.', fromHistory, ({ ledger }) => {
    const numbers = ledger.lines.flatMap((line) => (line.kind === 'crl' ? [BigInt(line.number)] : []));
    return numbers.flatMap((number, at) =>
      when(at > 0 && number <= (numbers[at - 1] ?? 0n), {
        message: `The CRL number ${number} follows ${numbers[at - 1] ?? 0n}.`,
        file: ledgerPath,
      }),
    );
  }),
  rule(
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
  rule(
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
  rule(
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
  rule('announcement-due', 'warning', 'An announced revocation is due.', 'Run "nextcloud-ca crl".', ({ ledger, now }) =>
    ledger.announcements
      .filter(({ on }) => on <= now)
      .map(({ serial, app, on }) => ({
        message: `The serial ${serialText(serial)} of ${quote(app)} was to be revoked on ${on.toISOString()}.`,
        file: ledgerPath,
      })),
  ),
];

export const auditRules: readonly AuditRule[] = [...certificateRules, ...crlRules];

function rule(
  id: string,
  severity: Severity,
  message: string,
  fix: string,
  check: (subject: AuditSubject) => Iterable<Violation>,
): AuditRule {
  return { id, severity, message, fix, check, source: design };
}

type Readable<Content> = AuditFile<Content> & { readonly content: Content };

function readable(subject: AuditSubject) {
  return subject.certificates.filter(
    (file): file is Readable<NonNullable<typeof file.content>> => file.content !== undefined,
  );
}

function recordOf({ ledger }: AuditSubject, app: string, fingerprint: string): CertificateRecord | undefined {
  return ledger.certificatesOf(app).find((record) => record.fingerprint === fingerprint);
}

/** An app all of whose certificates are revoked may have been deleted. */
function needsFile({ ledger }: AuditSubject, app: string): boolean {
  return ledger.certificatesOf(app).some(({ serial }) => ledger.revocationOf(serial) === undefined);
}

function duplicates(records: Iterable<CertificateRecord>): [bigint, CertificateRecord[]][] {
  const bySerial = new Map<bigint, CertificateRecord[]>();
  for (const record of records) bySerial.set(record.serial, [...(bySerial.get(record.serial) ?? []), record]);
  return [...bySerial].filter(([, all]) => new Set(all.map(({ fingerprint }) => fingerprint)).size > 1);
}

function gitBlob(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function when(broken: boolean, violation: Violation = {}): Violation[] {
  return broken ? [violation] : [];
}
