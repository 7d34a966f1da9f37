// SPDX-License-Identifier: MIT
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, constants, fsyncSync, lstatSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PackageError, systemCode } from './package-error.js';

/** Opens a file that must not be there yet, for writing. */
export type OpenNew = (path: string) => number;

const openNew: OpenNew = (path) => openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o666);

/**
 * A file that is either complete or not there: written under a temporary name beside its own, flushed to the disk, renamed.
 * Its digests are made on the way. A program that is told to stop (SIGINT, SIGTERM) ends in process.exit(), which runs no `catch`:
 * what is unfinished is removed there too.
 */
export class OutputFile {
  readonly #path: string;
  readonly #temporary: string;
  readonly #descriptor: number;
  readonly #sha256 = createHash('sha256');
  readonly #sha512 = createHash('sha512');
  readonly #onExit = (): void => this.discard();
  #size = 0;

  /** @throws PackageError where the folder is not there or not ours to write in, or `path` is something else than a file */
  constructor(path: string, open: OpenNew = openNew) {
    this.#path = path;
    // Known to `unfinishedName` in leave-out-rules.ts. Cut, since a name of 255 bytes has no room for more.
    const name = `.${basename(path).slice(0, 60)}.${randomBytes(6).toString('hex')}.unfinished`;
    this.#temporary = join(dirname(path), name);
    refuseToReplace(path);
    this.#descriptor = this.#attempt(() => open(this.#temporary));
    process.once('exit', this.#onExit);
  }

  /** in bytes, so far */
  get size(): number {
    return this.#size;
  }

  write(bytes: Buffer): void {
    this.#sha256.update(bytes);
    this.#sha512.update(bytes);
    this.#attempt(() => {
      for (let from = 0; from < bytes.length;) from += writeSync(this.#descriptor, bytes, from);
    });
    this.#size += bytes.length;
  }

  /** Puts the file in its place. @returns its digests in lowercase hex */
  commit(): { sha256: string; sha512: string } {
    this.#attempt(() => {
      fsyncSync(this.#descriptor);
      closeSync(this.#descriptor);
      renameSync(this.#temporary, this.#path);
    });
    process.removeListener('exit', this.#onExit);
    return { sha256: this.#sha256.digest('hex'), sha512: this.#sha512.digest('hex') };
  }

  /** Leaves nothing behind. Never throws: it runs where something else has failed. */
  discard(): void {
    process.removeListener('exit', this.#onExit);
    for (const step of [() => closeSync(this.#descriptor), () => unlinkSync(this.#temporary)]) {
      try {
        step();
      } catch {
        // Closed or renamed already, or never made.
      }
    }
  }

  #attempt<T>(step: () => T): T {
    try {
      return step();
    } catch (cause) {
      throw outputError(this.#path, cause);
    }
  }
}

/** A rename would put an archive in the place of a device, and where a folder is it fails after all the work. */
function refuseToReplace(path: string): void {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there === undefined || there.isFile() || there.isSymbolicLink()) return;
  throw new PackageError('output-unwritable', `${path} is there, and is not a file.`, {
    hint: 'Name a file that is to be written.',
    file: path,
  });
}

function outputError(path: string, cause: unknown): PackageError {
  const code = systemCode(cause);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new PackageError(
        'disk-full',
        `The disk is full: ${path} could not be written, and nothing of it is left.`,
        {
          hint: 'Make room, or name a file on another disk.',
          file: path,
          cause,
        },
      );
    case 'ENOENT':
    case 'ENOTDIR':
      return new PackageError('output-unwritable', `${path} cannot be written: there is no such folder.`, {
        hint: 'Name a file in a folder that is there, or make the folder.',
        file: path,
        cause,
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EISDIR':
    case 'ENAMETOOLONG':
      return new PackageError('output-unwritable', `${path} cannot be written: ${code}.`, {
        hint: 'Name a file in a folder that is there and that you may write in.',
        file: path,
        cause,
      });
    default:
      return new PackageError('output-failed', `${path} could not be written: ${code ?? String(cause)}.`, {
        hint: 'Look at the disk, or name a file on another one.',
        file: path,
        cause,
      });
  }
}
