// SPDX-License-Identifier: MIT
import type { Violation } from '../../common/rule.js';
import type { HashList, HashValue } from './hash-list.js';
import { printableName } from './raw-name.js';
import type { DifferenceKind, IntegrityResult } from './verdict.js';

/**
 * Path by path, what differs between the signed list and the files that are there, and is not in the server's verdict:
 * files that were renamed, swapped, copied, or of which another with the same hash was reported.
 */
export function unreportedDifferences(expected: HashList, current: HashList, result: IntegrityResult): Violation[] {
  const isReported = (kind: DifferenceKind, path: string): boolean => result[kind]?.[printableName(path)] !== undefined;
  const signedAt = byHash(expected);
  const foundAt = byHash(current);
  const violations: Violation[] = [];
  for (const [path, signed] of expected) {
    const there = current.get(path);
    if (there === signed) continue;
    if (there === undefined) {
      if (!isReported('FILE_MISSING', path)) violations.push(missing(path, foundAt.get(signed)));
    } else if (!isReported('INVALID_HASH', path)) {
      violations.push(changed(path, signedAt.get(there)));
    }
  }
  for (const [path, there] of current) {
    if (!expected.has(path) && !isReported('EXTRA_FILE', path)) violations.push(extra(path, signedAt.get(there)));
  }
  return violations;
}

function missing(path: string, copy: string | undefined): Violation {
  const why = copy === undefined ? '' : `, because its content is in ${quote(copy)}`;
  return { file: printableName(path), message: `The file is missing, and the server does not report it${why}.` };
}

function changed(path: string, origin: string | undefined): Violation {
  const why = origin === undefined ? '' : `, because it now is what was signed as ${quote(origin)}`;
  return { file: printableName(path), message: `The file was changed, and the server does not report it${why}.` };
}

function extra(path: string, origin: string | undefined): Violation {
  const why = origin === undefined ? '' : `, because it is a copy of ${quote(origin)}`;
  return { file: printableName(path), message: `The file was never signed, and the server does not report it${why}.` };
}

function byHash(list: HashList): ReadonlyMap<HashValue, string> {
  return new Map(Array.from(list, ([path, hash]) => [hash, path]));
}

function quote(path: string): string {
  return JSON.stringify(printableName(path));
}
