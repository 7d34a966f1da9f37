// SPDX-License-Identifier: MIT
import type { HashValue } from './hash-list.js';

/** What was signed, and what is there: the empty string where there is nothing. */
export interface HashPair {
  readonly expected: HashValue;
  readonly current: HashValue;
}

export type DifferenceKind = 'INVALID_HASH' | 'FILE_MISSING' | 'EXTRA_FILE';

export interface PhpException {
  /** e.g. `OC\IntegrityCheck\Exceptions\InvalidSignatureException` */
  readonly class: string;
  readonly message: string;
}

/** The array of the server's checker: empty when all is well. */
export type IntegrityResult = Readonly<Partial<Record<DifferenceKind, Readonly<Record<string, HashPair>>>>> & {
  readonly EXCEPTION?: PhpException;
};

export function isFine(result: IntegrityResult): boolean {
  return Object.keys(result).length === 0;
}

/** A check of the server's that ends in an exception, by the class and the words of the server. */
export class ServerException extends Error {
  constructor(
    readonly phpClass: string,
    message: string,
  ) {
    super(message);
  }
}

export function invalidSignature(message: string): ServerException {
  return new ServerException('OC\\IntegrityCheck\\Exceptions\\InvalidSignatureException', message);
}
