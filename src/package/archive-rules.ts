// SPDX-License-Identifier: MIT
import type { Rule, Violation } from '../../common/rule.js';
import type { ArchiveEntry } from './archive-listing.js';
import { caseCollisions } from './stage-rules.js';

/** What was seen while an archive was read. */
export interface ArchiveFacts {
  readonly entries: readonly ArchiveEntry[];
  /** what the readers of gzip and tar found odd, by the id of the rule */
  readonly notes: readonly { readonly rule: string; readonly path?: string; readonly detail?: string }[];
}

export interface ArchiveRule extends Rule<ArchiveFacts> {
  /** who refuses such an archive; absent: neither of them, and that is the danger */
  readonly refusedBy?: 'store' | 'server' | 'both';
}

const packAgain = 'Pack the app again, e.g. with `nextcloud-release package`.';
const tarfile = 'CPython: Lib/tarfile.py, with which the store reads';
const archiveTar = 'PEAR Archive_Tar, with which the server unpacks';
const rename = 'Rename it and pack again.';

type Wording = Pick<ArchiveRule, 'severity' | 'message' | 'source' | 'refusedBy'> & { fix?: string };

/** What a reader has noted. */
function noted(id: string, { fix = packAgain, ...wording }: Wording): ArchiveRule {
  const check = ({ notes }: ArchiveFacts): Violation[] =>
    notes
      .filter(({ rule }) => rule === id)
      .map(({ path, detail }) => ({
        ...(path !== undefined && { file: path }),
        ...(detail !== undefined && { message: `${wording.message.slice(0, -1)} (${detail}).` }),
      }));
  return { id, fix, ...wording, check };
}

/** What can be said of each entry by itself. */
function each(
  id: string,
  isWrong: (entry: ArchiveEntry) => boolean,
  { fix = packAgain, ...wording }: Wording,
): ArchiveRule {
  return { id, fix, ...wording, check: ({ entries }) => entries.filter(isWrong).map(({ path }) => ({ file: path })) };
}

// eslint-disable-next-line no-control-regex -- control characters are what is asked for
const controlCharacter = /[\x00-\x1f\x7f]/;

export const archiveRules: readonly ArchiveRule[] = [
  noted('archive-not-gzip', {
    severity: 'error',
    message: 'This is not a gzip file.',
    source: 'appstore: api/v1/release/parser.py',
    refusedBy: 'both',
  }),
  noted('archive-gzip-broken', {
    severity: 'error',
    message: 'The gzip stream is broken or cut off.',
    fix: 'Pack again, or download again where it was downloaded.',
    source: 'RFC 1952',
    refusedBy: 'both',
  }),
  noted('archive-several-gzip-members', {
    severity: 'warning',
    message: 'The file is several gzip streams one after the other, which not every program reads to the end.',
    source: 'RFC 1952 section 2.2',
  }),
  noted('archive-trailing-garbage', {
    severity: 'warning',
    message: 'There are bytes behind the gzip stream.',
    source: 'RFC 1952; the store and the server read over them',
  }),
  noted('archive-truncated', {
    severity: 'error',
    message: 'The tar ends in the middle of an entry.',
    source: tarfile,
    refusedBy: 'both',
  }),
  noted('archive-no-end', {
    severity: 'warning',
    message: 'The tar lacks the two blocks of NULs at its end.',
    source: 'POSIX.1-2017, pax: ustar Interchange Format',
  }),
  noted('archive-data-after-end', {
    severity: 'error',
    message: 'There are entries behind the end of the tar: the store does not see them, and the server unpacks them.',
    source: `${archiveTar} (_extractList)`,
  }),
  noted('archive-bad-checksum', {
    severity: 'error',
    message: 'The checksum of a tar header is wrong.',
    source: `${archiveTar} (_readHeader)`,
    refusedBy: 'server',
  }),
  noted('archive-bad-number', {
    severity: 'error',
    message: 'The size of an entry is negative or no number.',
    source: tarfile,
    refusedBy: 'server',
  }),
  noted('archive-base-256', {
    severity: 'error',
    message: 'The size of an entry is written in base 256, for which nothing that fits into the store is large enough.',
    source: 'GNU tar: Basic Tar Format',
  }),
  noted('archive-bad-pax', {
    severity: 'error',
    message: 'A pax header is broken.',
    source: tarfile,
    refusedBy: 'store',
  }),
  noted('archive-pax-size', {
    severity: 'error',
    message:
      'The pax header and the tar header say different sizes, so that the store and the server read different entries.',
    source: tarfile,
  }),
  noted('archive-pax-header', {
    severity: 'warning',
    message: 'The entry has a pax header, which the server’s unpacker does not read.',
    source: `${archiveTar} (_extractList)`,
  }),
  noted('archive-stacked-headers', {
    severity: 'error',
    message: 'Another special header follows a GNU long name; the server’s unpacker takes it for the file.',
    source: `${archiveTar} (_readLongHeader)`,
    refusedBy: 'server',
  }),
  noted('archive-long-link', {
    severity: 'error',
    message: 'The target of a link is longer than 100 bytes; the server’s unpacker makes a file of the header.',
    source: `${archiveTar} (_extractList)`,
  }),
  noted('archive-content-of-no-file', {
    severity: 'error',
    message: 'A folder, a link or a device is said to have content; programs differ in what follows.',
    source: tarfile,
  }),
  noted('archive-too-many-entries', {
    severity: 'error',
    message: 'The archive has too many entries.',
    source: 'limit',
  }),
  noted('archive-unpacked-too-large', {
    severity: 'error',
    message: 'The archive unpacks to too much.',
    source: 'limit',
  }),
  noted('archive-ratio', {
    severity: 'error',
    message: 'The archive unpacks to far more than its size, as those do that are made to fill disks.',
    source: 'limit',
  }),
  noted('archive-file-too-large', {
    severity: 'error',
    message: 'The file in the archive is too large.',
    source: 'limit',
  }),
  noted('archive-header-too-large', { severity: 'error', message: 'A special header is too large.', source: 'limit' }),
  noted('archive-name-too-long', {
    severity: 'error',
    message: 'The name is too long.',
    fix: rename,
    source: 'limits.h: PATH_MAX',
  }),
  noted('archive-name-not-utf8', {
    severity: 'error',
    message: 'The name is not UTF-8, so that no signature can hold it.',
    fix: rename,
    source: 'server: IntegrityCheck/Checker.php, json_encode',
  }),
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
          : [{ file: path, message: `The store reads this name, and the server ${JSON.stringify(serverPath)}.` }],
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
    source: `CWE-22; ${archiveTar} (_isMaliciousFilename)`,
    refusedBy: 'server',
  }),
  each('archive-name-malicious', ({ path }) => /[^/\\]\.\.[/\\]|:\/\//.test(path), {
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
    check: ({ entries }) => filesAsFolders(entries),
  },
  {
    id: 'archive-case-collision',
    severity: 'error',
    message: 'Another name differs from this one only by case or by how its accents are written.',
    fix: rename,
    source: 'case-insensitive and normalising file systems (APFS, NTFS, SMB shares)',
    check: ({ entries }) => caseCollisions(entries.map(({ path }) => path)),
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
    applies: ({ notes }) => !notes.some(({ rule }) => rule === 'archive-not-gzip'),
    check: ({ entries }) => (entries.some(({ path, type }) => type === 'directory' || path.includes('/')) ? [] : [{}]),
  },
];

function isNotPlain({ path }: ArchiveEntry): boolean {
  return path === '' || /(?:[^/]\/|^)\/|\/\.(?:\/|$)|.\/$/.test(path.replace(/^\/+/, ''));
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

function duplicates(entries: readonly ArchiveEntry[]): Violation[] {
  const seen = new Set<string>();
  return entries.filter(({ path }) => seen.size === seen.add(path).size).map(({ path }) => ({ file: path }));
}

function filesAsFolders(entries: readonly ArchiveEntry[]): Violation[] {
  const folders = new Set<string>();
  for (const { path } of entries) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return entries
    .filter(({ path, type }) => type !== 'directory' && folders.has(path))
    .map(({ path }) => ({ file: path }));
}

function topNames(entries: readonly ArchiveEntry[]): string[] {
  return [...new Set(entries.map(({ path }) => path.replace(/^(?:\.?\/)+/, '').split('/', 1)[0] ?? ''))].filter(
    (name) => name !== '' && name !== '.',
  );
}
