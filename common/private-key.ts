// SPDX-License-Identifier: MIT
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Certificate } from './certificate.js';
import { InputError } from './input-error.js';

/**
 * A private RSA key from PEM (PKCS#1 or PKCS#8, encrypted where a passphrase is given). The returned object prints
 * nothing of the key. Error messages never carry what was read.
 * @throws InputError `not-a-private-key`
 */
export function readPrivateKey(pem: string, file = 'the private key', passphrase?: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, format: 'pem', ...(passphrase !== undefined && { passphrase }) });
  } catch (cause) {
    throw new InputError('not-a-private-key', `${file} is not a private key that can be read${why(pem)}.`, {
      hint: hint(pem),
      cause: cause instanceof Error ? new Error(cause.name) : undefined,
      file,
    });
  }
  if (key.asymmetricKeyType !== 'rsa') {
    throw new InputError(
      'not-a-private-key',
      `${file} is a key of type ${key.asymmetricKeyType ?? 'unknown'}; servers verify RSA only.`,
      {
        hint: 'Use the RSA key that the certificate was requested with.',
        file,
      },
    );
  }
  return key;
}

/** True where the private key is the one whose public half stands in the certificate. */
export function belongsTogether(key: KeyObject, certificate: Certificate): boolean {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return Buffer.compare(spki, certificate.spki) === 0;
}

function why(pem: string): string {
  if (pem.trim() === '') return ' (it is empty)';
  if (pem.includes('BEGIN CERTIFICATE-')) return ' (it is a certificate)';
  if (pem.includes('ENCRYPTED')) return ' (it is encrypted, and the passphrase is missing or wrong)';
  if (!pem.includes('-----BEGIN')) return ' (there is no BEGIN line)';
  return '';
}

function hint(pem: string): string {
  if (pem.includes('ENCRYPTED')) return 'Give the right passphrase, or a key without one: openssl rsa -in APP_ID.key.';
  return 'Give the whole key in PEM form, from the BEGIN line to the END line, line breaks included.';
}
