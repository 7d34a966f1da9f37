// SPDX-License-Identifier: MIT
import type { CommandTable } from '../../common/program.js';

/** The commands of `nextcloud-ca`, in the order of the help text. Each is loaded when it is called. */
export const commands: CommandTable = {
  init: { summary: 'make a root and an intermediate', load: async () => (await import('./init.js')).init },
  review: { summary: 'say whether requests can be signed', load: async () => (await import('./review.js')).review },
  issue: { summary: 'issue the certificate for a request', load: async () => (await import('./issue.js')).issue },
  revoke: { summary: 'revoke a certificate, or announce it', load: async () => (await import('./revoke.js')).revoke },
  'block-key': {
    summary: 'write down that a key is never to be certified',
    load: async () => (await import('./block-key.js')).blockKey,
  },
  crl: { summary: 'make the revocation list anew', load: async () => (await import('./crl.js')).crl },
  import: {
    summary: 'build the ledger from what was there before',
    load: async () => (await import('./import.js')).importCommand,
  },
  audit: { summary: 'prove that the books are right', load: async () => (await import('./audit.js')).audit },
  expiring: {
    summary: 'name the certificates that end soon',
    load: async () => (await import('./expiring.js')).expiring,
  },
  renewals: {
    summary: 'write their renewals as pull requests',
    load: async () => (await import('./renewals.js')).renewals,
  },
  report: { summary: 'write one page to look at', load: async () => (await import('./report.js')).report },
};
