// SPDX-License-Identifier: MIT
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Arguments, Command } from '../../common/command.js';
import { InputError } from '../../common/input-error.js';
import {
  type AuthorityOptions,
  type AuthorityOverKey,
  initAuthority,
  initAuthorityOverKey,
} from '../init-authority.js';
import { Pkcs11Uri } from '../key/pkcs11-uri.js';
import { CaFolder, type KeyPlace, openToken } from './ca-folder.js';
import { type AskSecret, passphraseOptions, readSecret, type Secret, secretOptions } from './secret.js';

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
    ...secretOptions('root-passphrase', 'passphrase of the root’s key, if it is to be another'),
  },
  positionals: [1, 1],
  run: async (args, terminal) => {
    const folder = resolve(terminal.cwd, args.positionals[0] ?? '');
    CaFolder.refuseExisting(folder);
    const organization = args.text('organization');
    const options: AuthorityOptions = {
      keyBits: readBits(args.text('key-bits') ?? '4096'),
      ...(organization !== undefined && { organization }),
    };
    const ask: AskSecret = (secret) => readSecret(args, terminal, secret);
    const uri = args.text('key');
    const { authority, key, rootPassphrase } =
      uri === undefined ? await overNewKey(args, ask, options) : await overKeyInToken(args, ask, options, uri);
    const rootKey = args.text('root-key');
    if (rootKey !== undefined) {
      const pem = authority.encryptRootKey({ passphrase: rootPassphrase });
      writeFileSync(resolve(terminal.cwd, rootKey), pem, { mode: 0o600, flag: 'wx' });
    }
    CaFolder.create(folder, authority, key);
    terminal.out(`${folder}: an authority, valid until ${authority.root.notAfter.toISOString().slice(0, 10)}.\n`);
    terminal.out('root.crt is what servers and stores have to trust.\n');
    return 'fine';
  },
};

interface Made {
  readonly authority: AuthorityOverKey;
  readonly key: KeyPlace;
  readonly rootPassphrase: string;
}

async function overNewKey(args: Arguments, ask: AskSecret, options: AuthorityOptions): Promise<Made> {
  const passphrase = await askNew(ask, { name: 'passphrase of the new key' });
  const another = [args.text('root-passphrase-file'), args.text('root-passphrase-fd')].some(
    (text) => text !== undefined,
  );
  const rootPassphrase = another ? await askNew(ask, ofRoot) : passphrase;
  const authority = await initAuthority(options);
  return { authority, key: { encrypted: authority.encryptKey({ passphrase }) }, rootPassphrase };
}

/** The root's key has a passphrase of its own: a PIN of some digits protects a token, which counts the tries, but no file. */
async function overKeyInToken(args: Arguments, ask: AskSecret, options: AuthorityOptions, text: string): Promise<Made> {
  const uri = Pkcs11Uri.parse(text, '--key');
  const rootPassphrase = args.text('root-key') === undefined ? '' : await askNew(ask, ofRoot);
  const signer = await openToken(uri, ask);
  try {
    return { authority: await initAuthorityOverKey(signer, options), key: { uri }, rootPassphrase };
  } finally {
    await signer.close();
  }
}

const ofRoot: Secret = { name: 'passphrase of the root’s key', option: 'root-passphrase' };

async function askNew(ask: AskSecret, secret: Secret): Promise<string> {
  const text = await ask({ ...secret, isNew: true });
  if (text === '') throw usage(`The ${secret.name} is empty`);
  return text;
}

function readBits(text: string): number {
  const bits = Number(text);
  if (!/^\d+$/.test(text) || bits < 2048 || bits > 16_384)
    throw usage(`--key-bits ${text} is not between 2048 and 16384`);
  return bits;
}

function usage(what: string): InputError {
  return new InputError('bad-usage', `${what}.`, { hint: 'Usage: nextcloud-ca init CA_DIR --passphrase-file F' });
}
