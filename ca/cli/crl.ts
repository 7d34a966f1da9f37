// SPDX-License-Identifier: MIT
import type { Command } from '../../common/command.js';
import { publishCrl } from '../crl/publish-crl.js';
import { crlPath } from '../repository/repository.js';
import { isJson, signingOptions, whileSigning } from './repository-option.js';

export const crl: Command = {
  name: 'crl',
  usage: '--repository DIR --ca CA_DIR',
  summary: 'Makes the revocation list anew, and revokes what was announced for today or before.',
  options: signingOptions,
  positionals: [0, 0],
  run: async (args, terminal) => {
    const json = isJson(args);
    const { number, entries, thisUpdate, nextUpdate } = await whileSigning(args, terminal, publishCrl);
    const list = { file: crlPath, number, entries, thisUpdate, nextUpdate };
    terminal.out(
      json
        ? `${JSON.stringify(list, null, 2)}\n`
        : `${crlPath}: number ${number}, ${entries} entries, next update until ${nextUpdate}\n`,
    );
    return 'fine';
  },
};
