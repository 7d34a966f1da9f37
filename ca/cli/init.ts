// SPDX-License-Identifier: MIT
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from '../../common/command.js';
import { InputError } from '../../common/input-error.js';
import { AuthorityError } from '../authority-error.js';
import { CaFolder } from './ca-folder.js';
import { makeAuthority } from './make-authority.js';
import { passphraseOptions, secretOptions } from './secret.js';

export const init: Command = {
  name: 'init',
  usage: 'CA_DIR --passphrase-file F',
  summary: 'Makes a root and an intermediate that issues, for a private store or a test.',
  options: {
    ...passphraseOptions,
    organization: { type: 'string', value: 'TEXT', help: 'name in both certificates (default: Private App Store)' },
    key: {
      type: 'string',
      value: 'PKCS11-URI',
      help: 'the intermediate is for this key, which a token has already (default: a new one in a file)',
    },
    'key-bits': { type: 'string', value: 'N', help: 'of the RSA keys that are made (default: 4096)' },
    'root-key': {
      type: 'string',
      value: 'FILE',
      help: 'where the root’s key goes, encrypted, on another medium (default: it is thrown away)',
    },
    root: {
      type: 'string',
      value: 'FILE',
      help: 'a root that is there, whose key in --root-key signs the intermediate (default: a new one)',
    },
    ...secretOptions('root-passphrase', 'passphrase of the root’s key, if it is another'),
  },
  positionals: [1, 1],
  run: async (args, terminal) => {
    const folder = resolve(terminal.cwd, args.positionals[0] ?? '');
    CaFolder.refuseExisting(folder);
    const rootKey = args.text('root-key');
    const newRootKey = args.text('root') === undefined ? rootKey : undefined;
    if (newRootKey !== undefined) refuseToOverwrite(resolve(terminal.cwd, newRootKey), newRootKey);
    const organization = args.text('organization');
    const { authority, key, encryptedRootKey } = await makeAuthority(args, terminal, {
      keyBits: readBits(args.text('key-bits') ?? '4096'),
      ...(organization !== undefined && { organization }),
    });
    if (newRootKey !== undefined && encryptedRootKey !== undefined) {
      writeFileSync(resolve(terminal.cwd, newRootKey), encryptedRootKey(), { mode: 0o600, flag: 'wx' });
    }
    CaFolder.create(folder, authority, key);
    terminal.out(
      `${folder}: an authority, valid until ${authority.intermediate.notAfter.toISOString().slice(0, 10)}.\n`,
    );
    terminal.out('root.crt is what servers and stores have to trust.\n');
    return 'fine';
  },
};

/** Before keys are made, which takes seconds: a root's key is not made again. */
function refuseToOverwrite(path: string, file: string): void {
  if (!existsSync(path)) return;
  throw new AuthorityError('already-there', `${file} is there already; nothing was written.`, {
    hint: 'Name a file that is not there; to use the root that is, add --root.',
    file,
  });
}

function readBits(text: string): number {
  const bits = Number(text);
  if (/^\d+$/.test(text) && bits >= 2048 && bits <= 16_384) return bits;
  throw new InputError('bad-usage', `--key-bits ${text} is not between 2048 and 16384.`, {
    hint: 'Usage: nextcloud-ca init CA_DIR --passphrase-file F',
  });
}
