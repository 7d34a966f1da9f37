// SPDX-License-Identifier: MIT
import type { CommandTable } from '../../common/program.js';

/** The commands of `nextcloud-release`, in the order of the help text. Each is loaded when it is called. */
export const commands: CommandTable = {
  'sign-archive': {
    summary: 'sign an archive for the store',
    load: async () => (await import('./sign-archive.js')).signArchive,
  },
};
