// SPDX-License-Identifier: MIT
import type { Command } from '../../../common/command.js';
import { storeClient, tell, userOptions } from './connection.js';

export const storeToken: Command = {
  name: 'store token',
  usage: '[--renew] --user NAME --password-file FILE',
  summary: 'Prints the token of your account in the store; with --renew a new one, and the old one is void.',
  options: { ...userOptions, renew: { type: 'boolean', help: 'make a new token; the old one is void at once' } },
  positionals: [0, 0],
  run: async (args, terminal) => {
    const client = storeClient(args, terminal);
    const token = args.flag('renew') ? await client.renewToken() : await client.token();
    tell(args, terminal, `${token}\n`, { token });
    return 'fine';
  },
};
