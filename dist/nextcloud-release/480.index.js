"use strict";
exports.id = 480;
exports.ids = [480];
exports.modules = {

/***/ 5480:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/common/version.js
var version = __webpack_require__(6340);
;// CONCATENATED MODULE: ./build/bundle/src/release-workflow.js
// SPDX-License-Identifier: MIT
/**
 * The workflow that `init` writes into an app's repository: the release is made by pushing a tag, so that the archive
 * is there before the GitHub release is published (an immutable release takes no asset afterwards).
 * @param action `OWNER/NAME@REF`, best with a commit as REF
 */
function releaseWorkflow(action) {
    return `# Releases the app: builds, validates, code-signs and packs it, attaches the archive to a GitHub release, publishes
# it in the App Store and reads it back. Push a tag that is the version in appinfo/info.xml, e.g. v1.2.3.
#
# Before the first release, make an environment "release" in the repository's settings and put these secrets in it:
#   APP_PRIVATE_KEY   the private key, whole, with its line breaks
#   APP_CERTIFICATE   the certificate, as the certificate repository has it
#   APPSTORE_TOKEN    the API token of your account in the App Store
name: Release

on:
  push:
    tags: ['v*']
  workflow_dispatch:
    inputs:
      tag:
        description: Tag to release, e.g. v1.2.3
        required: true
      dry-run:
        description: Do all but the writes
        type: boolean
        default: true

permissions: {}

concurrency:
  group: release
  cancel-in-progress: false

jobs:
  release:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    environment: release
    permissions:
      contents: write # the GitHub release and its asset
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          ref: \${{ inputs.tag || github.ref }}
          persist-credentials: false
      - uses: ${action}
        with:
          private-key: \${{ secrets.APP_PRIVATE_KEY }}
          certificate: \${{ secrets.APP_CERTIFICATE }}
          store-token: \${{ secrets.APPSTORE_TOKEN }}
          tag: \${{ inputs.tag || github.ref_name }}
          dry-run: \${{ inputs.dry-run || false }}
`;
}

;// CONCATENATED MODULE: ./build/bundle/src/cli/init.js
// SPDX-License-Identifier: MIT






const workflowPath = (0,external_node_path_.join)('.github', 'workflows', 'release.yml');
const defaultRepository = 'nextcloud-releases/nextcloud-release';
const init = {
    name: 'init',
    usage: '[DIR] [--action OWNER/NAME@REF]',
    summary: `Writes ${workflowPath} into an app's repository; a file that is there already is left alone.`,
    options: {
        action: {
            type: 'string',
            value: 'OWNER/NAME@REF',
            help: 'the Action to use; REF is best a full commit (default: the commit of this checkout)',
        },
    },
    positionals: [0, 1],
    run: async (args, terminal) => {
        const given = args.text('action');
        if (given !== undefined)
            checkAction(given);
        const dir = (0,external_node_path_.resolve)(terminal.cwd, args.positionals[0] ?? '.');
        if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(dir, 'appinfo', 'info.xml'))) {
            throw new input_error/* InputError */.d('bad-usage', `${dir} is no app: it has no appinfo/info.xml.`, {
                hint: 'Name the folder of the app: nextcloud-release init DIR',
            });
        }
        const file = (0,external_node_path_.join)(dir, workflowPath);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
        const action = given ?? thisAction(terminal.packageRoot);
        try {
            (0,external_node_fs_.writeFileSync)(file, releaseWorkflow(action), { flag: 'wx' });
        }
        catch (cause) {
            if (typeof cause !== 'object' || cause === null || !('code' in cause) || cause.code !== 'EEXIST')
                throw cause;
            throw new input_error/* InputError */.d('bad-usage', `${file} is there already; it was not changed.`, {
                hint: 'Move it away first, or edit it by hand.',
                cause,
                file,
            });
        }
        terminal.out(`wrote ${workflowPath}\n\nNext:\n` +
            '  1. Settings → Environments → New environment "release", with the secrets that the file names.\n' +
            '  2. Settings → Rules: let only maintainers push tags "v*".\n' +
            '  3. Commit the file, then push a tag that is the version in appinfo/info.xml.\n');
        return 'fine';
    },
};
/** OWNER/NAME@REF, as `uses:` has it; a path below the repository may follow the name. */
function checkAction(text) {
    if (/^[\w-]+\/[\w.-]+(?:\/[\w./-]+)?@[\w./+-]+(?: # [\w./ +-]+)?$/.test(text))
        return;
    throw new input_error/* InputError */.d('bad-usage', `"${text}" is no Action of the shape OWNER/NAME@REF.`, {
        hint: `Give one like ${defaultRepository}@v${version/* version */.r}.`,
    });
}
/** A checkout knows its own commit, which is what a workflow should pin; a package from npm knows its version. */
function thisAction(packageRoot) {
    const git = (...args) => (0,external_node_child_process_.execFileSync)('git', ['-C', packageRoot, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    try {
        const commit = git('rev-parse', 'HEAD');
        return `${repositoryOf(git)}@${commit} # v${version/* version */.r}`;
    }
    catch {
        return `${defaultRepository}@v${version/* version */.r}`;
    }
}
function repositoryOf(git) {
    try {
        const [, repository] = /github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(git('remote', 'get-url', 'origin')) ?? [];
        return repository ?? defaultRepository;
    }
    catch {
        return defaultRepository;
    }
}


/***/ })

};
;