// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import type { Certificate } from '../../common/certificate.js';
import { certificatePath } from '../../ca/repository/repository.js';
import { serialText } from '../../ca/x509/serial.js';
import type { CertificateRecord } from '../../ca/ledger/certificate-record.js';
import { isPlainId } from '../rules/path-of.js';
import type { View } from '../view.js';
import type { Certification } from '../github/certification.js';
import { answersWords } from './answers-words.js';
import { certifiedWords } from './certified-words.js';
import { fit } from './fit.js';
import { leakWords } from './leaked-key-words.js';
import { block, code, day, mention } from './text.js';

/**
 * The certificate is there: the thing itself, and what to do with it.
 * @param certification undefined where nobody can tell any more
 */
export function signedWords(
  { situation, judgement, standing, revocations }: View,
  certificate: Certificate,
  certification?: Certification,
): string {
  const { pullRequest, base } = situation;
  const { ledger } = base.repository;
  const record = ledger.issuedFor(pullRequest.number);
  const app = record?.app ?? certificate.commonNames[0] ?? '';
  const before = [app, ...renamedFrom(app, ledger)]
    .flatMap((id) => ledger.certificatesOf(id))
    .filter(({ serial }) => serial !== certificate.serial);
  const answers = [...standing.answers, ...revocations.answers].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return fit([
    `## The certificate of ${code(app)}`,
    `${mention(pullRequest.author.login)}, the request is certified. The certificate is in ${code(certificatePath(app))} as well.`,
    certification && certifiedWords(certification, pullRequest),
    factTable(certificate),
    block(certificate.toPem(), 'text'),
    '### Next steps',
    steps(app, situation.settings.store ?? 'https://apps.nextcloud.com', whenToRegister(record, before)),
    endingWords(app, record, ledger),
    ...leakWords({ situation, judgement }),
    answers.length === 0 ? undefined : `### What people said\n\n${answersWords(answers)}`,
  ]);
}

type Ledger = View['situation']['base']['repository']['ledger'];

function factTable(certificate: Certificate): string {
  const fingerprint = createHash('sha256').update(certificate.der).digest('hex').toUpperCase();
  return [
    '| | |',
    '|---|---|',
    `| serial | \`${serialText(certificate.serial)}\` |`,
    `| SHA-256 fingerprint | \`${fingerprint.match(/../g)?.join(':') ?? ''}\` |`,
    `| valid | ${day(certificate.notBefore)} to ${day(certificate.notAfter)} |`,
  ].join('\n');
}

/** The store compares the texts of certificates: another one deletes all releases, also where the key is the same. */
function whenToRegister(record: CertificateRecord | undefined, before: readonly CertificateRecord[]): string {
  const danger = '**Registering another certificate than before deletes all releases of the app in the store**';
  const same = before.filter(({ key }) => key === record?.key).at(-1);
  if (same !== undefined) {
    return `${danger}, also with the same key: the certificate before this one stays valid until ${day(same.notAfter)}, so register this one in its last weeks, right before you publish a release.`;
  }
  if (before.length === 0) return 'Registering another certificate later deletes all releases of the app there.';
  return `${danger}: do it right before you publish a release that is signed with the new key, not earlier.`;
}

function steps(appId: string, store: string, when: string): string {
  const app = isPlainId(appId) ? appId : 'APP_ID';
  return [
    `1. Save the text above, BEGIN and END lines included, as ${code(`${app}.crt`)} beside ${code(`${app}.key`)}. Keep the key secret and keep a copy of it.`,
    `2. Register the app in the store (${store}/developer/apps/new) with the certificate and this signature. ${when}`,
    block(`echo -n "${app}" | openssl dgst -sha512 -sign ${app}.key | openssl base64`, 'sh'),
    '3. To release with our Action, set three secrets in the app’s repository: `APP_PRIVATE_KEY` (the key, for its input `private-key`), `APP_CERTIFICATE` (the text above, for `certificate`) and `APPSTORE_TOKEN` (from your account in the store, for `store-token`).',
    `4. Sign every release with this key: the code in it (${code('appinfo/signature.json')}) and the archive.`,
  ].join('\n\n');
}

function renamedFrom(app: string, ledger: Ledger): string[] {
  return [...ledger.apps()].filter((old) => ledger.renamedTo(old) === app);
}

/** When the certificates before this one end. */
function endingWords(app: string, record: CertificateRecord | undefined, ledger: Ledger): string | undefined {
  const older = [app, ...renamedFrom(app, ledger)]
    .flatMap((id) => ledger.certificatesOf(id))
    .filter(({ key }) => key !== record?.key);
  const lines = older.flatMap((old) => {
    const announced = ledger.announcementOf(old.serial);
    if (announced !== undefined) {
      return [`- ${code(serialText(old.serial))} of ${code(old.app)} is revoked on **${day(announced.on)}**.`];
    }
    const revoked = ledger.revocationOf(old.serial);
    const isNow = revoked !== undefined && record !== undefined && revoked.date >= record.notBefore;
    return isNow
      ? [`- ${code(serialText(old.serial))} of ${code(old.app)} is revoked since ${day(revoked.date)}.`]
      : [];
  });
  if (lines.length === 0) return undefined;
  return [
    '### The certificate before this one',
    lines.join('\n'),
    'From that day no release that was signed with the old key can be installed. Publish one that is signed with the new key before. Where the store shows a release with the new certificate, the day may come earlier, and is told here again.',
  ].join('\n\n');
}
