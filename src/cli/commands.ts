// SPDX-License-Identifier: MIT
import type { CommandTable } from '../../common/program.js';

/** The commands of `nextcloud-release`, in the order of the help text. Each is loaded when it is called. */
export const commands: CommandTable = {
  validate: {
    summary: 'say what the store would refuse or silently change',
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
  'store status': {
    summary: 'say what the store holds for an app',
    load: async () => (await import('./store/status.js')).storeStatus,
  },
  'store register': {
    summary: 'register an app with its certificate',
    load: async () => (await import('./store/register.js')).storeRegister,
  },
  'store publish': {
    summary: 'publish an archive that is served already',
    load: async () => (await import('./store/publish.js')).storePublish,
  },
  'store delete-release': {
    summary: 'delete one release',
    load: async () => (await import('./store/delete.js')).storeDeleteRelease,
  },
  'store delete-nightly': {
    summary: 'delete a nightly',
    load: async () => (await import('./store/delete.js')).storeDeleteNightly,
  },
  'store delete-app': {
    summary: 'delete an app with all of its releases',
    load: async () => (await import('./store/delete.js')).storeDeleteApp,
  },
  'store token': {
    summary: 'print your token, or renew it',
    load: async () => (await import('./store/token.js')).storeToken,
  },
  'store apps': {
    summary: 'list the apps for a version of Nextcloud',
    load: async () => (await import('./store/lists.js')).storeApps,
  },
  'store categories': {
    summary: 'list the categories',
    load: async () => (await import('./store/lists.js')).storeCategories,
  },
  'store ratings': {
    summary: 'list the ratings',
    load: async () => (await import('./store/lists.js')).storeRatings,
  },
  sandbox: {
    summary: 'serve a local App Store',
    load: async () => (await import('./sandbox.js')).sandbox,
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
