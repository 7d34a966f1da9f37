// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * True where the program is on PATH. Where it is not: one line that names the Debian package, and false; where `CI` is
 * set it throws, so that nothing is skipped there unseen.
 */
export function needs(program: string, debianPackage: string): boolean {
  if (onPath(program)) return true;
  return absent(`${program} is not here (Debian package: ${debianPackage})`);
}

/** True where PHP is on PATH and finds the file on its include path, e.g. `phpseclib/autoload.php`. */
export function needsPhp(file: string, debianPackage: string): boolean {
  if (!needs('php', 'php-cli')) return false;
  const code = 'exit(stream_resolve_include_path($argv[1]) === false ? 1 : 0);';
  if (spawnSync('php', ['-r', code, file]).status === 0) return true;
  return absent(`PHP's ${file} is not here (Debian package: ${debianPackage})`);
}

/** True where the package is installed and can be loaded, its native addon included. */
export function needsPackage(name: string, command: string): boolean {
  try {
    createRequire(import.meta.url)(name);
    return true;
  } catch {
    return absent(`the package ${name} is not here, or not built (${command})`);
  }
}

/** The recorded data beside a development checkout, or undefined with one line where it is absent. */
export function recorded(path: string): string | undefined {
  const folder = fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));
  if (existsSync(folder)) return folder;
  process.stderr.write(`skipped: the recorded data ../shared/${path} is not beside this checkout\n`);
  return undefined;
}

function onPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function absent(what: string): false {
  if (process.env.CI) throw new Error(`${what}; nothing may be skipped where CI is set`);
  process.stderr.write(`skipped: ${what}\n`);
  return false;
}
