// SPDX-License-Identifier: MIT
import type { HashList, HashValue } from './hash-list.js';
import { isPhpInteger } from './php-number.js';
import { printableName } from './raw-name.js';
import { type DifferenceKind, type HashPair, type IntegrityResult, ServerException } from './verdict.js';

/**
 * The server's comparison (server: IntegrityCheck/Checker.php: array_diff both ways, array_merge, array_unique), which goes
 * by the hashes and not by the paths: what is left are the files whose hash occurs nowhere on the other side, one for
 * each hash. The order is the server's, except that it takes the files of the disk as the file system lists them.
 *
 * @throws ServerException where top-level files have integers for names: PHP renumbers them on the way
 */
export function compareHashes(expected: HashList, current: HashList): IntegrityResult {
  const result: Partial<Record<DifferenceKind, Record<string, HashPair>>> = {};
  for (const [path, hash] of unique(merge(without(expected, current), without(current, expected)))) {
    const signed = expected.get(path);
    const there = current.get(path);
    if (signed === undefined) note('EXTRA_FILE', path, { expected: '', current: hash });
    else if (there === undefined) note('FILE_MISSING', path, { expected: signed, current: '' });
    else if (signed !== there) note('INVALID_HASH', path, { expected: signed, current: there });
    else {
      throw new ServerException(
        'Exception',
        'Invalid behaviour in file hash comparison experienced. Please report this error to the developers.',
      );
    }
  }
  return result;

  function note(kind: DifferenceKind, path: string, pair: HashPair): void {
    // A file may be called `__proto__`: own properties only.
    const entries = (result[kind] ??= Object.create(null) as Record<string, HashPair>);
    entries[printableName(path)] = pair;
  }
}

/** PHP's array_diff: the entries whose value the other list does not have. It compares as strings: false is ''. */
function without(list: HashList, other: HashList): [string, HashValue][] {
  const values = new Set(Array.from(other.values(), asString));
  return [...list].filter(([, value]) => !values.has(asString(value)));
}

/** PHP's array_merge: a later value takes the earlier place of its key; integer keys are counted anew. */
function merge(...lists: readonly (readonly [string, HashValue])[][]): Map<string, HashValue> {
  const merged = new Map<string, HashValue>();
  let next = 0;
  for (const [path, value] of lists.flat()) merged.set(isPhpInteger(path) ? String(next++) : path, value);
  return merged;
}

/** PHP's array_unique: of equal values the first. */
function unique(list: ReadonlyMap<string, HashValue>): [string, HashValue][] {
  const seen = new Set<string>();
  return [...list].filter(([, value]) => !seen.has(asString(value)) && seen.add(asString(value)));
}

function asString(value: HashValue): string {
  return value === false ? '' : value;
}
