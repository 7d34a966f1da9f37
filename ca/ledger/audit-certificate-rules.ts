// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import type { Certificate } from '../../common/certificate.js';
import type { Severity } from '../../common/finding.js';
import { SerialMap } from '../../common/serial-map.js';
import { ledgerPath } from '../repository/repository.js';
import { keyHash, quote } from '../review/review-subject.js';
import { serialText } from '../x509/serial.js';
import type { AuditFile, AuditSubject } from './audit-subject.js';
import { type AuditRule, auditRule, fromHistory, when } from './audit-rule.js';
import type { CertificateRecord } from './certificate-record.js';

/** Ledger and certificates. */
export const auditCertificateRules: readonly AuditRule[] = [
  auditRule(
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
  auditRule('certificate-unreadable', 'error', 'A certificate cannot be read.', fromHistory, ({ certificates }) =>
    certificates.flatMap(({ path, problem }) => (problem === undefined ? [] : [{ message: problem, file: path }])),
  ),
  auditRule(
    'certificate-unrecorded',
    'error',
    'Nobody recorded this certificate.',
    'Revoke it ("nextcloud-ca revoke 0xSERIAL --unknown --reason unspecified"), and find out who signed it; or restore the ledger.',
    (subject) =>
      readable(subject).flatMap(({ path, app, content }) => {
        const reserved = subject.ledger.openReservations.some(({ serial }) => serial === serialText(content.serial));
        const known = recordOf(subject, app, content.fingerprint) !== undefined;
        return when(!known && !reserved, {
          message: `Nobody recorded the certificate ${serialText(content.serial)}.`,
          file: path,
          ...(isAuthority(content) && {
            message: 'This is the certificate of an authority, and of no app.',
            fix: 'Take CA_DIR out of the repository, and its key out of the history where it was committed.',
          }),
        });
      }),
  ),
  auditRule(
    'certificate-not-the-newest',
    'error',
    'This is not the app’s newest certificate.',
    fromHistory,
    (subject) =>
      readable(subject).flatMap(({ path, app, content }) => {
        const records = subject.ledger.certificatesOf(app);
        const newest = records.at(-1);
        const known = records.some(({ fingerprint }) => fingerprint === content.fingerprint);
        const imported = newest?.imported ?? false;
        return when(known && !imported && newest?.fingerprint !== content.fingerprint, { file: path });
      }),
  ),
  auditRule('certificate-absent', 'error', 'The certificate is absent.', fromHistory, (subject) => {
    const there = new Set(subject.certificates.map(({ app }) => app));
    const absent = [...subject.ledger.apps()].filter((app) => !there.has(app) && needsFile(subject, app));
    if (!subject.ledger.partial)
      return absent.map((app) => ({ message: `The certificate of ${quote(app)} is absent.` }));
    return when(absent.length > 0, {
      severity: 'info',
      message: `${absent.length} apps are absent: the tree is a sample.`,
      fix: 'Nothing needs to be done.',
    });
  }),
  auditRule(
    'certificate-issuer',
    'error',
    'No trusted authority signed this certificate.',
    'Give the right bundle with --trust or --ca, or revoke.',
    (subject) =>
      ofApps(subject).flatMap(({ path, content }) => {
        const revoked = subject.ledger.revocationOf(content.serial) !== undefined;
        return when(subject.trust.issuerOf(content) === undefined, {
          // of an authority before this one, which nobody trusts any more
          ...(revoked && { severity: 'warning' as const }),
          file: path,
        });
      }),
  ),
  auditRule(
    'certificate-name',
    'error',
    'The certificate’s common name is not its folder’s.',
    'Revoke it, and issue another.',
    (subject) =>
      ofApps(subject).flatMap(({ path, app, content }) => {
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
  auditRule(
    'certificate-key',
    'error',
    'The certificate’s key is not the request’s.',
    'Take back the request that was certified, or issue for the one that is there.',
    (subject) =>
      ofApps(subject).flatMap(({ path, app, content }) => {
        const request = subject.requests.get(app);
        const record = recordOf(subject, app, content.fingerprint);
        if (request?.content === undefined) {
          const over = record !== undefined && isOver(subject, record);
          const severity: Severity = over ? 'info' : record?.imported === true ? 'warning' : 'error';
          return [{ severity, message: request?.problem ?? 'There is no request beside the certificate.', file: path }];
        }
        const same = Buffer.compare(request.content.spki, content.spki) === 0;
        return when(!same, { severity: record?.imported === true ? 'warning' : 'error', file: path });
      }),
  ),
  auditRule(
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
  auditRule(
    'certificate-revoked',
    'info',
    'The certificate is revoked, and still there.',
    'Delete the folder, or issue a new certificate.',
    (subject) =>
      readable(subject).flatMap(({ path, content }) =>
        when(subject.ledger.revocationOf(content.serial) !== undefined, { file: path }),
      ),
  ),
  auditRule(
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
          ...(past && { fix: 'Nothing more can be done: see that the apps were certified again.' }),
          file: ledgerPath,
        };
      }),
  ),
  auditRule(
    'serial-missing',
    'warning',
    'A serial was given out, and nobody saw its certificate.',
    'Find the certificate, or revoke it: nextcloud-ca revoke 0xSERIAL --unknown --reason unspecified.',
    ({ ledger }) =>
      gaps(ledger.certificates()).map((serial) => {
        const revoked = ledger.revocationOf(serial) !== undefined;
        return {
          message: `The serial ${serialText(serial)} lies among those that were given out one after another, and nobody recorded its certificate${revoked ? '; it is revoked' : ''}.`,
          ...(revoked && { severity: 'info' as const, fix: 'Nothing needs to be done.' }),
          file: ledgerPath,
        };
      }),
  ),
  auditRule(
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

type Readable<Content> = AuditFile<Content> & { readonly content: Content };

function readable(subject: AuditSubject) {
  return subject.certificates.filter(
    (file): file is Readable<NonNullable<typeof file.content>> => file.content !== undefined,
  );
}

/** All but those of an authority’s own folder, of which `certificate-unrecorded` has said what there is to say. */
function ofApps(subject: AuditSubject) {
  return readable(subject).filter(
    ({ app, content }) => !isAuthority(content) || recordOf(subject, app, content.fingerprint) !== undefined,
  );
}

/** Whether it says that it issues certificates: basicConstraints with cA (RFC 5280 section 4.2.1.9). */
function isAuthority(content: Certificate): boolean {
  const { value } = content.extension('2.5.29.19') ?? {};
  // a SEQUENCE whose first element is the BOOLEAN TRUE; matched, since a stranger’s file may hold anything there
  return value !== undefined && /^30..0101ff/.test(Buffer.from(value).toString('hex'));
}

function recordOf({ ledger }: AuditSubject, app: string, fingerprint: string): CertificateRecord | undefined {
  return ledger.certificatesOf(app).find((record) => record.fingerprint === fingerprint);
}

/** Revoked, or to be: the app has another id now, and its request went with the old one. */
function isOver({ ledger }: AuditSubject, { serial }: CertificateRecord): boolean {
  return ledger.revocationOf(serial) !== undefined || ledger.announcementOf(serial)?.reason === 'cessationOfOperation';
}

/** An app all of whose certificates are revoked may have been deleted. */
function needsFile({ ledger }: AuditSubject, app: string): boolean {
  return ledger.certificatesOf(app).some(({ serial }) => ledger.revocationOf(serial) === undefined);
}

function duplicates(records: Iterable<CertificateRecord>): [bigint, CertificateRecord[]][] {
  const bySerial = new SerialMap<CertificateRecord[]>();
  for (const record of records) {
    const all = bySerial.get(record.serial);
    if (all === undefined) bySerial.set(record.serial, [record]);
    else all.push(record);
  }
  return [...bySerial]
    .filter(([, all]) => new Set(all.map(({ fingerprint }) => fingerprint)).size > 1)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** What is left out of a sequence; nothing where they were not given out one after another, all but one in ten at least. */
function gaps(records: Iterable<CertificateRecord>): bigint[] {
  const past = [...records].filter(({ imported }) => imported).map(({ serial }) => serial);
  const used = new Set(past.map(serialText));
  const first = past.reduce((least, serial) => (serial < least ? serial : least), past[0] ?? 0n);
  const last = past.reduce((most, serial) => (serial > most ? serial : most), first);
  const count = Number(last - first) + 1;
  if (used.size < count * 0.9) return [];
  return Array.from({ length: count }, (_, at) => first + BigInt(at)).filter((serial) => !used.has(serialText(serial)));
}

function gitBlob(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
