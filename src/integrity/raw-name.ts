// SPDX-License-Identifier: MIT
import { isUtf8 } from 'node:buffer';
import { isAscii } from '../package/byte-string.js';

/**
 * File names are bytes. As strings they are UTF-8 where they can be; a byte that is no UTF-8 stands as U+DC00 + byte,
 * which no valid text holds (PEP 383): nothing is lost, and no two names become one.
 */
export function nameFromBytes(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf8(buffer)) return buffer.toString('utf8');
  let name = '';
  for (let at = 0; at < buffer.length;) {
    const length = [1, 2, 3, 4].find((size) => at + size <= buffer.length && isUtf8(buffer.subarray(at, at + size)));
    name +=
      length === undefined ? String.fromCharCode(0xdc00 + (buffer[at] ?? 0)) : buffer.toString('utf8', at, at + length);
    at += length ?? 1;
  }
  return name;
}

export function nameToBytes(name: string): Buffer {
  if (isUnicode(name)) return Buffer.from(name, 'utf8');
  return Buffer.concat(
    Array.from(name, (point) =>
      isUnicode(point) ? Buffer.from(point, 'utf8') : Buffer.of(point.charCodeAt(0) & 0xff),
    ),
  );
}

const surrogate = /\p{Surrogate}/u;

/** False where the name stands for bytes that are no UTF-8. */
export function isUnicode(name: string): boolean {
  return isAscii(name) || !surrogate.test(name);
}

/** The name for people and for JSON: a byte that is no UTF-8 as `\xff`. */
export function printableName(name: string): string {
  if (isUnicode(name)) return name;
  return name.replace(/\p{Surrogate}/gu, (half) => `\\x${(half.charCodeAt(0) & 0xff).toString(16).padStart(2, '0')}`);
}
