// SPDX-License-Identifier: MIT
import { CodedError } from './coded-error.js';
import { type Command, parseCommandLine, type Terminal } from './command.js';
import type { Finding } from './finding.js';
import { InputError } from './input-error.js';
import { exitStatus, type Outcome } from './outcome.js';
import { type Format, isFormat, renderFindings } from './render/format.js';
import { printable, printableLines } from './render/printable.js';
import { placeOf, renderText } from './render/text.js';

/** Commands are loaded when they are called: a signer need not wait for an HTTP client. */
export type CommandTable = Readonly<Record<string, { readonly summary: string; load(): Promise<Command> }>>;

export interface Program {
  readonly name: string;
  readonly version: string;
  readonly summary: string;
  readonly commands: CommandTable;
}

/**
 * Runs the command that the words name and returns the exit status. Whatever goes wrong ends here: one message, its
 * fix, and the status of its outcome; with `--format json` the same as one JSON document.
 */
export async function runProgram(program: Program, words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return exitStatus[await dispatch(program, words, terminal)];
  } catch (error) {
    return report(error, words, terminal);
  }
}

async function dispatch(program: Program, words: readonly string[], terminal: Terminal): Promise<Outcome> {
  const [first, second] = words;
  if (first === '--version') {
    terminal.out(`${program.version}\n`);
    return 'fine';
  }
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    (first === undefined ? terminal.err : terminal.out)(helpOf(program));
    return first === undefined ? 'unusable' : 'fine';
  }
  const name = [`${first} ${second ?? ''}`, first].find((candidate) => Object.hasOwn(program.commands, candidate));
  const entry = name === undefined ? undefined : program.commands[name];
  if (name === undefined || entry === undefined) {
    const group = Object.keys(program.commands).filter((candidate) => candidate.startsWith(`${first} `));
    throw new InputError('bad-usage', `${program.name} has no command "${words.slice(0, 2).join(' ')}".`, {
      hint:
        group.length > 0
          ? `It has ${group.map((candidate) => `"${candidate}"`).join(', ')}.`
          : `Run "${program.name} --help" for the list of commands.`,
    });
  }
  const command = await entry.load();
  const rest = words.slice(name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(helpOfCommand(program, command));
    return 'fine';
  }
  return command.run(parseCommandLine(program.name, command, rest), terminal);
}

function report(error: unknown, words: readonly string[], terminal: Terminal): number {
  const { code, outcome, message, hint, findings, file, line } =
    error instanceof CodedError ? (error as CodedError) : unexpected(error);
  const at = { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
  const failure: Finding = { rule: code, severity: 'error', message, fix: hint, ...at };
  const format = formatOf(words);
  if (format !== 'text') {
    const document = { ok: false, error: { code, message, hint, ...at, findings } };
    terminal.out(renderFindings(format, [...findings, failure], document));
  }
  const place = file !== undefined && !message.includes(file) ? placeOf(at) : '';
  if (findings.length > 0) terminal.err(renderText(findings));
  terminal.err(`error: ${printableLines(place + message)}\n  fix: ${printable(hint)}\n`);
  return exitStatus[outcome];
}

/** As far as the words can be understood: what went wrong may be the words themselves. */
function formatOf(words: readonly string[]): Format {
  const at = words.findIndex((word) => word === '--format' || word.startsWith('--format='));
  const value = words[at]?.startsWith('--format=') === true ? words[at].slice('--format='.length) : words[at + 1];
  return at !== -1 && isFormat(value) ? value : 'text';
}

/** Errors without a code are faults of ours, or of the machine (`ENOSPC`, `EACCES`): said in full, never swallowed. */
function unexpected(
  error: unknown,
): Pick<CodedError, 'code' | 'outcome' | 'message' | 'hint' | 'findings' | 'file' | 'line'> {
  const system = error instanceof Error && 'code' in error && 'syscall' in error;
  return {
    code: system ? String(error.code) : 'internal',
    outcome: system && /^E(NOSPC|DQUOT|IO|MFILE|ROFS)$/.test(String(error.code)) ? 'outside' : 'unusable',
    message: error instanceof Error ? (system ? error.message : (error.stack ?? error.message)) : String(error),
    hint: system
      ? 'See whether the path is right, may be read and written, and the disk has room.'
      : 'This is a fault of the program: please report it with this text.',
    findings: [],
    file: undefined,
    line: undefined,
  };
}

function helpOf(program: Program): string {
  const rows = Object.entries(program.commands).map(([name, { summary }]) => [name, summary] as const);
  return `${program.summary}\n\nUsage: ${program.name} COMMAND [OPTION...]\n\n${table(rows)}\n\n"${program.name} COMMAND --help" tells more of one.\n`;
}

function helpOfCommand(program: Program, command: Command): string {
  const rows = Object.entries(command.options).map(
    ([name, { short, value, help }]) =>
      [`${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`, help] as const,
  );
  const options = rows.length === 0 ? '' : `\n${table(rows)}\n`;
  return `${command.summary}\n\nUsage: ${`${program.name} ${command.name} ${command.usage}`.trim()}\n${options}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
