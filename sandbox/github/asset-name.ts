// SPDX-License-Identifier: MIT

/**
 * The name that GitHub gives an asset: it renames "special characters, non-alphanumeric characters, and leading or
 * trailing periods" (REST documentation). Seen in softprops/action-gh-release issue 159 and pull request 749: blanks,
 * `~`, `:`, brackets become one dot a run, `@` stays, a dot file gets `default` in front.
 */
export function assetName(wished: string): string {
  const name = wished.replace(/[^A-Za-z0-9@_+-]+/g, '.').replace(/\.$/, '');
  return name.startsWith('.') ? `default${name}` : name;
}
