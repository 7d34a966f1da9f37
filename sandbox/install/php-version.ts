// SPDX-License-Identifier: MIT

/** PHP's order of what is no number; what is not in the list comes before all of them. Prefixes, in this order. */
const forms: readonly (readonly [string, number])[] = [
  ['dev', 0],
  ['alpha', 1],
  ['a', 1],
  ['beta', 2],
  ['b', 2],
  ['RC', 3],
  ['rc', 3],
  ['#', 4],
  ['pl', 5],
  ['p', 5],
];

/** stands for any number among the forms */
const anyNumber = '#N#';

/** PHP's `version_compare` of two versions: -1, 0 or 1 (php: ext/standard/versioning.c). */
export function compareVersions(a: string, b: string): number {
  if (a === '' || b === '') return Math.sign(a.length - b.length);
  const [left, right] = [partsOf(a), partsOf(b)];
  let at = 0;
  for (; goesOn(left, at) && goesOn(right, at); at++) {
    const order = compareParts(left[at] ?? '', right[at] ?? '');
    if (order !== 0) return order;
  }
  // Of two versions of which one goes on, a further number makes it higher, `-rc.1` lower.
  if (at < left.length) return isNumber(left[at]) ? 1 : compareVersions(left.slice(at).join('.'), anyNumber);
  if (at < right.length) return isNumber(right[at]) ? -1 : compareVersions(anyNumber, right.slice(at).join('.'));
  return 0;
}

/** Nothing behind a dot at the end is no part to compare. */
function goesOn(parts: readonly string[], at: number): boolean {
  return at < parts.length && !(at === parts.length - 1 && parts[at] === '');
}

function compareParts(a: string, b: string): number {
  if (isNumber(a) && isNumber(b)) return Math.sign(parseInt(a, 10) - parseInt(b, 10));
  return Math.sign(rankOf(isNumber(a) ? anyNumber : a) - rankOf(isNumber(b) ? anyNumber : b));
}

function rankOf(part: string): number {
  return forms.find(([form]) => part.startsWith(form))?.[1] ?? -1;
}

function isNumber(part: string | undefined): boolean {
  return part !== undefined && /^\d/.test(part);
}

/**
 * The parts between dots, where `-`, `_`, `+` are dots, and one stands between a digit and what is none: `1.0-RC2` is 1,
 * 0, RC, 2. Other characters are dots too, except right behind a digit, where they stay.
 */
function partsOf(version: string): string[] {
  if (version.startsWith('#')) return version.split('.');
  let dotted = version.slice(0, 1);
  for (let at = 1; at < version.length; at++) {
    const [before, character] = [version.charAt(at - 1), version.charAt(at)];
    const turns = before !== '.' && character !== '.' && isNumber(before) !== isNumber(character);
    const isMark = /[-_+]/.test(character) || (!turns && /[^A-Za-z0-9]/.test(character));
    if ((isMark || turns) && !dotted.endsWith('.')) dotted += '.';
    if (!isMark) dotted += character;
  }
  return dotted.split('.');
}
