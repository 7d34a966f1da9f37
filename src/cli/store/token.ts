// SPDX-License-Identifier: MIT
import type { Command } from '../../../common/command.js';
import { InputError } from '../../../common/input-error.js';
import { storeClient, tell, userOptions } from './connection.js';

export const storeToken: Command = {
  name: 'store token',
  usage: '--user NAME --password-file FILE | --renew (--token-file FILE | --user NAME --password-file FILE)',
  summary: 'Prints the token of your account in the store; with --renew a new one, and the old one is void.',
  options: { ...userOptions, renew: { type: 'boolean', help: 'make a new token; the old one is void at once' } },
  positionals: [0, 0],
  run: async (args, terminal) => {
    const isRenewal = args.flag('renew');
    // The store's route takes a password alone (appstore: docs/api/restapi.rst).
    if (!isRenewal && args.text('token-file') !== undefined) {
      throw new InputError('bad-usage', 'The store tells the token for a password only, not for a token.', {
        hint: 'Give --user NAME and --password-file FILE; a new token, with --renew, is made for a token as well.',
      });
    }
    const client = storeClient(args, terminal);
    const token = isRenewal ? await client.renewToken() : await client.token();
    tell(args, terminal, `${token}\n`, { token });
    return 'fine';
  },
};
