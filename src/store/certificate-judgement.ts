// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import { Certificate } from '../../common/certificate.js';
import { CodedError } from '../../common/coded-error.js';
import { verifyBytes } from './archive-signature.js';
import { asOpenSslReadsIt, faultOfCertificate, type StoreTrust } from './certificate-path.js';
import { readLenientBase64 } from './lenient-base64.js';
import { crash, invalid, type StoreAnswer } from './store-answer.js';

/** What the store decides: what it goes on with, or the answer that ends the request. */
export type Decision<Accepted> = { readonly accepted: Accepted } | { readonly refusal: StoreAnswer };

/**
 * A registration (store: api/v1/views.py, AppRegisterView): certificate readable, valid, and the signature over its CN
 * (the bytes of the app id, no newline) made with its key. Who may register is not decided here.
 */
export function judgeRegistration(
  certificatePem: string,
  signature: string,
  trust: StoreTrust,
  now: Date,
): Decision<{ appId: string }> {
  const read = readRegistered(certificatePem);
  if ('refusal' in read) return read;
  const { certificate, key, name: appId } = read.accepted;
  // The store goes on with None as the id, and fails where it would be made bytes.
  if (appId === undefined) return { refusal: crash };
  const refusal =
    refusalOfCertificate(certificate, trust, now) ?? refusalOfSignature(key, signature, Buffer.from(appId, 'utf8'));
  return refusal ? { refusal } : { accepted: { appId } };
}

/**
 * An upload's certificate and signature (store: api/v1/views.py, AppReleaseView, in this order): the registered
 * certificate still valid today, the signature over the archive's bytes, CN and app id the same.
 */
export function judgeSignature(
  upload: { readonly appId: string; readonly archive: Uint8Array; readonly signature: string },
  registeredPem: string,
  trust: StoreTrust,
  now: Date,
): StoreAnswer | undefined {
  const read = readRegistered(registeredPem);
  if ('refusal' in read) return read.refusal;
  const { certificate, key, name } = read.accepted;
  return (
    refusalOfCertificate(certificate, trust, now) ??
    refusalOfSignature(key, upload.signature, upload.archive) ??
    (name === upload.appId ? undefined : invalid(`App id ${upload.appId} does not match cert CN ${name ?? 'None'}`))
  );
}

/** The store compares certificates as texts, without carriage returns and outer blanks (store: core/models.py, App.save). */
export function isSameCertificate(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

function comparable(pem: string): string {
  return pem.replaceAll('\r', '').trim();
}

/** `name` is the first CN, as pyOpenSSL gives it. */
function readRegistered(pem: string): Decision<{ certificate: Certificate; key: KeyObject; name: string | undefined }> {
  try {
    const certificate = Certificate.fromPem(pem, 'the certificate');
    asOpenSslReadsIt(certificate);
    return { accepted: { certificate, key: certificate.publicKey, name: certificate.commonNames[0] } };
  } catch (error) {
    return { refusal: invalid(`Invalid certificate: ${error instanceof CodedError ? error.message : String(error)}`) };
  }
}

function refusalOfCertificate(certificate: Certificate, trust: StoreTrust, now: Date): StoreAnswer | undefined {
  const fault = faultOfCertificate(certificate, trust, now);
  return fault === undefined ? undefined : invalid(`Certificate is invalid: ${fault}`);
}

/** Behind the colon stands the exception's text: base64's own, or none, as the library's InvalidSignature has no text. */
function refusalOfSignature(key: KeyObject, signature: string, bytes: Uint8Array): StoreAnswer | undefined {
  const reading = readLenientBase64(signature);
  if ('fault' in reading) return invalid(`Signature is invalid: ${reading.fault}`);
  const holds = verifyBytes(bytes, key, signature);
  return holds ? undefined : invalid('Signature is invalid: ');
}
