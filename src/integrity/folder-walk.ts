// SPDX-License-Identifier: MIT
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { isOutsideCore, type TreeKind } from './hashed-paths.js';
import { IntegrityError } from './integrity-error.js';
import { isUnicode, nameFromBytes, nameToBytes } from './raw-name.js';

export interface WalkedLink {
  readonly path: string;
  readonly to: 'file' | 'folder' | 'nothing' | 'special';
}

/** What the server's iterators find in a folder. Paths are in the form of raw-name.ts. */
export interface FolderWalk {
  /** files, and what a server takes for one: links, unless they lead to a folder, pipes, sockets, devices */
  readonly paths: readonly string[];
  readonly links: readonly WalkedLink[];
  /** pipes, sockets, devices, and links to them */
  readonly specials: readonly string[];
}

/**
 * Walks as the server does: hidden files are in, links to folders are not entered, empty folders do not count.
 * @throws IntegrityError `folder-unreadable`
 */
export function walkFolder(root: string, kind: TreeKind): FolderWalk {
  const paths: string[] = [];
  const links: WalkedLink[] = [];
  const specials: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const { name, entry } of readFolder(root, folder)) {
      const path = folder + name;
      if (kind === 'core' && folder === '' && isOutsideCore(path)) continue;
      if (entry.isDirectory()) {
        folders.push(`${path}/`);
        continue;
      }
      const to = entry.isSymbolicLink() ? targetOf(locate(root, path)) : undefined;
      if (to !== undefined) links.push({ path, to });
      if (to !== 'folder') paths.push(path);
      if (to === 'special' || (to === undefined && !entry.isFile())) specials.push(path);
    }
  }
  return { paths, links, specials };
}

/** Where the file system has a path of the walk: bytes only where the name is no UTF-8. */
export function locate(root: string, path: string): string | Buffer {
  return isUnicode(path) ? `${root}/${path}` : Buffer.concat([Buffer.from(`${root}/`), nameToBytes(path)]);
}

interface Entry {
  readonly name: string;
  readonly entry: Pick<Dirent, 'isDirectory' | 'isFile' | 'isSymbolicLink'>;
}

/** Names as bytes take twice the time of names as texts, which are exact where nothing had to be replaced. */
function readFolder(root: string, folder: string): Entry[] {
  const location = locate(root, folder);
  try {
    const entries = readdirSync(location, { withFileTypes: true });
    if (!entries.some(({ name }) => name.includes('\ufffd')))
      return entries.map((entry) => ({ name: entry.name, entry }));
    const exact = readdirSync(location, { encoding: 'buffer', withFileTypes: true });
    return exact.map((entry) => ({ name: nameFromBytes(entry.name), entry }));
  } catch (cause) {
    const path = folder === '' ? root : `${root}/${folder}`;
    throw new IntegrityError('folder-unreadable', `${path} cannot be read as a folder.`, {
      hint: 'Name a folder that is there and that you may read with all that is in it.',
      file: path,
      cause,
    });
  }
}

function targetOf(path: string | Buffer): WalkedLink['to'] {
  try {
    const stats = statSync(path);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'special';
  } catch {
    return 'nothing'; // no such file, or links in a circle
  }
}
