// SPDX-License-Identifier: MIT
import type { Command } from '../../../common/command.js';
import { storeClient, tell, userOptions } from './connection.js';

export const storeDeleteRelease = deletesRelease('stable', 'Deletes one release of an app from the store.');
export const storeDeleteNightly = deletesRelease('nightly', 'Deletes a nightly of an app from the store.');

export const storeDeleteApp: Command = {
  name: 'store delete-app',
  usage: 'APP_ID --token-file FILE',
  summary: 'Deletes an app with all of its releases and ratings from the store; its id is free for others then.',
  options: userOptions,
  positionals: [1, 1],
  run: async (args, terminal) => {
    const [app = ''] = args.positionals;
    await storeClient(args, terminal).deleteApp(app);
    tell(args, terminal, `${app} is deleted.\n`, { app, result: 'deleted' });
    return 'fine';
  },
};

function deletesRelease(kind: 'stable' | 'nightly', summary: string): Command {
  return {
    name: kind === 'nightly' ? 'store delete-nightly' : 'store delete-release',
    usage: 'APP_ID VERSION --token-file FILE',
    summary,
    options: userOptions,
    positionals: [2, 2],
    run: async (args, terminal) => {
      const [app = '', given = ''] = args.positionals;
      // The store knows versions without the v of a tag (nextcloud/appstore#932).
      const version = given.replace(/^v/, '');
      await storeClient(args, terminal).deleteRelease(app, version, kind);
      tell(args, terminal, `${app} ${version} is deleted.\n`, { app, version, result: 'deleted' });
      return 'fine';
    },
  };
}
