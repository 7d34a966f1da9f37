// SPDX-License-Identifier: MIT

/**
 * A document as JSON text, indented, with a newline at its end. GitHub's runner obeys `##[command]` anywhere in a line
 * (actions/runner: ActionCommand.cs): its bracket, which can only stand in a string, is written as `\u005b`.
 */
export function renderJson(document: unknown): string {
  return `${unobeyedJson(JSON.stringify(document, null, 2))}\n`;
}

/** The same value in JSON that the runner does not obey. */
export function unobeyedJson(json: string): string {
  return json.replaceAll('##[', '##\\u005b');
}
