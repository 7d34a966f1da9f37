// SPDX-License-Identifier: MIT
import type { CommandTable } from '../../common/program.js';

/** The commands of `nextcloud-release`, in the order of the help text. Each is loaded when it is called. */
export const commands: CommandTable = {
  'sign-archive': {
    summary: 'sign an archive for the store',
    load: async () => (await import('./sign-archive.js')).signArchive,
  },
  'certificate request': {
    summary: 'make a key and the request for a certificate',
    load: async () => (await import('./certificate/request.js')).certificateRequest,
  },
  'certificate inspect': {
    summary: 'say what a certificate, a request or a revocation list says',
    load: async () => (await import('./certificate/inspect.js')).certificateInspect,
  },
};
