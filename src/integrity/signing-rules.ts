// SPDX-License-Identifier: MIT
import { type Finding, isOk } from '../../common/finding.js';
import { applyRules, type Rule, type Violation } from '../../common/rule.js';
import type { FolderWalk } from './folder-walk.js';
import { baseName, type HashedPaths, isSignaturePath, isUnhashedName, type TreeKind } from './hashed-paths.js';
import { IntegrityError } from './integrity-error.js';
import { isPhpNumeric } from './php-number.js';
import { isUnicode, printableName } from './raw-name.js';

/** What a hash list is to name: paths from the app folder, `/` between. A packer's stage is one, too. */
export interface PathList {
  readonly files: readonly { readonly path: string }[];
}

const checker = 'server: IntegrityCheck/Checker.php';

/** Names that no server can verify reliably, wherever the list comes from. */
export const pathRules: readonly Rule<PathList>[] = [
  {
    id: 'integrity-numeric-name',
    severity: 'error',
    check: ({ files }) => at(files.filter(({ path }) => isPhpNumeric(path))),
    message: 'PHP takes the name for a number, so that servers sort the signed list in no certain order.',
    fix: 'Rename it, or move it into a folder: only names at the top are concerned.',
    source: `${checker}, ksort`,
  },
  {
    id: 'integrity-name-not-utf8',
    severity: 'error',
    check: ({ files }) => at(files.filter(({ path }) => !isUnicode(path))),
    message: 'The name is not UTF-8, so that no signature can hold it.',
    fix: 'Rename it in UTF-8.',
    source: `${checker}, json_encode`,
  },
  {
    id: 'integrity-odd-path',
    severity: 'error',
    check: ({ files }) => at(files.filter(({ path }) => /(?:^|\/)\.{0,2}(?:\/|$)/.test(path))),
    message: 'This is not the path of a file from the app folder.',
    fix: 'Name files by their path from the app folder, without ".", ".." and doubled slashes.',
    source: checker,
  },
  {
    id: 'integrity-unhashed-path',
    severity: 'error',
    check: ({ files }) => at(files.filter(({ path }) => isSignaturePath(path) || isUnhashedName(baseName(path)))),
    message: 'Servers leave this path out of their list, and would miss the file that the signature names.',
    fix: 'Leave the file out.',
    source: `${checker} and Iterator/ExcludeFileByNameFilterIterator.php`,
  },
];

export type WalkedPaths = HashedPaths & Pick<FolderWalk, 'links' | 'specials'> & { readonly kind: TreeKind };

/** What else stands in the way of signing a folder as it lies there. */
export const walkRules: readonly Rule<WalkedPaths>[] = [
  {
    id: 'integrity-symbolic-link',
    severity: 'error',
    check: ({ links }) => at(links),
    message: 'A symbolic link: servers hash what it leads to, or pass over it, and archives may lose it.',
    fix: 'Put what it leads to in its place.',
    source: checker,
  },
  {
    id: 'integrity-special-file',
    severity: 'error',
    check: ({ specials }) => specials.map(violation),
    message: 'This is a pipe, a socket or a device, which has no content to sign.',
    fix: 'Remove it.',
    source: checker,
  },
  {
    id: 'integrity-misplaced-signature',
    severity: 'error',
    check: ({ misplaced }) => misplaced.map(violation),
    message: 'Servers never look at a file of this path, so that anything could stand in it.',
    fix: 'Remove it.',
    source: checker,
  },
  {
    id: 'integrity-unhashed-name',
    severity: 'warning',
    check: ({ unhashed }) => unhashed.map(violation),
    message: 'Servers leave files of this name out of their list, older ones do not; it was not signed.',
    fix: 'Remove it.',
    source: 'server: IntegrityCheck/Iterator/ExcludeFileByNameFilterIterator.php',
  },
  {
    id: 'integrity-htaccess',
    severity: 'warning',
    applies: ({ kind }) => kind === 'app',
    check: ({ hashed }) => hashed.filter((path) => baseName(path).toLowerCase() === '.htaccess').map(violation),
    message: 'The server’s installer never copies .htaccess: after an installation from the store the check misses it.',
    fix: 'Remove it, and sign again.',
    source: 'server: Installer.php with forbidden_filenames; nextcloud/server#9765',
  },
];

/** @returns the warnings. @throws IntegrityError `unsignable` with all findings */
export function refuseUnsignable<Subject>(rules: readonly Rule<Subject>[], subject: Subject): Finding[] {
  const findings = applyRules(rules, subject);
  if (isOk(findings)) return findings;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  throw new IntegrityError('unsignable', `${first?.file ?? ''}${more} cannot be signed: ${first?.message ?? ''}`, {
    hint: first?.fix ?? '',
    findings,
  });
}

function at(files: readonly { readonly path: string }[]): Violation[] {
  return files.map(({ path }) => violation(path));
}

function violation(path: string): Violation {
  return { file: printableName(path) };
}
