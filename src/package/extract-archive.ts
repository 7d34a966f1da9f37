// SPDX-License-Identifier: MIT
import { closeSync, constants, mkdirSync, openSync, readdirSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ArchiveLimits } from './archive-limits.js';
import { inspectArchive, isUsable, type ArchiveEntry, type ArchiveListing } from './archive-listing.js';
import { PackageError, systemCode } from './package-error.js';

const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/**
 * Unpacks an archive as far as it is harmless: regular files and folders, with the mode's executable bit and nothing else of it.
 * It is looked through to the end first, so that of one with findings of severity `error`, or with links, nothing is unpacked.
 *
 * @param source a path, or the archive's bytes
 * @param dir a folder that is empty or not there yet
 * @throws PackageError
 */
export async function extractArchive(
  source: string | Uint8Array,
  dir: string,
  limits: Partial<ArchiveLimits> = {},
): Promise<ArchiveListing> {
  const listing = await inspectArchive(source, { limits });
  refuse(listing, source);
  prepare(dir);
  const writer = new Writer(dir, listing.entries);
  try {
    const again = await inspectArchive(source, {
      limits,
      onEntry: (entry) => writer.begin(entry),
      onContent: (_entry, piece) => writer.write(piece),
    });
    refuse(again, source);
  } catch (error) {
    throw error instanceof PackageError ? error : extractionError(dir, error);
  } finally {
    writer.end();
  }
  return listing;
}

function refuse(listing: ArchiveListing, source: string | Uint8Array): void {
  const link = listing.entries.find(({ type }) => type !== 'file' && type !== 'directory');
  if (isUsable(listing) && link === undefined) return;
  const name = typeof source === 'string' ? source : 'The archive';
  const errors = listing.findings.filter(({ severity }) => severity === 'error');
  const why = errors[0]?.message ?? `${link?.path ?? 'an entry'} is neither a file nor a folder.`;
  throw new PackageError('archive-refused', `${name} is not unpacked: ${why}`, {
    hint: errors[0]?.fix ?? 'Pack the files that the links lead to.',
    findings: errors,
    ...(typeof source === 'string' && { file: source }),
  });
}

function prepare(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true });
    if (readdirSync(dir).length === 0) return;
  } catch (cause) {
    throw extractionError(dir, cause);
  }
  throw new PackageError('target-not-empty', `${dir} is not empty.`, {
    hint: 'Name a folder that is empty or not there yet.',
    file: dir,
  });
}

class Writer {
  readonly #dir: string;
  readonly #allowed: readonly ArchiveEntry[];
  #begun = 0;
  #descriptor: number | undefined;

  constructor(dir: string, allowed: readonly ArchiveEntry[]) {
    this.#dir = dir;
    this.#allowed = allowed;
  }

  begin(entry: ArchiveEntry): void {
    this.end();
    // What was looked through is what is written, even where somebody puts another file in its place in between.
    const allowed = this.#allowed[this.#begun++];
    if (allowed?.path !== entry.path || allowed.type !== entry.type) {
      throw new PackageError('archive-refused', 'The archive changed while it was unpacked.', {
        hint: 'Unpack a copy that nobody else writes.',
        file: entry.path,
      });
    }
    const path = join(this.#dir, entry.path);
    mkdirSync(entry.type === 'directory' ? path : dirname(path), { recursive: true });
    if (entry.type === 'file') this.#descriptor = openSync(path, flags, entry.mode & 0o100 ? 0o755 : 0o644);
  }

  write(piece: Buffer): void {
    if (this.#descriptor === undefined) return;
    for (let from = 0; from < piece.length;) from += writeSync(this.#descriptor, piece, from);
  }

  end(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}

function extractionError(dir: string, cause: unknown): PackageError {
  const code = systemCode(cause);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new PackageError('disk-full', `The disk is full: not everything could be unpacked into ${dir}.`, {
      hint: 'Make room, or name a folder on another disk.',
      file: dir,
      cause,
    });
  }
  return new PackageError('output-unwritable', `${dir} cannot be written: ${code ?? String(cause)}.`, {
    hint: 'Name a folder that you may write in.',
    file: dir,
    cause,
  });
}
