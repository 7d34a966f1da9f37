// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Certificate } from '../../common/certificate.js';
import type { OptionSpec } from '../../common/command.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { InputError } from '../../common/input-error.js';
import { Trust } from '../../common/trust.js';

export const keyOption: OptionSpec = { type: 'string', value: 'FILE', help: 'private key of the app, PEM' };
export const certificateOption: OptionSpec = { type: 'string', value: 'FILE', help: 'certificate of the app, PEM' };
export const trustOption: OptionSpec = {
  type: 'string',
  value: 'FILE',
  help: 'PEM file of accepted issuers (default: the bundle that Nextcloud servers ship)',
};
export const crlOption: OptionSpec = { type: 'string', value: 'FILE', help: 'certificate revocation list, PEM or DER' };

const maxFile = 64 * 1024 * 1024;

/** @throws InputError `file-unreadable`, `file-too-large` */
export function readBytes(cwd: string, file: string): Uint8Array {
  try {
    const bytes = readFileSync(resolve(cwd, file));
    if (bytes.length > maxFile) {
      throw new InputError('file-too-large', `${file} has ${bytes.length} bytes.`, {
        hint: `Give the file itself; nothing of this kind is above ${maxFile} bytes.`,
        file,
      });
    }
    return bytes;
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError('file-unreadable', `${file} cannot be read (${codeOf(cause)}).`, {
      hint: 'See whether the path is right and the file may be read.',
      cause,
      file,
    });
  }
}

export function readText(cwd: string, file: string): string {
  return Buffer.from(readBytes(cwd, file)).toString('utf8');
}

/** One trailing newline is dropped, as every token, password and passphrase file has one. */
export function readSecret(cwd: string, file: string): string {
  return readText(cwd, file).replace(/\r?\n$/, '');
}

export function readCertificate(cwd: string, file: string): Certificate {
  return Certificate.fromPem(readText(cwd, file), file);
}

export function readTrust(cwd: string, file: string | undefined): Trust {
  return file === undefined ? Trust.pinned() : Trust.fromPem(readText(cwd, file), file);
}

export function readCrl(cwd: string, file: string): CertificateRevocationList {
  return CertificateRevocationList.from(readBytes(cwd, file), file);
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return 'unknown reason';
  return error.code === 'ENOENT' ? 'there is no such file' : String(error.code);
}
