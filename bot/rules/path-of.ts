// SPDX-License-Identifier: MIT

/** The id that a path asks for: it is `APP_ID/APP_ID.csr`, whatever the id. */
export function appOfRequestPath(path: string): string | undefined {
  return /^([^/]+)\/\1\.csr$/u.exec(path)?.[1];
}

/** The same of a certificate. */
export function appOfCertificatePath(path: string): string | undefined {
  return /^([^/]+)\/\1\.crt$/u.exec(path)?.[1];
}

/** A text that every shell takes as one word, and that can stand in a path: an id that may go into a command. */
export function isPlainId(id: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$/.test(id);
}

/** Paths that git itself refuses, and that lead out of the repository where somebody unpacks it. */
export function isUnsafePath(path: string): boolean {
  if (path === '' || path.includes('\\') || path.includes('\0')) return true;
  // .git under the names by which file systems know it too (git: verify_path in read-cache.c)
  return path.split('/').some((part) => part === '' || /^(?:\.{1,2}|\.git|git~1)[. ]*$/iu.test(shownLetters(part)));
}

/** Letters that cannot be seen, change the direction of writing, or are no printable ASCII. */
export function strangeCharacters(text: string): string[] {
  return [...new Set(text.match(/[^\x20-\x7e]/gu))];
}

/** `U+202E`, for people who cannot see it. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** What an id looks like: without capitals, marks and what cannot be seen, and with Latin letters for their twins. */
export function looksLike(id: string): string {
  const letters = shownLetters(id.normalize('NFKD')).replace(/\p{M}/gu, '').toLowerCase();
  return letters.replace(/./gu, (letter) => twins.get(letter) ?? letter);
}

function shownLetters(text: string): string {
  return text.replace(/[\p{Cf}\p{Cc}]/gu, '');
}

/** Cyrillic, Greek and other letters that are drawn like Latin ones (Unicode Technical Standard 39, those of ids). */
const twins = new Map(
  Object.entries({
    a: 'аɑα',
    b: 'Ьƅ',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еҽ',
    g: 'ɡ',
    h: 'һ',
    i: 'іıι',
    j: 'јϳ',
    k: 'кκ',
    l: 'ӏⅼ',
    m: 'мⅿ',
    n: 'ոп',
    o: 'оοօ',
    p: 'рρ',
    q: 'ԛ',
    r: 'г',
    s: 'ѕ',
    t: 'тτ',
    u: 'υս',
    v: 'ѵν',
    w: 'ԝѡ',
    x: 'хχ',
    y: 'уγ',
    z: 'ᴢ',
    _: '‗＿',
  }).flatMap(([latin, others]) => Array.from(others, (other) => [other.toLowerCase(), latin] as const)),
);
