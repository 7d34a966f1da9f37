// SPDX-License-Identifier: MIT
import { createPublicKey } from 'node:crypto';
import { Certificate } from '../../common/certificate.js';
import { InputError } from '../../common/input-error.js';
import { type PemBlock, parsePem } from '../../common/pem.js';
import { AuthorityError } from '../authority-error.js';
import { CertificateRequest } from '../request/certificate-request.js';
import { keyHash } from './review-subject.js';

/** What a file says of a key. Of a private key nothing but its public half is kept. */
export interface KeyInFile {
  readonly kind: 'request' | 'certificate' | 'public key' | 'private key';
  /** SHA-256 of its SubjectPublicKeyInfo, hex */
  readonly key: string;
}

/** A private key of RSA-16384 has 13 KB; nobody needs to look at more than some dozens of them at once. */
const maxBytes = 1024 * 1024;

const kinds: Readonly<Record<string, KeyInFile['kind']>> = {
  'CERTIFICATE REQUEST': 'request',
  'NEW CERTIFICATE REQUEST': 'request',
  CERTIFICATE: 'certificate',
  'PUBLIC KEY': 'public key',
  'RSA PUBLIC KEY': 'public key',
  'PRIVATE KEY': 'private key',
  'RSA PRIVATE KEY': 'private key',
  'EC PRIVATE KEY': 'private key',
  'ENCRYPTED PRIVATE KEY': 'private key',
};

/**
 * The keys that a PEM file names, in order, each once. No message repeats anything that stands in the file.
 * @throws AuthorityError `not-a-key` where there is none, or one of them cannot be told; InputError `not-pem`, `file-too-large`
 */
export function keysInFile(bytes: Uint8Array, file: string): KeyInFile[] {
  if (bytes.length > maxBytes) {
    throw new InputError('file-too-large', `${file} has ${bytes.length} bytes; a key has some thousand.`, {
      hint: 'Give the file of the key, the request or the certificate itself.',
      file,
    });
  }
  const text = Buffer.from(bytes).toString('latin1');
  const found = new Map<string, KeyInFile>();
  for (const block of parsePem(text, file)) {
    const kind = kinds[block.label];
    if (kind === undefined) continue;
    const key = keyHash(spkiOf(kind, block, file));
    if (!found.has(key)) found.set(key, { kind, key });
  }
  // as OpenSSL encrypted keys before PKCS#8 (RFC 1421)
  if (/^Proc-Type: *4, *ENCRYPTED/m.test(text)) throw encrypted(file);
  if (found.size > 0) return [...found.values()];
  throw new AuthorityError(
    'not-a-key',
    `${file} holds no key: there is no PEM block of a request, a certificate, a public or a private key in it.`,
    { hint: 'Give one of these. From a key in another form: openssl pkey -in FILE -pubout -out FILE.pub', file },
  );
}

function spkiOf(kind: KeyInFile['kind'], { label, der, line, text }: PemBlock, file: string): Uint8Array {
  if (label === 'ENCRYPTED PRIVATE KEY') throw encrypted(file, line);
  try {
    if (kind === 'request') return new CertificateRequest(der).spki;
    if (kind === 'certificate') return new Certificate(der).spki;
    return createPublicKey(text).export({ type: 'spki', format: 'der' });
  } catch {
    // no cause: what Node or OpenSSL says of a private key is nobody's business
    throw new AuthorityError('not-a-key', `${file}:${line}: the ${kind} cannot be read.`, {
      hint: 'Give the whole of it, from the BEGIN line to the END line.',
      ...{ file, line },
    });
  }
}

function encrypted(file: string, line?: number): AuthorityError {
  const place = line === undefined ? file : `${file}:${line}`;
  return new AuthorityError('not-a-key', `${place}: the private key is encrypted: nobody can see which key it is.`, {
    hint: 'Give its public half: openssl pkey -in FILE -pubout -out FILE.pub',
    ...{ file, ...(line !== undefined && { line }) },
  });
}
