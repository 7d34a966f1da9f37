// SPDX-License-Identifier: MIT
import { compileWildcard, matchesWildcard, type Wildcard } from './wildmatch.js';

/**
 * A file in the format of gitignore(5), read and applied as git does: the judge is `git ls-files
 * --exclude-per-directory`, and the tests ask it. The npm package `ignore` 7 comes close, but takes `?` for a character where git
 * takes it for a byte, and knows `js**` + `/a.js` and a NUL in a line otherwise; hence our own. Case always matters, as on Linux.
 *
 * Everything here is in byte strings (see byte-string.ts).
 */
export interface IgnorePattern {
  /** 1-based */
  readonly line: number;
  /** as written, for messages */
  readonly text: string;
  /** `!…`: takes back what an earlier pattern left out */
  readonly negated: boolean;
  /** `…/` */
  readonly foldersOnly: boolean;
  /** a pattern without a slash looks at the last component only */
  readonly nameOnly: boolean;
  readonly matches: (text: string) => boolean;
}

const wildcardCharacter = /[*?[\\]/;

export function parseIgnoreFile(content: Uint8Array): IgnorePattern[] {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  const withoutMark = text.startsWith('\u00ef\u00bb\u00bf') ? text.slice(3) : text;
  return withoutMark.split('\n').flatMap((line, index) => parseLine(line, index + 1));
}

function parseLine(raw: string, line: number): IgnorePattern[] {
  if (raw === '' || raw.startsWith('#')) return [];
  // One CR before the LF goes, and what is behind a NUL was never seen by git's C strings.
  const text = withoutTrailingBlanks(raw.replace(/\r$/, '').replace(/\0.*/s, ''));
  const negated = text.startsWith('!');
  const unnegated = negated ? text.slice(1) : text;
  const foldersOnly = unnegated.endsWith('/');
  const pattern = foldersOnly ? unnegated.slice(0, -1) : unnegated;
  const nameOnly = !pattern.includes('/');
  return [
    { line, text, negated, foldersOnly, nameOnly, matches: nameOnly ? nameMatcher(pattern) : pathMatcher(pattern) },
  ];
}

/** Blanks (not tabs) at the end go, unless a backslash stands before them. */
function withoutTrailingBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === ' ') end--;
  if (end === text.length) return text;
  let backslashes = 0;
  while (text[end - 1 - backslashes] === '\\') backslashes++;
  return text.slice(0, backslashes % 2 === 1 ? end + 1 : end);
}

function nameMatcher(pattern: string): (name: string) => boolean {
  if (!wildcardCharacter.test(pattern)) return (name) => name === pattern;
  const rest = pattern.slice(1);
  // Most patterns are one of these two; both are quicker than tokens.
  if (pattern.startsWith('*') && !wildcardCharacter.test(rest)) return (name) => name.endsWith(rest);
  const wildcard = compileWildcard(pattern, false);
  return (name) => matchesWildcard(wildcard, name);
}

/**
 * The literal start of a pattern is compared first and cut off, as git does. It is more than speed: what is left is a pattern of
 * its own, so that in `a**` + `/b` the two stars stand at a start, and cross slashes.
 */
function pathMatcher(anchored: string): (path: string) => boolean {
  const pattern = anchored.startsWith('/') ? anchored.slice(1) : anchored;
  const special = pattern.search(wildcardCharacter);
  if (special < 0) return (path) => path === pattern;
  const start = pattern.slice(0, special);
  const wildcard: Wildcard = compileWildcard(pattern.slice(special), true);
  return (path) => path.startsWith(start) && matchesWildcard(wildcard, path.slice(start.length));
}

/**
 * The pattern that decides: the last one that matches. Nothing: no pattern says anything.
 *
 * @param path from the folder of the ignore file, slashes between, none at the ends
 */
export function decidingPattern<Pattern extends IgnorePattern>(
  patterns: readonly Pattern[],
  path: string,
  name: string,
  isFolder: boolean,
): Pattern | undefined {
  for (let index = patterns.length - 1; index >= 0; index--) {
    const pattern = patterns[index];
    if (pattern === undefined || (pattern.foldersOnly && !isFolder)) continue;
    if (pattern.matches(pattern.nameOnly ? name : path)) return pattern;
  }
  return undefined;
}
