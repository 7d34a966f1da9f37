// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Arguments, OptionSpec, Terminal } from '../../common/command.js';
import { InputError } from '../../common/input-error.js';

/** A passphrase or PIN that is wanted. */
export interface Secret {
  /** e.g. `passphrase of intermediate.key`, `PIN of the token "ca"` */
  readonly name: string;
  /** file that holds it where no option says otherwise */
  readonly file?: string | undefined;
  /** first part of the two options that give it (default: `passphrase`) */
  readonly option?: string;
  /** nothing was ever opened with it: on a terminal it is asked for twice */
  readonly isNew?: boolean;
}

export type AskSecret = (secret: Secret) => Promise<string>;

/** The two options that give a secret. */
export function secretOptions(option: string, what: string): Readonly<Record<string, OptionSpec>> {
  return {
    [`${option}-file`]: {
      type: 'string',
      value: 'FILE',
      help: `file with the ${what}; one newline at its end is dropped`,
    },
    [`${option}-fd`]: { type: 'string', value: 'N', help: 'the same from an open file descriptor' },
  };
}

export const passphraseOptions = secretOptions('passphrase', 'passphrase of the key, or PIN of the token');

/**
 * Reads a secret: from the file or descriptor that an option names, from its own file, or asked for on the terminal.
 * Never an argument: other users of the machine see those.
 * @throws InputError `bad-usage`, `file-unreadable`
 */
export async function readSecret(args: Arguments, terminal: Terminal, secret: Secret): Promise<string> {
  const { name, option = 'passphrase' } = secret;
  const file = args.text(`${option}-file`);
  const descriptor = args.text(`${option}-fd`);
  if (file !== undefined) return read(resolve(terminal.cwd, file), name, file);
  if (descriptor !== undefined) {
    if (!/^\d+$/.test(descriptor)) throw usage(`--${option}-fd ${descriptor} is not a number`, option);
    return read(Number(descriptor), name, `descriptor ${descriptor}`);
  }
  if (secret.file !== undefined) return read(secret.file, name, secret.file);
  if (!process.stdin.isTTY || !terminal.isTerminal) throw usage(`The ${name} is missing`, option);
  const text = await askHidden(terminal, `The ${name}: `, option);
  if (secret.isNew !== true || (await askHidden(terminal, 'The same again: ', option)) === text) return text;
  throw usage('The two are not the same', option);
}

/** One newline at the end is dropped. */
function read(source: string | number, name: string, from: string): string {
  const text = readWhole(source, name, from).replace(/\r?\n$/, '');
  if (text !== '') return text;
  throw new InputError('file-unreadable', `The ${name} is missing: ${from} is empty.`, {
    hint: `Write the ${name} into it.`,
  });
}

function readWhole(source: string | number, name: string, from: string): string {
  try {
    return readFileSync(source, 'utf8');
  } catch (cause) {
    throw new InputError('file-unreadable', `The ${name} cannot be read from ${from}.`, {
      hint: 'See whether the path is right and the file may be read.',
      cause,
    });
  }
}

/** Reads one line from the terminal and echoes nothing of it. */
function askHidden(terminal: Terminal, question: string, option: string): Promise<string> {
  const { stdin } = process;
  // before the question: an answer may come at once, from a program say
  stdin.setRawMode(true);
  terminal.err(question);
  return new Promise((done, fail) => {
    let text = '';
    const end = (finish: () => void): void => {
      stdin.setRawMode(false);
      stdin.pause();
      stdin.removeListener('data', take);
      terminal.err('\n');
      finish();
    };
    const take = (chunk: Buffer): void => {
      for (const letter of chunk.toString('utf8')) {
        if (letter === '\r' || letter === '\n') {
          end(() => done(text));
          return;
        }
        if (letter === '\u0003' || letter === '\u0004') {
          end(() => fail(usage('Nothing was given', option)));
          return;
        }
        text = letter === '\u007f' ? text.slice(0, -1) : text + letter;
      }
    };
    stdin.on('data', take);
    // paused by the question before
    stdin.resume();
  });
}

function usage(what: string, option: string): InputError {
  return new InputError('bad-usage', `${what}.`, {
    hint: `Give it with --${option}-file FILE or --${option}-fd N.`,
  });
}
