// SPDX-License-Identifier: MIT

/**
 * What a terminal would obey, and what GitHub's runner would in either stream (actions/runner: ActionCommand.cs):
 * `##[command]` anywhere in a line, `::command::` where a line begins with it or with blanks before it.
 */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const obeyed = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]|\[(?<=##\[)|:(?<=^[\p{Zs}\ufeff]*:)(?=:)/gu;

/**
 * Text of strangers (names in archives, ids, answers) on one line, without control characters, and with no command in it,
 * wherever on a line it is put. One character of a command is escaped; done twice, it is the same.
 */
export function printable(text: string): string {
  return text.replace(obeyed, escapeCharacter);
}

/** The same for texts of several lines, the output of a build say. */
export function printableLines(text: string): string {
  const [first = '', ...more] = text.split(/\r\n|[\r\n]/).map(printable);
  return [first, ...more.map((line) => `  | ${line}`)].join('\n');
}

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0);
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
}
