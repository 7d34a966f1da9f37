// SPDX-License-Identifier: MIT

/**
 * The name of an asset for a file: letters, digits, `-`, `_` and single dots, because GitHub renames everything else
 * (softprops/action-gh-release#159), and a renamed asset would not be found again.
 */
export function archiveAssetName(fileName: string): string {
  const name = fileName.replace(/[^A-Za-z0-9_-]+/g, '.').replace(/^\.|\.$/g, '');
  return name === '' ? 'archive' : name;
}
