// SPDX-License-Identifier: MIT
import type { Rule, Violation } from '../../common/rule.js';
import type { AppLink, AppWalk } from './app-walk.js';
import { defaultLimits } from './archive-limits.js';
import { PathTree } from './path-tree.js';
import { ignoreFileName } from './leave-out-rules.js';
import { largestTarFile } from './tar-header.js';

/** The archive puts the app's id in front. */
const longestPath = defaultLimits.path - 48;
const deepest = defaultLimits.depth - 1;
/** NAME_MAX of every file system that servers run on. */
const longestName = 255;
// eslint-disable-next-line no-control-regex -- control characters are what is asked for
const controlCharacter = /[\x00-\x1f\x7f]/;
const keep = 'Rename it.';

/** What is wrong, or worth a word, with the files of an app. */
export const stageRules: readonly Rule<AppWalk>[] = [
  {
    id: 'stage-no-info-xml',
    severity: 'error',
    message: 'appinfo/info.xml is not among the files to be packed.',
    fix: `Name the folder that holds appinfo/info.xml, and do not leave the file out in ${ignoreFileName}.`,
    source: 'appstore: api/v1/release/parser.py',
    check: ({ files }) => (files.some(({ path }) => path === 'appinfo/info.xml') ? [] : [{ file: 'appinfo/info.xml' }]),
  },
  {
    id: 'stage-link-leaves-app',
    severity: 'error',
    message: 'The symbolic link leads out of the app.',
    fix: `Put a copy of the file in its place, or leave the link out in ${ignoreFileName}.`,
    source: 'server: IntegrityCheck/Checker.php hashes what a link leads to',
    check: ({ links }) =>
      links
        .filter(({ fate }) => fate === 'leaves-app')
        .map(({ path, target }) => ({ file: path, message: `The symbolic link leads out of the app, to ${target}.` })),
  },
  {
    id: 'stage-link-to-folder',
    severity: 'error',
    message: 'The symbolic link leads to a folder; the server’s hash list neither names nor enters it.',
    fix: `Put a copy of the folder in its place, or leave the link out in ${ignoreFileName}.`,
    source: 'server: IntegrityCheck/Checker.php',
    check: ({ links }) => linksThat(links, 'folder'),
  },
  {
    id: 'stage-link-broken',
    severity: 'error',
    message: 'The symbolic link leads nowhere.',
    fix: `Make the file that it leads to, remove the link, or leave it out in ${ignoreFileName}.`,
    source: 'server: IntegrityCheck/Checker.php',
    check: ({ links }) => linksThat(links, 'broken'),
  },
  {
    id: 'stage-link-packed-as-file',
    severity: 'warning',
    message: 'The symbolic link is packed as a file with the content that it leads to.',
    fix: 'Nothing needs to be done; a file of its own says the same without this warning.',
    source: 'server: IntegrityCheck/Checker.php hashes what a link leads to',
    check: ({ links }) => linksThat(links, 'file'),
  },
  {
    id: 'stage-special-file',
    severity: 'error',
    message: 'This is a pipe, a socket or a device, which no app can ship.',
    fix: `Remove it, or leave it out in ${ignoreFileName}.`,
    source: 'server: Archive/TAR.php',
    check: ({ specials }) => specials.map((file) => ({ file })),
  },
  {
    id: 'stage-name-not-utf8',
    severity: 'error',
    message: 'The name is not UTF-8, so that no signature can hold it.',
    fix: 'Rename it in UTF-8.',
    source: 'server: IntegrityCheck/Checker.php, json_encode',
    check: ({ notUtf8 }) => notUtf8.map((file) => ({ file })),
  },
  {
    id: 'stage-name-malicious',
    severity: 'error',
    message: 'The server’s unpacker takes this name for an attack and refuses the whole archive.',
    fix: 'Rename it so that its path holds neither `../` nor `..\\` nor `://`.',
    source: 'PEAR Archive_Tar: _isMaliciousFilename',
    check: ({ files }) => paths(files, (path) => /\.\.[/\\]|:\/\//.test(path)),
  },
  {
    id: 'stage-name-too-long',
    severity: 'error',
    message: `The path is longer than ${longestPath} bytes, a name in it than ${longestName}, or it has more than ${deepest} folders.`,
    fix: 'Give shorter names, and fewer folders.',
    source: 'limits.h: PATH_MAX, NAME_MAX',
    // A name has at most three bytes for each of its UTF-16 units, so short ones need no counting.
    check: ({ files }) => paths(files, (path) => path.length > longestName / 3 && isTooLong(path)),
  },
  {
    id: 'stage-file-too-large',
    severity: 'error',
    message: 'The file has 8 GiB or more, which a tar header cannot say.',
    fix: `Leave it out in ${ignoreFileName}: the store takes archives of 30 MiB.`,
    source: 'POSIX.1-2017, pax: ustar Interchange Format',
    check: ({ files }) => files.filter(({ size }) => size > largestTarFile).map(({ path }) => ({ file: path })),
  },
  {
    id: 'stage-name-control-character',
    severity: 'warning',
    message: 'The name holds a control character.',
    fix: keep,
    source: 'what people can see and type',
    check: ({ files }) => paths(files, (path) => controlCharacter.test(path)),
  },
  {
    id: 'stage-name-backslash',
    severity: 'warning',
    message: 'The name holds a backslash, which other programs take for the end of a folder’s name.',
    fix: keep,
    source: 'PEAR Archive_Tar: _translateWinPath',
    check: ({ files }) => paths(files, (path) => path.includes('\\')),
  },
  {
    id: 'stage-case-collision',
    severity: 'error',
    message: 'Another name differs from this one only by case or by how its accents are written.',
    fix: 'Rename one of them: on many file systems the two are one.',
    source: 'case-insensitive and normalising file systems (APFS, NTFS, SMB shares)',
    check: ({ files }) => caseCollisions(files),
  },
  {
    id: 'stage-core-signature',
    severity: 'error',
    message: 'core/signature.json in an app is left out of every hash list, so that no server would check it.',
    fix: 'Remove it, or give it another name.',
    source: 'server: IntegrityCheck/Checker.php',
    check: ({ files }) => paths(files, (path) => path === 'core/signature.json'),
  },
  {
    id: 'stage-private-key-left-out',
    severity: 'warning',
    message: 'THIS IS A PRIVATE KEY, or is named like one: it is left out.',
    fix: 'Keep keys outside of the app’s folder; if this one was ever published, ask for it to be revoked.',
    source: 'nextcloud/app-certificate-requests#1006',
    check: ({ leftOut }) => leftOut.filter(({ rule }) => rule === 'private-key').map(({ path }) => ({ file: path })),
  },
  {
    id: 'stage-htaccess-left-out',
    severity: 'warning',
    message:
      'The server’s installer never copies a .htaccess, and a signed app that has one fails its check: it is left out.',
    fix: `Do without it, and leave it out in ${ignoreFileName}.`,
    source: 'server: Installer.php; nextcloud/server#9765',
    check: ({ leftOut }) => leftOut.filter(({ rule }) => rule === 'htaccess').map(({ path }) => ({ file: path })),
  },
];

function linksThat(links: AppWalk['links'], wanted: AppLink['fate']): Violation[] {
  return links.filter(({ fate }) => fate === wanted).map(({ path }) => ({ file: path }));
}

function paths(files: AppWalk['files'], isWrong: (path: string) => boolean): Violation[] {
  return files.filter(({ path }) => isWrong(path)).map(({ path }) => ({ file: path }));
}

function isTooLong(path: string): boolean {
  if (Buffer.byteLength(path) > longestPath) return true;
  const names = path.split('/');
  return names.length - 1 > deepest || names.some((name) => Buffer.byteLength(name) > longestName);
}

function caseCollisions(files: AppWalk['files']): Iterable<Violation> {
  const tree = new PathTree();
  for (const { path } of files) tree.add(path, true);
  // The signature is not among the files yet.
  tree.add('appinfo/signature.json', true);
  return tree.collisions;
}
