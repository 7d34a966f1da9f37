// SPDX-License-Identifier: MIT
import { escapeMarkdown } from '../../common/render/markdown.js';
import type { Account } from '../situation.js';

/**
 * Text of strangers inside of ours: it shows as itself, on one line, and is no markup, mention, link or reference. What
 * cannot be seen, or turns the direction of writing, is named.
 */
export function plain(text: string, most = 600): string {
  return (
    escapeMarkdown(visible(shorten(text, most)).trim())
      // the beginning of a list item or a table cell is the beginning of a block
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
      // GitHub looks for references in what Markdown made: an escaped #1 is one all the same
      .replace(/\\#(?=\d)/g, '\\#\u200b')
      .replace(/gh\\-(?=\d)/gi, '$&\u200b')
  );
}

/** Text of strangers as code: longer fences than any run of backticks in it, and no second line. Not for tables. */
export function code(text: string, most = 300): string {
  const line = visible(shorten(text, most).replace(/[\t\r\n\f\v]+/g, ' '));
  const fence = '`'.repeat(longestRun(line) + 1);
  // an empty span would not be one, and a blank keeps backticks at the ends apart from the fence
  const padded = line === '' || /^`|`$|^ .* $/.test(line) ? ` ${line} ` : line;
  return `${fence}${padded}${fence}`;
}

/** Several lines as code, with a fence that nothing inside of it ends. */
export function block(text: string, language = ''): string {
  const lines = text.split(/\r\n|[\r\n]/).map((line) => visible(line.replaceAll('\t', '  ')));
  const body = lines.join('\n').replace(/\n+$/, '');
  const fence = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}${language}\n${body}\n${fence}`;
}

/** An account by its name, which mentions nobody. */
export function nameOf(account: Account | undefined): string {
  return account === undefined ? 'an account that is gone' : code(account.login, 60);
}

/** The one whom the text is for: GitHub tells them. Anything that is no name of an account mentions nobody. */
export function mention(login: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(login) ? `@${login}` : code(login, 60);
}

/** An account as it stands in the ledger, `login (id)`, or a person as git has it, `name <address>`: the name. */
export function nameInLedger(text: string): string {
  return text.replace(/ \(\d{1,15}\)$/, '').replace(/\s*<[^>]*>\s*$/, '');
}

/** The login in an address that GitHub gives its accounts. */
const noreply = /<(?:\d{1,15}\+)?([A-Za-z0-9-]{1,39})@users\.noreply\.github\.com>$/;

/** Mentions an account of the ledger; somebody whom only a commit named is mentioned by GitHub’s own address, or named. */
export function mentionFromLedger(text: string): string {
  const login = / \(\d{1,15}\)$/.test(text) ? nameInLedger(text) : noreply.exec(text)?.[1];
  return login === undefined ? code(nameInLedger(text), 60) : mention(login);
}

export function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** `1 commit`, `2 commits` */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function visible(text: string): string {
  return text.replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]|(?![\n\t\r])\p{Cc}/gu, (character) => {
    return `\u27e8U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}\u27e9`;
  });
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
