// SPDX-License-Identifier: MIT
import { createHash, hash } from 'node:crypto';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import type { StagedFile } from './app-walk.js';
import { keyMaterial } from './key-material.js';
import { PackageError, systemCode } from './package-error.js';

/** Files up to this size are read, hashed and looked into in one piece. */
const pieceSize = 4 * 1024 * 1024;
/** Not through a link that was put there since, and not waiting for a pipe. */
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Reads staged files, each of them once: what is hashed is what is packed. The buffer is used again for every piece.
 *
 * Synchronous on purpose: 8,000 files take 140 ms, and 550 ms with promises.
 */
export class StagedContent {
  /** One byte more, to see in the same read that a file has grown. */
  readonly #buffer = Buffer.allocUnsafe(pieceSize + 1);

  /**
   * @param done is told the SHA-512 of the whole, lowercase hex, behind the last piece
   * @yields the pieces of the content, each valid until the next one
   * @throws PackageError where the file is not what was staged, or holds a private key
   */
  *pieces(file: StagedFile, done: (sha512: string) => void): Generator<Buffer> {
    if (file.content !== undefined) {
      // It was looked into while the files were chosen.
      yield file.content;
      done(hash('sha512', file.content));
      return;
    }
    const descriptor = this.#open(file);
    try {
      if (file.size <= pieceSize) {
        const content = this.#piece(file, descriptor, file.size, true);
        yield content;
        done(hash('sha512', content));
        return;
      }
      const digest = createHash('sha512');
      for (let left = file.size; left > 0;) {
        const content = this.#piece(file, descriptor, Math.min(left, pieceSize), left <= pieceSize);
        left -= content.length;
        digest.update(content);
        yield content;
      }
      done(digest.digest('hex'));
    } finally {
      closeSync(descriptor);
    }
  }

  #open(file: StagedFile): number {
    try {
      return openSync(file.source, flags);
    } catch (cause) {
      const code = systemCode(cause);
      if (code !== 'EACCES' && code !== 'EPERM') throw changed(file, cause);
      throw new PackageError('file-unreadable', `${file.path} cannot be read: ${code}.`, {
        hint: 'Give yourself the right to read it, or leave it out with a line in .nextcloudignore.',
        file: file.path,
        cause,
      });
    }
  }

  #piece(file: StagedFile, descriptor: number, size: number, isLast: boolean): Buffer {
    const wanted = isLast ? size + 1 : size;
    let filled = 0;
    try {
      // At the end of a file a read is short; reading again only to be told so would cost another call for each file.
      let read: number;
      do {
        read = readSync(descriptor, this.#buffer, filled, wanted - filled, null);
        filled += read;
      } while (read > 0 && filled < size);
    } catch (cause) {
      throw changed(file, cause);
    }
    if (filled !== size) throw changed(file);
    const content = this.#buffer.subarray(0, size);
    if (keyMaterial(content) === 'private') throw privateKey(file);
    return content;
  }
}

function changed(file: StagedFile, cause?: unknown): PackageError {
  return new PackageError('file-changed', `${file.path} changed or vanished while it was packed.`, {
    hint: 'Wait for whatever writes into the app folder, then run again.',
    file: file.path,
    cause,
  });
}

function privateKey(file: StagedFile): PackageError {
  return new PackageError('private-key-inside', `${file.path} holds a private key.`, {
    hint: 'Take the key out of the file, or leave the file out with a line in .nextcloudignore; a key that was published is lost.',
    file: file.path,
  });
}
