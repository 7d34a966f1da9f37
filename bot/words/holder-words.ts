// SPDX-License-Identifier: MIT
import type { CertificateRecord, RevocationRecord } from '../../ca/ledger/certificate-record.js';
import { serialText } from '../../ca/x509/serial.js';
import type { Holder } from '../holder.js';
import type { Account } from '../situation.js';
import { endOf } from './replacement-words.js';
import { code, day, mention, nameOf } from './text.js';

const uninstallable = 'no release that was signed with its key can be installed';

/** To whoever holds a certificate: somebody else asks for one with another key. */
export function askedWords(
  holder: Holder,
  by: Account,
  { app, serial, notBefore }: CertificateRecord,
  revoked: RevocationRecord | undefined,
): string {
  const ended = revoked === undefined ? '' : ` ${endOf(revoked)}`;
  return [
    `${mention(holder.login)}, for your information: ${nameOf(by)} asks here for a certificate in the place of the one of ${code(app)} that you asked for (serial ${code(serialText(serial))}, since ${day(notBefore)}).${ended} Nothing is decided.`,
    'If that is right, comment `/replace other …` with the reason behind it (`/help` lists the others): it counts as your word. If it is not, say so here: people read it before they approve.',
  ].join('\n\n');
}

export interface End {
  readonly app: string;
  readonly serial: bigint;
  readonly announced: Date | undefined;
  readonly revoked: Date | undefined;
  readonly notAfter: Date;
}

/** To whoever held a certificate: another one takes its place, and when the old one ends. */
export function decidedWords(
  holder: Holder,
  by: Account,
  { app, serial }: CertificateRecord,
  ends: readonly End[],
): string {
  const lines = ends.map((end) => `- ${code(serialText(end.serial))} of ${code(end.app)} ${endWords(end)}.`);
  return [
    `${mention(holder.login)}, the request of ${nameOf(by)} was approved: ${code(app)} has the certificate ${code(serialText(serial))} now, with another key. What you asked for ends:`,
    lines.join('\n'),
    `Once a certificate is revoked, ${uninstallable}.`,
  ].join('\n\n');
}

function endWords({ announced, revoked, notAfter }: End): string {
  if (revoked !== undefined) return `is revoked since ${day(revoked)}`;
  if (announced !== undefined) return `is revoked on **${day(announced)}**`;
  return `is valid until ${day(notAfter)}, and is not revoked`;
}

/** To whoever held certificates that were revoked just now. */
export function revokedWords(holder: Holder, records: readonly CertificateRecord[], revoked: RevocationRecord): string {
  const names = records.map(({ app, serial }) => `${code(serialText(serial))} of ${code(app)}`).join(', ');
  return [
    `${mention(holder.login)}, a certificate that you asked for is revoked: ${names}. ${endOf(revoked)} From now on ${uninstallable}.`,
    'To go on with the app, make a new key and open a pull request with a request for it; that your account asks, as it did before, is proof enough.',
  ].join('\n\n');
}
