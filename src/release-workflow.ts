// SPDX-License-Identifier: MIT

/**
 * The workflow that `init` writes into an app's repository: the release is made by pushing a tag, so that the archive
 * is there before the GitHub release is published (an immutable release takes no asset afterwards).
 * @param action `OWNER/NAME@REF`, best with a commit as REF
 */
export function releaseWorkflow(action: string): string {
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
