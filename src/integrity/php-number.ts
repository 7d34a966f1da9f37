// SPDX-License-Identifier: MIT

const numeric = /^[ \t\n\r\v\f]*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[ \t\n\r\v\f]*$/;
const integer = /^(?:0|-?[1-9]\d{0,18})$/;

/**
 * True where PHP compares the text as a number (`is_numeric`, PHP 8): `9`, `1e1`, ` 7`, `7 `, `.5`, `-5`, `007`. The
 * hash list is sorted with PHP's `ksort`, which orders two such names by value and any other two by their bytes. That
 * is no order at all where the two disagree, and PHP before 8.2 compares differently again.
 */
export function isPhpNumeric(text: string): boolean {
  return numeric.test(text);
}

/** True where the text, as the key of a PHP array, becomes an integer: canonical decimal within 64 bits. */
export function isPhpInteger(text: string): boolean {
  return integer.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}
