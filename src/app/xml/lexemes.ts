// SPDX-License-Identifier: MIT

const nameStart =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const nameMore = '-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}';
// eslint-disable-next-line no-misleading-character-class -- the ranges of XML 1.0, productions 4 and 4a
const namePattern = new RegExp(`[${nameStart}][${nameMore}${nameStart}]*`, 'uy');
const blanks = /[ \t\r\n]*/y;

/** `&name;`, `&#10;` or `&#xA;`; the name is group 1. */
export const reference = /&(#x[0-9a-fA-F]{1,8}|#[0-9]{1,10}|[^\s&;<#"'][^\s&;<"']*);/;

/** A character that cannot stand in XML. */
export const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** The name that begins at `at`, or ''. */
export function nameAt(text: string, at: number): string {
  namePattern.lastIndex = at;
  return namePattern.exec(text)?.[0] ?? '';
}

/** Offset behind the blanks that begin at `at`. */
export function behindBlanks(text: string, at: number): number {
  blanks.lastIndex = at;
  blanks.test(text);
  return blanks.lastIndex;
}

/** Production 2 of XML 1.0. */
export function isXmlCharacter(code: number): boolean {
  return (
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}
