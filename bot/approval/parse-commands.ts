// SPDX-License-Identifier: MIT
import { distance } from '../../ca/review/known-names.js';
import { type ReplacementReason, replacementReasons } from '../../ca/issue/replacement.js';
import type { Command } from '../standing.js';
import { visibleLines } from './visible-lines.js';

export type CommandName = Command['name'];

/** A line that is a command, or looks like one. */
export type Spoken =
  | { readonly line: string; readonly name: CommandName; readonly command: Command }
  /** `problem`: what is wrong with it, and how it goes; `name`: undefined where the word is none of ours, but near one */
  | { readonly line: string; readonly name: CommandName | undefined; readonly problem: string };

const maxCommands = 20;
/** comparing one with every name costs; a list of paths has fewer that stand alone on their line */
const maxWords = 100;
const maxReason = 500;
const maxShown = 200;

interface Explained {
  readonly usage: string;
  readonly does: string;
  /** whose command it is */
  readonly who: string;
}

const approvers = 'who may approve';

/** How each command goes, and what it does: the text of `/help`. */
export const commandTable: Readonly<Record<CommandName, Explained>> = {
  recheck: {
    usage: '/recheck',
    does: 'looks at the pull request again',
    who: `who opened it, ${approvers}`,
  },
  sign: {
    usage: '/sign SHA [REASON]',
    does: 'approves this commit, by at least 12 digits of its SHA; a reason is needed where a check is on hold',
    who: `${approvers} it`,
  },
  hold: { usage: '/hold', does: 'issues nothing until a later /sign', who: approvers },
  refuse: { usage: '/refuse REASON', does: 'refuses the request', who: approvers },
  replace: {
    usage: '/replace WHY REASON',
    does: `says why the key is replaced; WHY is one of ${replacementReasons.join(', ')}`,
    who: `who opened it, who asked before, ${approvers}`,
  },
  revoke: {
    usage: '/revoke APP_ID REASON',
    does: 'asks for the revocation of the app’s certificate; the first word may be a reason of RFC 5280, e.g. keyCompromise',
    who: approvers,
  },
  help: { usage: '/help', does: 'lists the commands', who: 'anybody' },
};

export const helpText = [
  'A command is a line of its own, at the very beginning of the line:',
  ...Object.values(commandTable).map(({ usage, does }) => `${usage}: ${does}`),
].join('\n');

/** Words for what our commands do, that people try first. */
const synonyms = ['approve', 'reject'];

/**
 * The commands of a comment or review: lines at column 0 that begin with `/word`. What stands behind one, to the end of
 * the text or to the next, is its reason. Other people's words (quotes) and examples (code) are no commands; neither are
 * paths.
 */
export function parseCommands(body: string): Spoken[] {
  const lines = visibleLines(body);
  const starts = startsIn(lines);
  return starts.slice(0, maxCommands).flatMap((start, index) => {
    const [line = '', ...behind] = lines.slice(start, starts[index + 1]);
    return parseCommand(line, behind.join(' ')) ?? [];
  });
}

/** Which lines begin a command: one more than are read. */
function startsIn(lines: readonly string[]): number[] {
  const words = lines.flatMap((line, at) => wordIn(line).map((word) => ({ at, word }))).slice(0, maxWords);
  return words
    .filter(({ word }) => isNear(word))
    .slice(0, maxCommands + 1)
    .map(({ at }) => at);
}

/** The word behind the slash, in lower case, where the line could be a command. */
function wordIn(line: string): string[] {
  return (
    /^\/([A-Za-z][A-Za-z-]{0,19})(?=[ \t]|$)/
      .exec(line)
      ?.slice(1)
      .map((word) => word.toLowerCase()) ?? []
  );
}

/** "sing" is "sign" with two letters swapped, and two letters away from it. */
const sorted = (word: string): string => word.split('').toSorted().join('');

const names = [...Object.keys(commandTable), ...synonyms].map((name) => {
  return { name, letters: sorted(name), limit: name.length < 7 ? 1 : 2 };
});

/** It is ours, or nearly. */
function isNear(word: string): boolean {
  const letters = sorted(word);
  return names.some(({ name, letters: own, limit }) => own === letters || distance(word, name, limit) <= limit);
}

function parseCommand(text: string, behind: string): Spoken | undefined {
  const line = text.trimEnd().slice(0, maxShown);
  const [word = ''] = text.slice(1).split(/[ \t]/, 1);
  if (!Object.hasOwn(commandTable, word)) {
    return { line, name: undefined, problem: `There is no command /${word}. ${helpText}` };
  }
  const name = word as CommandName;
  const command = readers[name](plain(text.slice(1 + word.length)), plain(behind));
  if (typeof command !== 'string') return { line, name, command };
  return { line, name, problem: `${command} It goes like this: ${commandTable[name].usage}` };
}

type Reader = (line: string, behind: string) => Command | string;

const readers: Readonly<Record<CommandName, Reader>> = {
  recheck: () => ({ name: 'recheck' }),
  sign: (line, behind) => {
    const [sha = '', ...rest] = line.split(' ');
    if (sha === '') return 'The commit is missing.';
    if (!/^[0-9a-f]{12,64}$/i.test(sha)) return 'A commit is named by 12 or more hexadecimal digits of its SHA.';
    return { name: 'sign', sha: sha.toLowerCase(), reason: reasonOf(rest, behind) };
  },
  hold: () => ({ name: 'hold' }),
  refuse: (line, behind) => {
    const reason = reasonOf([line], behind);
    return reason === '' ? 'The reason is missing.' : { name: 'refuse', reason };
  },
  replace: (line, behind) => {
    const [word = '', ...rest] = line.split(' ');
    const why = replacementReasons.find((known) => known === word.toLowerCase());
    if (why === undefined) return `WHY is one of ${replacementReasons.join(', ')}.`;
    return withReason(reasonOf(rest, behind), why);
  },
  revoke: (line, behind) => {
    const [appId = '', ...rest] = line.split(' ');
    const reason = reasonOf(rest, behind);
    if (!/^[\w-]{1,64}$/.test(appId)) return 'The id of the app is missing.';
    return reason === '' ? 'The reason is missing.' : { name: 'revoke', appId, reason };
  },
  help: () => ({ name: 'help' }),
};

function withReason(reason: string, why: ReplacementReason): Command | string {
  return reason === '' ? 'The reason is missing.' : { name: 'replace', why, reason };
}

function reasonOf(rest: readonly string[], behind: string): string {
  return [...rest, behind].join(' ').trim().slice(0, maxReason);
}

/** What somebody wrote beside an approval: what stands before the first command, which has its own reason. */
export function reasonBeside(body: string): string {
  const [start] = startsIn(visibleLines(body));
  return plain(
    body
      .split(/\r\n?|\n/)
      .slice(0, start)
      .join('\n'),
  );
}

/** One line without control characters: it goes into the ledger. Its words stay those of a stranger. */
export function plain(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 4 * maxReason);
}
