// SPDX-License-Identifier: MIT
import { InputError } from './input-error.js';

export interface PemBlock {
  /** e.g. `CERTIFICATE` */
  readonly label: string;
  readonly der: Uint8Array;
  /** 1-based line of the BEGIN line */
  readonly line: number;
  /** the block as it stands in the text, from BEGIN to END */
  readonly text: string;
}

/** RFC 7468 texts of this project are certificates, requests, keys, CRLs: a full CRL of the authority stays far below. */
const maxPemLength = 256 * 1024 * 1024;

const block = /-----BEGIN ([A-Z0-9 ]{1,64})-----([^-]*)-----END \1-----/g;

/**
 * All PEM blocks of a text, in order; text around them is passed over (RFC 7468 section 2).
 * Blocks with encapsulated headers (RFC 1421), which only private keys of old have, are passed over too.
 * @throws InputError `not-pem` where a block's body is not base64
 */
export function parsePem(text: string, file = 'input'): PemBlock[] {
  if (text.length > maxPemLength) {
    throw new InputError('file-too-large', `${file} is larger than ${maxPemLength} characters.`, {
      hint: 'Give the PEM file itself.',
      file,
    });
  }
  let line = 1;
  let counted = 0;
  return [...text.matchAll(block)].map((match) => {
    const [whole, label = '', body = ''] = match;
    // from the block before on: counted from the start, 50,000 blocks took 80 s
    line += newlines(text.slice(counted, match.index));
    counted = match.index;
    return { label, der: decodeBase64(body, file, line), line, text: whole };
  });
}

/** PEM of one object: 64 characters a line (RFC 7468 section 3), each line ended by `eol`, the last one included. */
export function encodePem(label: string, der: Uint8Array, eol: '\n' | '\r\n' = '\n'): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join(eol);
}

function decodeBase64(body: string, file: string, line: number): Uint8Array {
  const compact = body.replace(/[ \t\r\n]+/g, '');
  if (compact.length === 0 || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) {
    throw new InputError('not-pem', `${file}:${line}: the PEM block is not base64; it may have been cut off.`, {
      hint: 'Copy the whole block again, from the BEGIN line to the END line.',
      file,
      line,
    });
  }
  return Buffer.from(compact, 'base64');
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
