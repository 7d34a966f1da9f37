// SPDX-License-Identifier: MIT
import type { CommandTable } from '../../common/program.js';

/** The commands of `nextcloud-release`, in the order of the help text. Each is loaded when it is called. */
export const commands: CommandTable = {
  validate: {
    summary: 'say what the store would refuse, and what it would silently change',
    load: async () => (await import('./validate.js')).validate,
  },
  package: {
    summary: 'build, stage, validate, code-sign and pack an app',
    load: async () => (await import('./package.js')).packageCommand,
  },
  sign: {
    summary: 'write signature.json into an app or a server',
    load: async () => (await import('./sign.js')).sign,
  },
  check: {
    summary: 'give the verdict of a server’s integrity check',
    load: async () => (await import('./check.js')).check,
  },
  'sign-archive': {
    summary: 'sign an archive for the store',
    load: async () => (await import('./sign-archive.js')).signArchive,
  },
  release: {
    summary: 'go the whole way: build, sign, upload, publish, read back',
    load: async () => (await import('./release.js')).release,
  },
  verify: {
    summary: 'look at anyone’s published archive',
    load: async () => (await import('./verify.js')).verify,
  },
  init: {
    summary: 'write the release workflow into an app’s repository',
    load: async () => (await import('./init.js')).init,
  },
  rehearse: {
    summary: 'go the whole circle on this machine, and show a revocation',
    load: async () => (await import('./rehearse.js')).rehearse,
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
