// SPDX-License-Identifier: MIT
import { byteString, compareByteStrings } from '../package/byte-string.js';
import { phpJsonString } from './php-json.js';
import { isPhpNumeric } from './php-number.js';

/** SHA-512 in lowercase hex; false is what PHP's `hash_file` says of a link that leads nowhere. */
export type HashValue = string | false;

/** Path from the app folder (or the server's root), `/` between, to the hash of what is there. */
export type HashList = ReadonlyMap<string, HashValue>;

/**
 * The list in the order of PHP's `ksort`: by the bytes of the UTF-8 path, which is not the order of JavaScript's
 * strings (U+E000 to U+FFFF against astral characters). Two names that PHP takes for numbers go by their values.
 */
export function sortHashList(list: HashList): HashList {
  const entries = Array.from(list, (entry) => ({ entry, order: byteString(entry[0]) }));
  const anyNumber = entries.some(({ order }) => isPhpNumeric(order));
  entries.sort((a, b) => (anyNumber ? compareNumbers(a.order, b.order) : 0) || compareByteStrings(a.order, b.order));
  return new Map(entries.map(({ entry }) => entry));
}

function compareNumbers(a: string, b: string): number {
  return isPhpNumeric(a) && isPhpNumeric(b) ? Number(a) - Number(b) : 0;
}

/** What stands under the signature: PHP's `json_encode` without flags over the sorted list. ASCII throughout. */
export function signedBytes(sorted: HashList): Buffer {
  const paths = [...sorted.keys()];
  // An array whose keys count from 0 is a list to PHP; so is an empty one.
  const isList = paths.every((path, index) => path === String(index));
  const items = Array.from(sorted, ([path, value]) => `${isList ? '' : `${phpJsonString(path)}:`}${json(value)}`);
  return Buffer.from(isList ? `[${items.join(',')}]` : `{${items.join(',')}}`, 'latin1');
}

function json(value: HashValue): string {
  return value === false ? 'false' : phpJsonString(value);
}
