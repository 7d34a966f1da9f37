// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Arguments, OptionSpec, Terminal } from '../../common/command.js';
import { InputError } from '../../common/input-error.js';

export const passphraseOptions: Readonly<Record<string, OptionSpec>> = {
  'passphrase-file': {
    type: 'string',
    value: 'FILE',
    help: 'file with the passphrase or PIN; one newline at its end is dropped',
  },
  'passphrase-fd': { type: 'string', value: 'N', help: 'the same from an open file descriptor' },
};

/**
 * Passphrase of a key or PIN of a token: from a file, a descriptor, or asked for on the terminal. Never an argument:
 * other users of the machine see those.
 * @throws InputError `bad-usage`, `file-unreadable`
 */
export async function readPassphrase(args: Arguments, terminal: Terminal): Promise<string> {
  const file = args.text('passphrase-file');
  const descriptor = args.text('passphrase-fd');
  if (file !== undefined) return withoutNewline(read(resolve(terminal.cwd, file), file));
  if (descriptor !== undefined) {
    if (!/^\d+$/.test(descriptor)) throw usage(`--passphrase-fd ${descriptor} is not a number`);
    return withoutNewline(read(Number(descriptor), `descriptor ${descriptor}`));
  }
  if (process.stdin.isTTY && terminal.isTerminal) return askHidden(terminal);
  throw usage('The passphrase of the key is missing');
}

function read(source: string | number, name: string): string {
  try {
    return readFileSync(source, 'utf8');
  } catch (cause) {
    throw new InputError('file-unreadable', `The passphrase cannot be read from ${name}.`, {
      hint: 'See whether the path is right and the file may be read.',
      cause,
    });
  }
}

/** Reads one line from the terminal and echoes nothing of it. */
function askHidden(terminal: Terminal): Promise<string> {
  const { stdin } = process;
  terminal.err('Passphrase: ');
  stdin.setRawMode(true);
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
          end(() => fail(usage('No passphrase was given')));
          return;
        }
        text = letter === '\u007f' ? text.slice(0, -1) : text + letter;
      }
    };
    stdin.on('data', take);
  });
}

function withoutNewline(text: string): string {
  return text.replace(/\r?\n$/, '');
}

function usage(what: string): InputError {
  return new InputError('bad-usage', `${what}.`, { hint: 'Give it with --passphrase-file FILE or --passphrase-fd N.' });
}
