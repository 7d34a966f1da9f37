// SPDX-License-Identifier: MIT

/**
 * Text of strangers (names in archives, ids, answers) on one line and without control characters: they would command a
 * terminal, and a line of their own could command GitHub's runner, which reads `::command::` from either stream.
 */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, escapeCharacter);
}

/** The same for texts of several lines, the output of a build say: no line of it begins as a command would. */
export function printableLines(text: string): string {
  const [first = '', ...more] = text.split(/\r\n|[\r\n]/).map(printable);
  return [first, ...more.map((line) => `  | ${line}`)].join('\n');
}

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0);
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
}
