// SPDX-License-Identifier: MIT
import type { Arguments, OptionSpec, Terminal } from '../../../common/command.js';
import { InputError } from '../../../common/input-error.js';
import { renderJson } from '../../../common/render/json.js';
import { defaultStoreUrl, StoreClient } from '../../store/client.js';
import type { StoreCredentials } from '../../store/store-connection.js';
import { readSecret } from '../key-files.js';

const store: OptionSpec = { type: 'string', value: 'URL', help: `address of the store (default: ${defaultStoreUrl})` };

/** for routes that ask nobody who he is */
export const publicOptions = {
  store,
  format: { type: 'string', value: 'FORMAT', help: 'text or json (default: text)' },
} as const satisfies Record<string, OptionSpec>;

/** for routes that need a user */
export const userOptions = {
  ...publicOptions,
  'token-file': { type: 'string', value: 'FILE', help: 'file with the token of your account in the store' },
  user: { type: 'string', value: 'NAME', help: 'user name, with --password-file in place of a token' },
  'password-file': { type: 'string', value: 'FILE', help: 'file with the password' },
} as const satisfies Record<string, OptionSpec>;

/** The store that the options name, with the waits between repeats told on standard error. */
export function storeClient(args: Arguments, terminal: Terminal): StoreClient {
  // Before anything is asked of the store: wrong usage must change nothing there.
  formatOf(args);
  const credentials = readCredentials(args, terminal);
  const url = args.text('store');
  return new StoreClient({
    ...(url !== undefined && { url }),
    ...(credentials && { credentials }),
    onRetry: (what, waitMs) => terminal.err(`${what} failed; again in ${Math.round(waitMs / 1000)} s\n`),
  });
}

/** The answer: a line for people, or the document for programs. */
export function tell(args: Arguments, terminal: Terminal, text: string, document: unknown): void {
  terminal.out(formatOf(args) === 'json' ? renderJson(document) : text);
}

function formatOf(args: Arguments): 'text' | 'json' {
  const format = args.text('format') ?? 'text';
  if (format === 'text' || format === 'json') return format;
  throw new InputError('bad-usage', `"${format}" is not a format.`, { hint: 'Use one of text, json.' });
}

function readCredentials(args: Arguments, { cwd }: Terminal): StoreCredentials | undefined {
  const [tokenFile, user, passwordFile] = [args.text('token-file'), args.text('user'), args.text('password-file')];
  if (tokenFile !== undefined && (user !== undefined || passwordFile !== undefined)) {
    throw new InputError('bad-usage', 'A token and a password are given.', { hint: 'Give one of the two.' });
  }
  if (tokenFile !== undefined) return { token: readSecret(cwd, tokenFile).trim() };
  if (user === undefined && passwordFile === undefined) return undefined;
  if (user === undefined || passwordFile === undefined) {
    throw new InputError('bad-usage', `--${user === undefined ? 'user' : 'password-file'} is missing.`, {
      hint: 'Give --user NAME and --password-file FILE together.',
    });
  }
  return { user, password: readSecret(cwd, passwordFile) };
}
