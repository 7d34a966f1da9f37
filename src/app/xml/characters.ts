// SPDX-License-Identifier: MIT

/** Number of characters as XML and the store's database count them: code points. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const character of text) count += character.length > 0 ? 1 : 0;
  return count;
}

/** The first characters of a text. */
export function firstCharacters(text: string, count: number): string {
  return Array.from(text.slice(0, 2 * count))
    .slice(0, count)
    .join('');
}
