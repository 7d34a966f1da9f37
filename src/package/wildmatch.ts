// SPDX-License-Identifier: MIT

/**
 * Git's wildcard language (gitignore(5), and git's own tests t3070): `*`, `?`, `[…]` with POSIX classes, `\` and `**`.
 * A pattern is compiled once into tokens; matching goes back to the last `*` and the last `**` only, so that
 * a hostile pattern costs a product of lengths and never an exponent.
 *
 * Patterns and texts are byte strings (see byte-string.ts).
 */

/** A number is one literal byte. */
type Token = number | ByteSet | typeof star | typeof deep | typeof folders | typeof never;

/** Which of the 256 bytes are in; what `?` and `[…]` mean. */
type ByteSet = Uint8Array;

/** Any run of bytes without a slash. */
const star = '*';
/** Any run of bytes. */
const deep = '**';
/** Nothing, or any run of bytes that ends with a slash. */
const folders = '**/';
/** What cannot match: an open `[`, an unknown class, a `\` at the end. */
const never = 'never';

const slash = 0x2f;

export type Wildcard = readonly Token[];

/** @param separate a slash is matched by a slash and by `**` only (patterns that hold a slash) */
export function compileWildcard(pattern: string, separate: boolean): Wildcard {
  const tokens: Token[] = [];
  let at = 0;
  while (at < pattern.length) {
    const character = pattern.charAt(at);
    if (character === '*') {
      const start = at;
      while (pattern[at] === '*') at++;
      const token = starToken(pattern, start, at, separate);
      if (token === folders) at++;
      tokens.push(token);
    } else if (character === '?') {
      tokens.push(withoutSlash(new Uint8Array(256).fill(1), separate));
      at++;
    } else if (character === '[') {
      const set = parseSet(pattern, at + 1);
      if (set === undefined) return [...tokens, never];
      tokens.push(withoutSlash(set.bytes, separate));
      at = set.end;
    } else {
      if (character === '\\') at++;
      tokens.push(at < pattern.length ? pattern.charCodeAt(at) : never);
      at++;
    }
  }
  return tokens;
}

/** Two stars or more are special only as a whole component: at the start or after a slash, and before one or at the end. */
function starToken(pattern: string, start: number, end: number, separate: boolean): Token {
  if (!separate) return deep;
  if (end - start === 1 || (start > 0 && pattern[start - 1] !== '/')) return star;
  if (pattern[end] === '/') return folders;
  return end === pattern.length || pattern.startsWith('\\/', end) ? deep : star;
}

function withoutSlash(bytes: ByteSet, separate: boolean): ByteSet {
  if (separate) bytes[slash] = 0;
  return bytes;
}

/** Whether the whole text is matched. */
export function matchesWildcard(tokens: Wildcard, text: string): boolean {
  let token = 0;
  let at = 0;
  let afterStar = -1;
  let starAt = 0;
  let afterDeep = -1;
  let deepAt = 0;
  for (;;) {
    const current = tokens[token];
    if (current === undefined) {
      if (at === text.length) return true;
    } else if (current === star) {
      afterStar = ++token;
      starAt = at;
      continue;
    } else if (current === deep || current === folders) {
      afterDeep = ++token;
      deepAt = at;
      afterStar = -1;
      continue;
    } else if (at < text.length && matchesByte(current, text.charCodeAt(at))) {
      token++;
      at++;
      continue;
    }
    if (afterStar >= 0 && starAt < text.length && text.charCodeAt(starAt) !== slash) {
      at = ++starAt;
      token = afterStar;
      continue;
    }
    if (afterDeep < 0) return false;
    afterStar = -1;
    deepAt = tokens[afterDeep - 1] === folders ? text.indexOf('/', deepAt) + 1 : deepAt + 1;
    if (deepAt === 0 || deepAt > text.length) return false;
    at = deepAt;
    token = afterDeep;
  }
}

function matchesByte(token: number | ByteSet | typeof never, byte: number): boolean {
  if (typeof token === 'number') return token === byte;
  return token !== never && token[byte] === 1;
}

/** The set after a `[`, and where the pattern goes on; nothing where it is not closed or names an unknown class. */
function parseSet(pattern: string, start: number): { bytes: ByteSet; end: number } | undefined {
  const bytes = new Uint8Array(256);
  let at = start;
  const negated = pattern[at] === '!' || pattern[at] === '^';
  if (negated) at++;
  /** the byte that a following `-` makes the start of a range; a range or a class cannot be one */
  let rangeStart: number | undefined;
  // The first character is a member even where it is the closing bracket.
  do {
    if (at >= pattern.length) return undefined;
    const following = pattern[at + 1];
    if (pattern[at] === '-' && rangeStart !== undefined && following !== undefined && following !== ']') {
      at = following === '\\' ? at + 2 : at + 1;
      if (at >= pattern.length) return undefined;
      for (let byte = rangeStart; byte <= pattern.charCodeAt(at); byte++) bytes[byte] = 1;
      rangeStart = undefined;
    } else if (pattern[at] === '[' && following === ':') {
      const close = pattern.indexOf(']', at + 2);
      if (close < 0) return undefined;
      if (close > at + 2 && pattern[close - 1] === ':') {
        const inClass = posixClasses.get(pattern.slice(at + 2, close - 1));
        if (inClass === undefined) return undefined;
        for (let byte = 0; byte < 128; byte++) if (inClass(byte)) bytes[byte] = 1;
        rangeStart = undefined;
        at = close;
      } else {
        rangeStart = pattern.charCodeAt(at);
        bytes[rangeStart] = 1;
      }
    } else {
      if (pattern[at] === '\\') at++;
      if (at >= pattern.length) return undefined;
      rangeStart = pattern.charCodeAt(at);
      bytes[rangeStart] = 1;
    }
    at++;
  } while (pattern[at] !== ']');
  return { bytes: negated ? bytes.map((member) => 1 - member) : bytes, end: at + 1 };
}

const between = (low: number, high: number) => (byte: number) => byte >= low && byte <= high;
const isDigit = between(0x30, 0x39);
const isUpper = between(0x41, 0x5a);
const isLower = between(0x61, 0x7a);
const isAlpha = (byte: number) => isUpper(byte) || isLower(byte);
const isPrint = between(0x20, 0x7e);
/** Git's own table: neither vertical tab nor form feed. */
const isSpace = (byte: number) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

/** ASCII only, whatever the locale. */
const posixClasses: ReadonlyMap<string, (byte: number) => boolean> = new Map([
  ['alnum', (byte) => isAlpha(byte) || isDigit(byte)],
  ['alpha', isAlpha],
  ['blank', (byte) => byte === 0x20 || byte === 0x09],
  ['cntrl', (byte) => byte < 0x20 || byte === 0x7f],
  ['digit', isDigit],
  ['graph', (byte) => isPrint(byte) && byte !== 0x20],
  ['lower', isLower],
  ['print', isPrint],
  ['punct', (byte) => isPrint(byte) && byte !== 0x20 && !isAlpha(byte) && !isDigit(byte)],
  ['space', isSpace],
  ['upper', isUpper],
  ['xdigit', (byte) => isDigit(byte) || between(0x41, 0x46)(byte) || between(0x61, 0x66)(byte)],
]);
