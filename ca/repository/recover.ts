// SPDX-License-Identifier: MIT
import { hash } from 'node:crypto';
import { Certificate } from '../../common/certificate.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { InputError } from '../../common/input-error.js';
import { entriesOfIssued } from '../issue/entries-of-issued.js';
import type { EntryOf } from '../ledger/ledger-line.js';
import { keyHash } from '../review/review-subject.js';
import { serialText } from '../x509/serial.js';
import { certificatePath, crlPath, pendingCrlPath, type Repository } from './repository.js';

/**
 * Brings to its end what a run that broke off had begun; needs no key. A list that the ledger speaks of is put in place,
 * any other draft of one is thrown away; a reserved serial whose certificate is there and right is recorded as issued,
 * any other is voided.
 * @returns what was done, in words, for the log
 */
export async function recover(repository: Repository, issuer: Certificate, now: Date): Promise<string[]> {
  return [...(await recoverCrl(repository)), ...(await recoverReservations(repository, issuer, now))];
}

async function recoverCrl({ store, ledger }: Repository): Promise<string[]> {
  const pending = await store.read(pendingCrlPath);
  if (pending === undefined) return [];
  if (ledger.crl !== undefined && sha256OfCrl(pending) === ledger.crl.sha256) {
    await store.rename(pendingCrlPath, crlPath);
    return [`the revocation list ${ledger.crl.number} was put in place`];
  }
  await store.remove(pendingCrlPath);
  return ['a revocation list that was never recorded was thrown away'];
}

function sha256OfCrl(bytes: Uint8Array): string | undefined {
  try {
    return hash('sha256', CertificateRevocationList.from(bytes).der, 'hex');
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

async function recoverReservations(repository: Repository, issuer: Certificate, now: Date): Promise<string[]> {
  const done: string[] = [];
  for (const reservation of repository.ledger.openReservations) {
    const { serial, app } = reservation;
    const certificate = await readCertificate(repository, app);
    if (certificate !== undefined && isRight(certificate, reservation, issuer)) {
      await repository.record(entriesOfIssued(repository.ledger, reservation, certificate, now), now);
      done.push(`the certificate ${serial} for ${app}, signed by a run that broke off, was recorded`);
    } else {
      await repository.record([{ kind: 'void', serial, app, why: 'the run broke off before it signed' }], now);
      done.push(`the serial ${serial}, reserved for ${app} by a run that broke off, was voided`);
    }
  }
  return done;
}

async function readCertificate({ store }: Repository, app: string): Promise<Certificate | undefined> {
  const bytes = await store.read(certificatePath(app));
  if (bytes === undefined) return undefined;
  try {
    return Certificate.fromPem(Buffer.from(bytes).toString('latin1'));
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function isRight(certificate: Certificate, { serial, app, key }: EntryOf<'reserve'>, issuer: Certificate): boolean {
  return (
    serialText(certificate.serial) === serial &&
    keyHash(certificate.spki) === key &&
    certificate.commonNames.length === 1 &&
    certificate.commonNames[0] === app &&
    certificate.isSignedBy(issuer.publicKey)
  );
}
