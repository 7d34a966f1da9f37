// SPDX-License-Identifier: MIT
import { lstatSync, mkdirSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { AuthorityError } from '../authority-error.js';
import { hasCode } from './has-code.js';

/**
 * A lock is a symbolic link that points nowhere: its target is the id of the process that holds it. A link comes into
 * being together with its target, so that nobody ever sees a lock without an owner, as an empty file would be.
 */
const attempts = 3;

/**
 * @returns true where it was left behind by a process that is gone
 * @throws AuthorityError `repository-locked`, `not-writable`
 */
export function takeLock(file: string): boolean {
  let stale = false;
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (link(file)) return stale;
    const owner = ownerOf(file);
    if (owner === undefined) continue;
    if (isAlive(owner)) {
      throw locked(`Another process (${owner}) is writing to this repository.`, file);
    }
    stale = removeStale(file) || stale;
  }
  throw locked('Another process has just begun to write to this repository.', file);
}

export function releaseLock(file: string): void {
  unlinkSync(file);
}

/**
 * Two processes may find the same lock stale, and the second must not take away what the first put in its place: who
 * removes one holds another lock while it looks again.
 */
function removeStale(file: string): boolean {
  const guard = `${file}.stale`;
  if (!link(guard)) {
    const owner = ownerOf(guard);
    if (owner === undefined || isAlive(owner)) return false;
    throw locked('A process broke off while it removed the lock of another.', guard);
  }
  try {
    const owner = ownerOf(file);
    if (owner === undefined || isAlive(owner)) return false;
    unlinkSync(file);
    return true;
  } finally {
    unlinkSync(guard);
  }
}

function link(file: string): boolean {
  try {
    symlinkSync(String(process.pid), file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    if (hasCode(error, 'ENOENT')) {
      // another process was refused just now, and took its empty folder away again
      mkdirSync(dirname(file), { recursive: true });
      return false;
    }
    if (!hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTSUP')) throw error;
    throw new AuthorityError('not-writable', `Nothing can be written to ${dirname(file)}.`, {
      hint: 'See whether it belongs to you, is not mounted read-only, and its file system has symbolic links.',
      cause: error,
      file,
    });
  }
}

/** Undefined: it is gone again. */
function ownerOf(file: string): number | undefined {
  try {
    return Number(readlinkSync(file));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    // somebody put a file there: nobody knows whose it is
    if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
    throw locked('The lock of this repository is none of this program.', file);
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    return Number.isInteger(pid) && pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function locked(what: string, file: string): AuthorityError {
  return new AuthorityError('repository-locked', what, {
    hint: `Wait until it is done and run the command again; where there is no such process, delete ${file}.`,
    file,
  });
}
