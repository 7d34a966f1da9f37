// SPDX-License-Identifier: MIT

/**
 * A text as one word for a POSIX shell; undefined where somebody could not see what is being copied. Paths and branches
 * of a pull request are a stranger’s: what is offered for copying is run by whoever trusts us.
 */
export function shellWord(text: string): string | undefined {
  if (text === '' || text.length > 300 || /[\p{C}\p{Zl}\p{Zp}]/u.test(text)) return undefined;
  if (/^[A-Za-z0-9_./:@%+=][A-Za-z0-9_./:@%+=-]*$/.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** All of them, or undefined where any of them is not fit to be copied. */
export function shellWords(texts: readonly string[]): string | undefined {
  const words = texts.map(shellWord);
  return words.some((word) => word === undefined) ? undefined : words.join(' ');
}
