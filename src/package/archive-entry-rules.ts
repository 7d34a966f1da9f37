// SPDX-License-Identifier: MIT
import type { Violation } from '../../common/rule.js';
import type { ArchiveEntry } from './archive-listing.js';
import { archiveTar, each, packAgain, rename, tarfile, type ArchiveRule } from './archive-rule.js';
import { PathTree } from './path-tree.js';

// eslint-disable-next-line no-control-regex -- control characters are what is asked for
const controlCharacter = /[\x00-\x1f\x7f]/;

/** What the names and types of the entries say. */
export const archiveEntryRules: readonly ArchiveRule[] = [
  {
    id: 'archive-name-differs',
    severity: 'error',
    message: 'The store and the server read different names.',
    fix: packAgain,
    source: `${archiveTar}: pax headers are not read, so that a name is cut off at 100 bytes`,
    check: ({ entries }) =>
      entries.flatMap(({ path, serverPath }) =>
        serverPath === undefined
          ? []
          : [{ file: path, message: `The store reads this name, and the server “${serverPath}”.` }],
      ),
  },
  each('archive-name-absolute', ({ path }) => path.startsWith('/'), {
    severity: 'error',
    message: 'The name begins at the root of the file system.',
    source: 'CWE-22',
  }),
  each('archive-name-drive', ({ path }) => /^[A-Za-z]:/.test(path), {
    severity: 'error',
    message: 'The name begins with a drive letter.',
    source: 'CWE-22',
  }),
  each('archive-name-parent', ({ path }) => /(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path), {
    severity: 'error',
    message: 'The name leads out of its folder with “..”.',
    source: 'CWE-22',
  }),
  each('archive-name-malicious', ({ path }) => /\.\.[/\\]|:\/\//.test(path), {
    severity: 'error',
    message: 'The server’s unpacker takes this name for an attack and refuses the whole archive.',
    fix: rename,
    source: `${archiveTar} (_isMaliciousFilename)`,
    refusedBy: 'server',
  }),
  each('archive-name-dot-slash', ({ path }) => path === '.' || path.startsWith('./'), {
    severity: 'error',
    message: 'The name begins with “./”, so that the store finds no app folder.',
    fix: 'Pack the folder by its name (`tar -C .. -czf a.tar.gz ID`), not as “.”.',
    source: 'appstore: api/v1/release/parser.py',
    refusedBy: 'store',
  }),
  each('archive-name-empty', ({ path }) => path === '', {
    severity: 'error',
    message: 'An entry has no name.',
    source: `${archiveTar} (_extractList, which takes its content for the next header)`,
    refusedBy: 'server',
  }),
  each('archive-name-not-plain', isNotPlain, {
    severity: 'error',
    message: 'The name has an empty or a “.” part: another way to write a path that the store looks for otherwise.',
    source: tarfile,
  }),
  each('archive-name-backslash', ({ path }) => path.includes('\\'), {
    severity: 'warning',
    message: 'The name holds a backslash, which other programs take for the end of a folder’s name.',
    fix: rename,
    source: `${archiveTar} (_translateWinPath)`,
  }),
  each('archive-name-control-character', ({ path }) => controlCharacter.test(path), {
    severity: 'warning',
    message: 'The name holds a control character.',
    fix: rename,
    source: 'what people can see and type',
  }),
  each('archive-hard-link', ({ type }) => type === 'hard-link', {
    severity: 'error',
    message: 'The entry is a hard link; the server’s unpacker makes an empty file of it.',
    source: `${archiveTar} (_extractList)`,
  }),
  each('archive-link-leaves', (entry) => entry.type === 'symbolic-link' && leaves(entry), {
    severity: 'error',
    message: 'The symbolic link leads out of the archive.',
    source: `CWE-59; ${archiveTar} (_extractList)`,
    refusedBy: 'server',
  }),
  each('archive-link', (entry) => entry.type === 'symbolic-link' && !leaves(entry), {
    severity: 'warning',
    message: 'The entry is a symbolic link; nobody checks what it leads to.',
    source: 'server: IntegrityCheck/Checker.php',
  }),
  each('archive-device', ({ type }) => /device|pipe/.test(type), {
    severity: 'error',
    message: 'The entry is a device or a pipe.',
    source: tarfile,
  }),
  each('archive-unknown-type', ({ type }) => type === 'sparse' || type === 'unknown', {
    severity: 'error',
    message:
      'The entry is of a type that the server’s unpacker does not know (a sparse file, or one of another program).',
    source: archiveTar,
  }),
  {
    id: 'archive-duplicate',
    severity: 'error',
    message: 'The archive holds this name more than once.',
    fix: packAgain,
    source: `${tarfile}: the last one counts; the server’s unpacker writes one over the other`,
    check: ({ entries }) => duplicates(entries),
  },
  {
    id: 'archive-file-as-folder',
    severity: 'error',
    message: 'The name is that of a file, and the folder of another entry.',
    fix: packAgain,
    source: `${archiveTar} (_extractList)`,
    refusedBy: 'server',
    check: ({ entries }) => treeOf(entries).filesAsFolders,
  },
  {
    id: 'archive-case-collision',
    severity: 'error',
    message: 'Another name differs from this one only by case or by how its accents are written.',
    fix: rename,
    source: 'case-insensitive and normalising file systems (APFS, NTFS, SMB shares)',
    check: ({ entries }) => treeOf(entries).collisions,
  },
  {
    id: 'archive-several-folders',
    severity: 'error',
    message: 'The archive has more than one file or folder at its top.',
    fix: 'Pack one folder, named as the app’s id, and nothing beside it.',
    source: 'server: Installer.php counts files and hidden ones too',
    refusedBy: 'server',
    check: ({ entries }) =>
      topNames(entries)
        .slice(1, 4)
        .map((file) => ({ file })),
  },
  {
    id: 'archive-no-folder',
    severity: 'error',
    message: 'The archive has no folder at its top.',
    fix: 'Pack one folder, named as the app’s id.',
    source: 'server: Installer.php; appstore: api/v1/release/parser.py',
    refusedBy: 'both',
    applies: ({ complete }) => complete,
    check: ({ entries }) => (entries.some(({ path, type }) => type === 'directory' || path.includes('/')) ? [] : [{}]),
  },
];

function isNotPlain({ path }: ArchiveEntry): boolean {
  return /(?:[^/]\/|^)\/|\/\.(?:\/|$)|.\/$/.test(path.replace(/^\/+/, ''));
}

/** Whether a relative target, followed from the link's folder, passes the archive's top folder. */
function leaves({ path, linkpath = '' }: ArchiveEntry): boolean {
  if (linkpath.startsWith('/') || linkpath.includes(':') || linkpath === '') return true;
  let depth = path.split('/').length - 1;
  for (const part of linkpath.replaceAll('\\', '/').split('/')) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 1) return true;
  }
  return false;
}

/** A folder that is named twice does no harm. */
function duplicates(entries: readonly ArchiveEntry[]): Violation[] {
  const types = new Map<string, string>();
  return entries.flatMap(({ path, type }) => {
    const first = types.get(path);
    types.set(path, type);
    return first === undefined || (first === 'directory' && type === 'directory') ? [] : [{ file: path }];
  });
}

function treeOf(entries: readonly ArchiveEntry[]): PathTree {
  const tree = new PathTree();
  for (const { path, type } of entries) tree.add(path, type !== 'directory');
  return tree;
}

function topNames(entries: readonly ArchiveEntry[]): string[] {
  return [...new Set(entries.map(({ path }) => path.replace(/^(?:\.?\/)+/, '').split('/', 1)[0] ?? ''))].filter(
    (name) => name !== '' && name !== '.',
  );
}
