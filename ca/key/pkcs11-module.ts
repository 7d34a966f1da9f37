// SPDX-License-Identifier: MIT
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AuthorityError } from '../authority-error.js';

/** Where Debian, Fedora, the BSDs and Homebrew put the libraries of tokens. */
const standardFolders: readonly string[] = [
  ...['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/pkcs11`),
  ...['/usr/lib64', '/usr/lib', '/usr/local/lib', '/opt/homebrew/lib'].flatMap((folder) => [
    join(folder, 'pkcs11'),
    join(folder, 'softhsm'),
    folder,
  ]),
];

/**
 * The library that a URI means: `module-path` is a file, or a folder with `module-name` in it; without it the name is
 * looked up in the usual folders (RFC 7512 section 2.3: whatever its case, `lib` before and `.so` behind it).
 * @throws AuthorityError `token-library`
 */
export function findModule(path?: string, name?: string): string {
  if (path !== undefined && !existsSync(path)) throw absent(`${path} is not there`);
  if (path !== undefined && !statSync(path).isDirectory()) return path;
  if (name === undefined) throw absent(path === undefined ? 'the key’s URI names none' : `${path} is a folder`);
  const folders = path === undefined ? standardFolders : [path];
  for (const folder of folders) {
    const file = filesOf(folder).find((candidate) => bareName(candidate) === name.toLowerCase());
    if (file !== undefined) return join(folder, file);
  }
  throw absent(`none in ${folders.join(', ')} is called "${name}"`);
}

function bareName(file: string): string | undefined {
  return /^(?:lib)?(.+)\.(?:so|dylib|dll)$/.exec(file.toLowerCase())?.[1];
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

function absent(what: string): AuthorityError {
  return new AuthorityError('token-library', `There is no PKCS#11 library: ${what}.`, {
    hint: 'Give the library that came with the token, e.g. ?module-path=/usr/lib/softhsm/libsofthsm2.so.',
  });
}
