// SPDX-License-Identifier: MIT

// eslint-disable-next-line no-control-regex -- ASCII is what is asked for
const ascii = /^[\x00-\x7f]*$/;

/**
 * A name as a string with one character (U+0000 to U+00FF) per byte of its UTF-8. Git matches bytes, not characters
 * (`?` is one byte), and so does the order of the hash list; `<` on two such strings is the order of their bytes.
 */
export function byteString(text: string): string {
  return ascii.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
}

export function isAscii(text: string): boolean {
  return ascii.test(text);
}

/** For sort(): the order of the bytes of two byte strings. */
export function compareByteStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
