// SPDX-License-Identifier: MIT
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from '../../common/command.js';
import { InputError } from '../../common/input-error.js';
import { initAuthority } from '../init-authority.js';
import { CaFolder } from './ca-folder.js';
import { passphraseOptions, readPassphrase } from './secret.js';

export const init: Command = {
  name: 'init',
  usage: 'CA_DIR --passphrase-file F',
  summary: 'Makes a root and an intermediate that issues, for a private store or a test.',
  options: {
    ...passphraseOptions,
    organization: { type: 'string', value: 'TEXT', help: 'name in both certificates (default: Private App Store)' },
    'key-bits': { type: 'string', value: 'N', help: 'of both RSA keys (default: 4096)' },
    'root-key': {
      type: 'string',
      value: 'FILE',
      help: 'where the root’s key goes, encrypted, on another medium (default: it is thrown away)',
    },
  },
  positionals: [1, 1],
  run: async (args, terminal) => {
    const folder = resolve(terminal.cwd, args.positionals[0] ?? '');
    CaFolder.refuseExisting(folder);
    const keyBits = readBits(args.text('key-bits') ?? '4096');
    const passphrase = await readPassphrase(args, terminal);
    if (passphrase === '') throw usage('The passphrase is empty');
    const organization = args.text('organization');
    const authority = await initAuthority({ keyBits, ...(organization !== undefined && { organization }) });
    const rootKey = args.text('root-key');
    if (rootKey !== undefined) {
      const pem = authority.encryptRootKey({ passphrase });
      writeFileSync(resolve(terminal.cwd, rootKey), pem, { mode: 0o600, flag: 'wx' });
    }
    CaFolder.create(folder, authority, passphrase);
    terminal.out(`${folder}: an authority, valid until ${authority.root.notAfter.toISOString().slice(0, 10)}.\n`);
    terminal.out('root.crt is what servers and stores have to trust.\n');
    return 'fine';
  },
};

function readBits(text: string): number {
  const bits = Number(text);
  if (!/^\d+$/.test(text) || bits < 2048 || bits > 16_384)
    throw usage(`--key-bits ${text} is not between 2048 and 16384`);
  return bits;
}

function usage(what: string): InputError {
  return new InputError('bad-usage', `${what}.`, { hint: 'Usage: nextcloud-ca init CA_DIR --passphrase-file F' });
}
