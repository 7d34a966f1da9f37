// SPDX-License-Identifier: MIT
import type { Command } from '../../common/command.js';
import { InputError } from '../../common/input-error.js';
import { renderJson } from '../../common/render/json.js';
import { printable } from '../../common/render/printable.js';
import { blockKeys } from '../ledger/block-keys.js';
import { Repository } from '../repository/repository.js';
import { keysInFile } from '../review/keys-in-file.js';
import { isJson, jsonOption, openStore, readBytes, repositoryOption } from './repository-option.js';

export const blockKey: Command = {
  name: 'block-key',
  usage: 'FILE... --reason TEXT --repository DIR',
  summary:
    'Writes down that a key is never to be certified. FILE is a request, a certificate, a public or a private key (PEM).',
  options: {
    repository: repositoryOption,
    reason: {
      type: 'string',
      value: 'TEXT',
      help: 'what happened; it is told to whoever asks for a certificate with it',
    },
    format: jsonOption,
  },
  positionals: [1, Infinity],
  run: async (args, terminal) => {
    const json = isJson(args);
    const why = readReason(args.required('reason'));
    const store = openStore(args, terminal);
    const given = args.positionals.flatMap((file) =>
      keysInFile(readBytes(terminal, file), file).map((found) => ({ file, ...found })),
    );
    const keys = await store.locked(async () => {
      const repository = await Repository.openToWrite(store);
      const hashes = given.map(({ key }) => key);
      const fresh = await blockKeys(repository, hashes, why, new Date());
      return given.map((one) => ({
        ...one,
        blocked: fresh.has(one.key) ? 'now' : 'before',
        reason: repository.ledger.blockedKey(one.key) ?? why,
      }));
    });
    if (json) {
      terminal.out(renderJson(keys));
      return 'fine';
    }
    for (const { file, kind, key, blocked, reason } of keys) {
      const what = `${blocked === 'now' ? 'blocked' : 'blocked already'}: ${key}, the key of the ${kind} ${file}: ${reason}`;
      terminal.out(`${printable(what)}\n`);
    }
    return 'fine';
  },
};

function readReason(text: string): string {
  const reason = text.trim();
  if (reason !== '' && reason.length <= 500 && !/\p{Cc}/u.test(reason)) return reason;
  throw new InputError('bad-usage', 'The reason is empty, longer than 500 characters, or not one line.', {
    hint: 'Say in one line what happened, e.g. --reason "its private key was in a public repository".',
  });
}
