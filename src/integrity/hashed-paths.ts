// SPDX-License-Identifier: MIT

/** What is signed or checked: an app's folder, or a whole server. */
export type TreeKind = 'app' | 'core';

/** Where the signature stands, from the root of what is signed. */
export const signaturePaths: Readonly<Record<TreeKind, string>> = {
  app: 'appinfo/signature.json',
  core: 'core/signature.json',
};

/** The files of a tree, as a server divides them. */
export interface HashedPaths {
  /** what the hash list names */
  readonly hashed: readonly string[];
  /** left out because of their names */
  readonly unhashed: readonly string[];
  /** the other kind's signature, which is left out as well */
  readonly misplaced: readonly string[];
}

/** @param paths of all files, from the root, `/` between */
export function selectHashed(paths: Iterable<string>, kind: TreeKind): HashedPaths {
  const hashed: string[] = [];
  const unhashed: string[] = [];
  const misplaced: string[] = [];
  for (const path of paths) {
    if (kind === 'core' && isOutsideCore(path)) continue;
    if (isUnhashedName(baseName(path))) unhashed.push(path);
    else if (!isSignaturePath(path)) hashed.push(path);
    else if (path !== signaturePaths[kind]) misplaced.push(path);
  }
  return { hashed, unhashed, misplaced };
}

/** Both are left out everywhere: `core/signature.json` inside an app as well (server: IntegrityCheck/Checker.php). */
export function isSignaturePath(path: string): boolean {
  return path === signaturePaths.app || path === signaturePaths.core;
}

const names: ReadonlySet<string> = new Set([
  '.DS_Store',
  '.directory',
  '.rnd',
  '.webapp',
  'Thumbs.db',
  'nextcloud-init-sync.lock',
]);
/** One newline at the end of the name is let through, as PCRE's `$` does. */
const webapp = /^\.webapp-nextcloud-(?:\d+\.){2}\d+(?:-r\d+)?\n?$/;

/**
 * True for the names that a server leaves out of the hash list, at any depth, case-sensitive, where they are files
 * (server: IntegrityCheck/Iterator/ExcludeFileByNameFilterIterator.php). The list has grown over the years.
 */
export function isUnhashedName(name: string): boolean {
  return names.has(name) || (name.startsWith('.webapp-') && webapp.test(name));
}

/**
 * Never part of core, right below the root (server: IntegrityCheck/Iterator/ExcludeFoldersByPathFilterIterator.php).
 * A server leaves out its configured app folders and data directory as well; what those are cannot be seen from here.
 */
const coreFolders: ReadonlySet<string> = new Set([
  'data',
  'themes',
  'config',
  'apps',
  'assets',
  'lost+found',
  'updater',
  '_oc_upgrade',
]);

/** @param path from the root, of a file or a folder */
export function isOutsideCore(path: string): boolean {
  const [top = ''] = path.split('/', 1);
  return coreFolders.has(top);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
