// SPDX-License-Identifier: MIT
// The store is written in Python, whose idea of white space and lines is wider than JavaScript's.

const controls = '\\x1c\\x1d\\x1e';
const space = `\\t\\n\\v\\f\\r${controls}\\x1f \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000`;
const leading = new RegExp(`^[${space}]+`);
const isSpace = new RegExp(`[${space}]`);
const lineEnd = new RegExp(`\\r\\n|[\\n\\v\\f\\r${controls}\\x85\\u2028\\u2029]`);

/** `str.strip()`. A byte order mark is no white space there. */
export function strip(text: string): string {
  let end = text.length;
  // A pattern for the end of a text would look at every run of blanks in it.
  while (end > 0 && isSpace.test(text.charAt(end - 1))) end--;
  return text.slice(0, end).replace(leading, '');
}

/** `str.splitlines()` */
export function splitLines(text: string): string[] {
  const lines = text.split(lineEnd);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Length of `json.dumps()` of an object of texts: ASCII only, with blanks behind `,` and `:`. */
export function jsonLength(object: Readonly<Record<string, string | null>>): number {
  const members = Object.entries(object).map(([key, value]) => ascii(key) + 2 + ascii(value));
  return 2 + members.reduce((sum, length) => sum + length, 0) + 2 * Math.max(0, members.length - 1);
}

function ascii(value: string | null): number {
  return JSON.stringify(value).replace(/[^ -~]/g, '\\u0000').length;
}
