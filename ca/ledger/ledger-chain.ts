// SPDX-License-Identifier: MIT
import { hash } from 'node:crypto';
import { AuthorityError } from '../authority-error.js';
import type { IssueLine } from './issue-line.js';
import { checkLine, type LedgerLine } from './ledger-line.js';
import { readPlain } from './read-plain.js';
import type { RevokeLine } from './revoke-line.js';

/** `prev` of the first line */
export const beginning = '0'.repeat(64);
const newline = 0x0a;
/** one line of the largest kind has 700 bytes */
const maxLine = 64 * 1024;

/** A line as it stands in the file. */
export interface Written {
  readonly line: LedgerLine | RevokeLine | IssueLine;
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

/**
 * The lines of a ledger, for as long as each carries the hash of the line before. Those of a last append that was not
 * written to its end are checked like the others, and not given.
 */
export function* readChain(bytes: Uint8Array, file: string): Generator<Written, ChainEnd> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = lengthOfWholeAppends(buffer);
  let prev = beginning;
  let number = 1;
  for (let start = 0; start < buffer.length; number++) {
    const end = buffer.indexOf(newline, start);
    if (end === -1)
      return { torn: true, problem: broken(file, number, 'it is not ended by a newline: it was cut off') };
    const plain = end - start > maxLine ? undefined : readPlain(buffer, start, end, prev);
    const line = plain ?? parseLine(buffer.subarray(start, end), prev);
    if (typeof line === 'string') return { torn: false, problem: broken(file, number, line) };
    prev = hashOf(buffer.subarray(start, end));
    if (end < whole) yield { line, hash: prev, length: end + 1 - start };
    start = end + 1;
  }
  if (whole === buffer.length) return { torn: false };
  return { torn: true, problem: broken(file, number - 1, 'lines that belong to it are missing: it was cut off') };
}

/**
 * Where the last append ends that was written to its end. Looked for from the end of the file, so that no append is
 * held in memory until its last line is read: that of an import has all of its lines.
 */
function lengthOfWholeAppends(buffer: Buffer): number {
  let end = buffer.lastIndexOf(newline);
  while (end !== -1) {
    const before = end === 0 ? -1 : buffer.lastIndexOf(newline, end - 1);
    if (!hasMore(buffer.subarray(before + 1, end))) break;
    end = before;
  }
  return end + 1;
}

/** A line that is none ends no append either; the chain says what is wrong with it. */
function hasMore(text: Buffer): boolean {
  try {
    const value: unknown = JSON.parse(text.toString('utf8'));
    return typeof value === 'object' && value !== null && 'more' in value && value.more === true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** In one call: a hash object for each of a million lines costs three times as much. */
export function hashOf(line: Uint8Array): string {
  return hash('sha256', line, 'hex');
}

function parseLine(text: Buffer, prev: string): LedgerLine | string {
  if (text.length > maxLine) return `it has more than ${maxLine} bytes`;
  try {
    const line = checkLine(JSON.parse(text.toString('utf8')));
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
