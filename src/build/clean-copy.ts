// SPDX-License-Identifier: MIT
import { constants, copyFileSync, lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';

/** Never copied: what a build makes anew, and what no app needs. */
const leftBehind = ['node_modules', '.git'];

/**
 * Copies some paths of a folder, links as links. A path that is gone meanwhile is passed over; a folder among them (a
 * submodule) is copied with all that is in it.
 */
export function copyPaths(from: string, to: string, paths: readonly Buffer[]): void {
  const made = new Set<string>();
  for (const path of paths) {
    const folder = dirname(path.toString('latin1'));
    if (!made.has(folder)) mkdirSync(below(Buffer.from(to), Buffer.from(folder, 'latin1')), { recursive: true });
    made.add(folder);
    copyEntry(below(Buffer.from(from), path), below(Buffer.from(to), path));
  }
}

/** Copies a folder that is no checkout. */
export function copyFolder(from: string, to: string): void {
  copyChildren(Buffer.from(from), Buffer.from(to));
}

function copyEntry(from: Buffer, to: Buffer): void {
  const stats = lstatSync(from, { throwIfNoEntry: false });
  if (stats?.isSymbolicLink() === true) symlinkSync(readlinkSync(from, { encoding: 'buffer' }), to);
  else if (stats?.isDirectory() === true) copyChildren(from, to);
  else if (stats?.isFile() === true) copyFileSync(from, to, constants.COPYFILE_FICLONE);
}

function copyChildren(from: Buffer, to: Buffer): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from, { encoding: 'buffer' })) {
    if (!leftBehind.includes(name.toString('latin1'))) copyEntry(below(from, name), below(to, name));
  }
}

/** Names are bytes: they need not be UTF-8. */
function below(folder: Buffer, name: Buffer): Buffer {
  return Buffer.concat([folder, Buffer.from('/'), name]);
}
