// SPDX-License-Identifier: MIT
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { PackageError, systemCode } from './package-error.js';

/** Bytes that can be read from any place: a file, or what is in memory. */
export interface ByteSource {
  readonly size: number;
  /** At most `length` bytes from `offset`; none behind the end. */
  read(offset: number, length: number): Buffer;
  close(): void;
}

/** @param source a path, or the bytes themselves */
export function openSource(source: string | Uint8Array): ByteSource {
  if (typeof source === 'string') return openFile(source);
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
    close: () => undefined,
  };
}

function openFile(path: string): ByteSource {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (cause) {
    throw unreadable(path, cause);
  }
  const stats = fstatSync(descriptor);
  if (!stats.isFile()) {
    closeSync(descriptor);
    throw unreadable(path, undefined);
  }
  return {
    size: stats.size,
    read(offset, length) {
      const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, stats.size - offset)));
      try {
        return buffer.subarray(0, readSync(descriptor, buffer, 0, buffer.length, offset));
      } catch (cause) {
        throw unreadable(path, cause);
      }
    },
    close: () => closeSync(descriptor),
  };
}

function unreadable(path: string, cause: unknown): PackageError {
  const code = systemCode(cause) ?? 'it is not a file';
  const why = code === 'ENOENT' ? 'there is no such file' : code;
  return new PackageError('archive-unreadable', `${path} cannot be read: ${why}.`, {
    hint: 'Name an archive that is there and that you may read.',
    file: path,
    cause,
  });
}
