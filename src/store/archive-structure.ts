// SPDX-License-Identifier: MIT
import { isUtf8 } from 'node:buffer';
import type { Finding } from '../../common/finding.js';
import { limits } from '../app/limits.js';
import type { ArchiveEntry, ArchiveListing } from '../package/archive-listing.js';
import { storeLimit } from '../package/archive-size-rules.js';
import { crash, invalid, type StoreAnswer } from './store-answer.js';

/** One thing for which the store refuses an archive: its answer, and what that means. */
export interface Refusal {
  readonly answer: StoreAnswer;
  readonly finding: Finding;
}

/** What the store reads out of an archive. */
export interface ArchiveStructure {
  /** in the store's order: the first one is its answer */
  readonly refusals: readonly Refusal[];
  /** name of the top folder; absent where there is none, or more than one */
  readonly folder?: string;
  /** the files that the store reads, by path below the folder; absent ones are not there, or were refused */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Python's `^[a-z]+[a-z0-9_]*(?:/.*)*$`, where `$` is also before a last line break, without its nested repetition. */
export const appFolder = /^[a-z][a-z0-9_]*(?:\/[^\n]*)?\n?$/;
const gitFolder = /\.git\n?$/;

const packAgain = 'Pack the app with "nextcloud-release package".';

/** The paths that the store reads, in its order; `codes` are the languages whose changelogs it looks for. */
export function readPaths(codes: readonly string[]): string[] {
  const changelogs = codes.map((code) => `CHANGELOG.${code}.md`);
  return ['appinfo/info.xml', 'appinfo/database.xml', 'CHANGELOG.md', ...changelogs];
}

/**
 * What the store finds in an archive before it reads XML (store: api/v1/release/parser.py, Lib/tarfile.py below it): all of
 * it, though the store stops at the first.
 * @param archive its bytes, or the first 512 of them
 * @param paths what the store reads, from {@link readPaths}
 */
export function judgeStructure(
  listing: ArchiveListing,
  archive: Uint8Array,
  paths: readonly string[],
): ArchiveStructure {
  const unreadable = judgeStream(listing, archive);
  if (unreadable !== undefined) return { refusals: [unreadable], files: new Map() };
  const members = new Map(listing.entries.map((entry) => [entry.path, entry]));
  const folders = new Set([...members.keys()].filter((name) => appFolder.test(name)).map((name) => name.split('/')[0]));
  const [folder] = folders;
  const git = gitFolders(members);
  if (folder === undefined || folders.size > 1) return { refusals: [wrongFolders(folders), ...git], files: new Map() };
  const files = new Map<string, Uint8Array>();
  const refusals: Refusal[] = [];
  for (const path of paths) {
    const file = readMember(`${folder}/${path}`, members, listing.contents);
    if (file === undefined) {
      if (path === 'appinfo/info.xml') refusals.push(missing(`${folder}/${path}`));
    } else if ('answer' in file) refusals.push(file);
    else files.set(path, file);
  }
  return { refusals: [...refusals, ...git], folder, files };
}

/** What the store's gzip and tar readers say to the whole; undefined where they list its members. */
function judgeStream({ entries, findings, size }: ArchiveListing, archive: Uint8Array): Refusal | undefined {
  const has = (rule: string): boolean => findings.some((finding) => finding.rule === rule);
  if (size > storeLimit) {
    const text = `Downloaded archive is bigger than the allowed ${storeLimit} bytes`;
    const message = `The archive has ${size} bytes; the store takes ${storeLimit} at most.`;
    return refuse('archive-too-large', invalid(text), message, 'Leave out what users do not need (.nextcloudignore).');
  }
  if (has('archive-not-gzip')) {
    return isOtherTar(archive)
      ? refuse('archive-not-gzip', invalid('not a gzip file'), 'The archive is not compressed with gzip.', packAgain)
      : noArchive('This is not a gzip file.');
  }
  if (has('archive-gzip-broken')) {
    const message = 'The gzip stream is broken or cut off; the store fails with status 500.';
    return refuse('archive-gzip-broken', crash, message, 'Pack again, or download again where it was downloaded.');
  }
  const isCutOff = has('archive-truncated');
  if (entries.length === 0 && (isCutOff || has('archive-no-end') || has('archive-bad-checksum'))) {
    return noArchive('There is no tar in the gzip file.');
  }
  if (isCutOff) {
    const message = 'The tar ends in the middle of an entry.';
    return refuse('archive-truncated', invalid('unexpected end of data'), message, packAgain);
  }
  return undefined;
}

/** The store names its temporary file; `tmp` and eight letters, as Python's tempfile makes them. */
function noArchive(message: string): Refusal {
  return refuse('archive-not-gzip', invalid('tmpsandbox0 is not a valid tar.gz archive '), message, packAgain);
}

/** Python's is_tarfile takes tar, also within bzip2 and xz; only then it says that gzip is missing. */
function isOtherTar(archive: Uint8Array): boolean {
  const start = Buffer.from(archive.subarray(0, 512));
  const isPacked = start.toString('latin1', 0, 3) === 'BZh' || start.toString('hex', 0, 6) === 'fd377a585a00';
  return (
    isPacked ||
    start.toString('latin1', 257, 262) === 'ustar' ||
    (start.length === 512 && start.every((byte) => byte === 0))
  );
}

function wrongFolders(folders: ReadonlySet<string | undefined>): Refusal {
  if (folders.size === 0) {
    const text = 'No possible app folder found. App folder must contain only lowercase ASCII characters or underscores';
    const message = 'The archive has no top folder that could be an app’s; names must not begin with "./".';
    return refuse('archive-no-folder', invalid(text), message, packAgain);
  }
  const message = `The archive has ${folders.size} top-level entries named like an app: ${[...folders].join(', ')}; a file counts, too.`;
  const fix = 'Leave all but the app’s folder out.';
  return refuse('store-several-app-folders', invalid('More than one possible app folder found'), message, fix);
}

/** The content of a member as the store reads it, why it does not, or undefined where there is no such member. */
function readMember(
  name: string,
  members: ReadonlyMap<string, ArchiveEntry>,
  contents: ReadonlyMap<string, Uint8Array>,
): Uint8Array | Refusal | undefined {
  const link = prefixes(name)
    .map((path) => members.get(path))
    .find((entry) => entry?.type === 'symbolic-link' || entry?.type === 'hard-link');
  if (link !== undefined) {
    const text = `Symlinks and hard links can not be used for ${tarInfo(link.path)}`;
    const fix = 'Put the file or folder itself in the place of the link.';
    return refuse(
      'store-link',
      invalid(text),
      `${link.path} is a link, through which the store does not read.`,
      fix,
      link.path,
    );
  }
  const member = members.get(name);
  if (member === undefined) return undefined;
  if (member.type !== 'file') {
    const message = `${name} is no file; the store fails with status 500.`;
    return refuse('store-no-file', crash, message, 'Put a file in its place.', name);
  }
  if (member.size > limits.fileSize) {
    const text = `file ${tarInfo(name)} was bigger than allowed ${limits.nominalFileSize} bytes`;
    const message = `${name} has ${member.size} bytes; the store reads ${limits.fileSize} at most.`;
    return refuse('store-file-too-large', invalid(text), message, 'Shorten the file.', name);
  }
  const content = contents.get(name) ?? new Uint8Array();
  if (isUtf8(content)) return content;
  const message = `${name} is not UTF-8; the store fails with status 500.`;
  return refuse('store-not-utf8', crash, message, 'Save the file as UTF-8.', name);
}

/** `news`, `news/appinfo`, `news/appinfo/info.xml` */
function prefixes(path: string): string[] {
  return path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
}

function missing(path: string): Refusal {
  const message = `The archive has no ${path}.`;
  const fix = 'Pack the folder that holds appinfo/info.xml, under the name of the app.';
  return refuse('store-no-info-xml', invalid(`Path ${path} does not exist in package`), message, fix, path);
}

/** Entries for folders only: `.git/config` without an entry for `.git` goes through. */
function gitFolders(members: ReadonlyMap<string, ArchiveEntry>): Refusal[] {
  const found = [...members.values()].filter(({ path, type }) => type === 'directory' && gitFolder.test(path));
  return found.map(({ path }) => {
    const text = `Blacklist rule "No .git directories": Directory ${path} is not allowed to be present in the app archive`;
    return refuse('store-git-folder', invalid(text), `The archive holds the folder ${path}.`, 'Leave it out.', path);
  });
}

/** Python's repr of a member; the address says nothing, in the store's answers neither. */
function tarInfo(name: string): string {
  const quote = name.includes("'") && !name.includes('"') ? '"' : "'";
  const escaped = name.replace(/[\\\p{Cc}]/gu, (character) => escapes[character] ?? hex(character));
  return `<TarInfo ${quote}${quote === "'" ? escaped.replaceAll("'", "\\'") : escaped}${quote} at 0x7f0000000000>`;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function hex(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

function refuse(rule: string, answer: StoreAnswer, message: string, fix: string, file?: string): Refusal {
  return { answer, finding: { rule, severity: 'error', message, fix, ...(file !== undefined && { file }) } };
}
