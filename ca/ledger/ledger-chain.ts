// SPDX-License-Identifier: MIT
import { hash } from 'node:crypto';
import { AuthorityError } from '../authority-error.js';
import { checkLine, type LedgerLine } from './ledger-line.js';

/** `prev` of the first line */
export const beginning = '0'.repeat(64);
const newline = 0x0a;
/** one line of the largest kind has 700 bytes */
const maxLine = 64 * 1024;

/** A line as it stands in the file. */
export interface Written {
  readonly line: LedgerLine;
  readonly hash: string;
  /** in bytes, the newline included */
  readonly length: number;
}

/** How the reading of a ledger ended. */
export interface ChainEnd {
  /** the last append was not written to its end: it never returned, so nothing was built on it */
  readonly torn: boolean;
  /** what is wrong with the first line that is not right */
  readonly problem?: AuthorityError;
}

/** The lines of a ledger, one append after the other, for as long as each carries the hash of the line before. */
export function* readChain(bytes: Uint8Array, file: string): Generator<readonly Written[], ChainEnd> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let append: Written[] = [];
  let prev = beginning;
  let number = 1;
  for (let start = 0; start < buffer.length; number++) {
    const end = buffer.indexOf(newline, start);
    if (end === -1)
      return { torn: true, problem: broken(file, number, 'it is not ended by a newline: it was cut off') };
    const text = buffer.toString('utf8', start, end);
    const line = parseLine(text, prev);
    if (typeof line === 'string') return { torn: false, problem: broken(file, number, line) };
    prev = hashOf(text);
    append.push({ line, hash: prev, length: end + 1 - start });
    if (line.more !== true) {
      yield append;
      append = [];
    }
    start = end + 1;
  }
  if (append.length === 0) return { torn: false };
  return { torn: true, problem: broken(file, number - 1, 'lines that belong to it are missing: it was cut off') };
}

/** In one call: a hash object for each of a million lines costs three times as much. */
export function hashOf(text: string): string {
  return hash('sha256', text, 'hex');
}

function parseLine(text: string, prev: string): LedgerLine | string {
  if (text.length > maxLine) return `it has more than ${maxLine} characters`;
  try {
    const line = checkLine(JSON.parse(text));
    if (typeof line === 'string' || line.prev === prev) return line;
    return 'it does not carry the hash of the line before: that line was changed, or one is missing';
  } catch (error) {
    if (error instanceof SyntaxError) return 'it is not JSON';
    throw error;
  }
}

function broken(file: string, line: number, what: string): AuthorityError {
  return new AuthorityError('ledger-broken', `${file}:${line}: the chain is broken at this line: ${what}.`, {
    hint: 'Compare the file with its history in git, and take back the last version whose chain is whole.',
    file,
    line,
  });
}
