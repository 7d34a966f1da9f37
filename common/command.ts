// SPDX-License-Identifier: MIT
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { InputError } from './input-error.js';
import type { Outcome } from './outcome.js';

export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** one letter */
  readonly short?: string;
  /** placeholder of the value in the help text, e.g. `FILE` */
  readonly value?: string;
  readonly help: string;
}

export interface Arguments {
  readonly positionals: readonly string[];
  /** the one value of an option, or undefined */
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  flag(name: string): boolean;
  /** @throws InputError `bad-usage` where it was not given */
  required(name: string): string;
}

/** What a command may touch of the process it runs in; tests hand in their own. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  /** folder of this package: where `examples/` lies */
  readonly packageRoot: string;
  out(text: string): void;
  /** progress and messages for people */
  err(text: string): void;
  /** all of standard input */
  readInput(): Promise<Uint8Array>;
}

/** One command of a program: data for the help text, and what it does. */
export interface Command {
  /** e.g. `validate`, `store token` */
  readonly name: string;
  /** behind the name in the usage line, what must be given first, e.g. `PATH... [--trust FILE]` */
  readonly usage: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** least and most number of positionals */
  readonly positionals: readonly [number, number];
  run(args: Arguments, terminal: Terminal): Promise<Outcome>;
}

/**
 * Command line of one command, strictly: an unknown option, a missing value, too many or too few words are refused.
 * @throws InputError `bad-usage`
 */
export function parseCommandLine(program: string, command: Command, words: readonly string[]): Arguments {
  const usage = `${program} ${command.name} ${command.usage}`.trim();
  const { values, positionals } = parse(command, words, usage);
  const [least, most] = command.positionals;
  if (positionals.length < least || positionals.length > most) {
    const placeholder = command.usage.split(' ')[positionals.length]?.replace(/\.\.\.$/, '');
    throw badUsage(
      positionals.length < least ? `${placeholder ?? 'A word'} is missing` : 'There are too many words',
      usage,
    );
  }
  const text = (name: string): string | undefined => {
    const value = values[name];
    const last = Array.isArray(value) ? value.at(-1) : value;
    return typeof last === 'string' ? last : undefined;
  };
  return {
    positionals,
    text,
    texts: (name) => [values[name] ?? []].flat().map(String),
    flag: (name) => values[name] === true,
    required: (name) => {
      const value = text(name);
      if (value === undefined) throw badUsage(`--${name} is missing`, usage);
      return value;
    },
  };
}

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

function parse(command: Command, words: readonly string[], usage: string): { values: Values; positionals: string[] } {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type, multiple, short }]) => [
      name,
      { type, multiple: multiple ?? false, ...(short !== undefined && { short }) },
    ]),
  ) satisfies ParseArgsConfig['options'];
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause);
    throw badUsage(message, usage, cause);
  }
}

function badUsage(what: string, usage: string, cause?: unknown): InputError {
  return new InputError('bad-usage', `${what}.`, { hint: `Usage: ${usage}`, cause });
}
