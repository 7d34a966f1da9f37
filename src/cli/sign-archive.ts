// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from '../../common/command.js';
import { readPrivateKey } from '../../common/private-key.js';
import { signBytes } from '../store/archive-signature.js';
import { keyOption, readText } from './key-files.js';

export const signArchive: Command = {
  name: 'sign-archive',
  usage: 'FILE --key FILE',
  summary: 'Prints the signature that the store wants for an archive: base64 of RSA with SHA-512, on one line.',
  options: { key: keyOption },
  positionals: [1, 1],
  run: async (args, terminal) => {
    const [file = ''] = args.positionals;
    const keyFile = args.required('key');
    const key = readPrivateKey(readText(terminal.cwd, keyFile), keyFile);
    const bytes = readFileSync(resolve(terminal.cwd, file));
    terminal.out(`${signBytes(bytes, key)}\n`);
    return 'fine';
  },
};
